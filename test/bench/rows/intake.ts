import { spawn } from 'node:child_process';
import { packagePath } from '../../../src/platform/package-root.ts';
import { findFreePort } from '../../support/redis.ts';
import { until } from '../../support/until.ts';
import type { BenchRow, Round } from '../row.ts';
import { endProcess, openInstallation } from '../support/installation.ts';
import { createClient, measureLoad } from '../support/load.ts';
import { orderBody, takeNumbers } from '../support/orders.ts';

const connections = 100;

const startEcho = async () => {
  const port = await findFreePort();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', packagePath('test/bench/support/echo-server.child.ts'), String(port)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const url = `http://127.0.0.1:${port}`;
  await until('Express answers', async () => (await fetch(`${url}/healthz`).catch(() => null))?.ok ?? false);
  return { url, child };
};

export const intake: BenchRow = {
  name: 'intake',
  needsRedis: false,
  run: async ({ folder, quick, rounds, progress }) => {
    const count = quick ? 1_000 : 20_000;
    const installation = await openInstallation({ folder, queues: 'postgres' });
    const echo = await startEcho();
    const measured: Round[] = [];
    try {
      await installation.startApi();
      const measure = async (url: string, requests: number): Promise<number> => {
        const first = takeNumbers(requests);
        const client = createClient(url, connections);
        const rate = await measureLoad(client, {
          count: requests,
          connections,
          body: (n) => orderBody(first + n),
        });
        client.close();
        return rate;
      };
      // Compiled by the engine before it counts.
      await measure(echo.url, count / 2);
      await measure(installation.url, count / 2);
      for (let round = 0; round < rounds; round += 1) {
        // Who goes first changes from round to round.
        const before = round % 2 === 0 ? await measure(echo.url, count) : null;
        const ours = await measure(installation.url, count);
        const reference = before ?? (await measure(echo.url, count));
        measured.push({ ours, reference });
        progress(`intake ${round + 1}: ${Math.round(ours)} of ${Math.round(reference)} requests/s`);
      }
    } finally {
      await endProcess(echo.child);
      await installation.stop();
    }
    return [
      {
        what: `single order, answered 202 once its row is on disk, ${connections} connections`,
        reference: 'Express that parses the same order and echoes it',
        unit: 'requests/s',
        rounds: measured,
        goal: { kind: 'ratio', atLeast: 0.7 },
        notes: [
          `${count} orders a round; one process each, the load generator beside it`,
          'No worker runs: once a window is full, rows wait in the ledger and are not handed to BullMQ',
        ],
      },
    ];
  },
};
