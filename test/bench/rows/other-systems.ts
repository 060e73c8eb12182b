import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { makeWorkerUtils } from 'graphile-worker';
import PgBoss from 'pg-boss';
import { packagePath } from '../../../src/platform/package-root.ts';
import type { BenchResult, BenchRow, Round } from '../row.ts';
import { makeBacklog, workOff } from '../support/backlog.ts';
import { endProcess, type Installation, openInstallation } from '../support/installation.ts';
import { orderPayload } from '../support/order-work.ts';
import { takeNumbers } from '../support/orders.ts';

type System = 'graphile-worker' | 'pg-boss';

const payloads = (count: number): unknown[] => {
  const first = takeNumbers(count);
  return Array.from({ length: count }, (_, n) => orderPayload(first + n));
};

/** All jobs wait before the worker starts, as in our own backlog. */
const fill: Record<System, (databaseUrl: string, count: number) => Promise<void>> = {
  'graphile-worker': async (connectionString, count) => {
    const utils = await makeWorkerUtils({ connectionString });
    await utils.migrate();
    const all = payloads(count);
    for (let n = 0; n < count; n += 1_000) {
      const jobs = all.slice(n, n + 1_000).map((payload) => ({ identifier: 'place', payload }));
      await utils.addJobs(jobs);
    }
    await utils.release();
  },
  'pg-boss': async (connectionString, count) => {
    const boss = new PgBoss({ connectionString, supervise: false });
    await boss.start();
    await boss.createQueue('place');
    const all = payloads(count);
    for (let n = 0; n < count; n += 1_000) {
      await boss.insert(all.slice(n, n + 1_000).map((data) => ({ name: 'place', data: data as object })));
    }
    await boss.stop({ graceful: false });
  },
};

const measure = async (installation: Installation, system: System, count: number): Promise<number> => {
  const [seller] = await installation.sql<{ id: string }[]>`SELECT id FROM seller LIMIT 1`;
  await fill[system](installation.databaseUrl, count);
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', packagePath('test/bench/support/other-worker.child.ts')],
      ...[system, installation.databaseUrl, seller?.id ?? '', String(count)],
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const [message] = (await once(child, 'message')) as [{ seconds: number }];
  await endProcess(child, 'SIGKILL');
  return count / message.seconds;
};

const systems: Record<System, string> = {
  'graphile-worker': 'graphile-worker 0.17, local queue of 500, completion in batches, the same writes',
  'pg-boss': 'pg-boss 10, four workers of batches of 100, the same writes a batch at a time',
};

/** Ours on Redis, and on PostgreSQL, beside what others do on the same PostgreSQL with the same writes. */
export const otherSystems: BenchRow = {
  name: 'other-systems',
  needsRedis: true,
  run: async ({ folder, quick, rounds, progress }) => {
    const count = quick ? 1_000 : 6_000;
    const installations = {
      redis: await openInstallation({ folder, queues: 'redis' }),
      postgres: await openInstallation({ folder, queues: 'postgres' }),
    };
    const measured = new Map<string, Round[]>();
    try {
      for (let round = 0; round < rounds; round += 1) {
        const ours = { redis: 0, postgres: 0 };
        for (const queues of ['redis', 'postgres'] as const) {
          await makeBacklog(installations[queues], count);
          const { jobsPerSecond, worker } = await workOff(installations[queues]);
          await endProcess(worker);
          ours[queues] = jobsPerSecond;
        }
        for (const system of ['graphile-worker', 'pg-boss'] as const) {
          const reference = await measure(installations.postgres, system, count);
          progress(`${system} ${round + 1}: ${Math.round(reference)} jobs/s beside ${JSON.stringify(ours)}`);
          for (const queues of ['redis', 'postgres'] as const) {
            const key = `${queues} ${system}`;
            measured.set(key, [...(measured.get(key) ?? []), { ours: ours[queues], reference }]);
          }
        }
      }
    } finally {
      for (const installation of Object.values(installations)) await installation.stop();
    }
    const results = (queues: 'redis' | 'postgres', system: System): BenchResult => ({
      what: `order jobs, backlog of ${count.toLocaleString('en')}, queues on ${queues}`,
      reference: systems[system],
      unit: 'jobs/s',
      rounds: measured.get(`${queues} ${system}`) ?? [],
      goal: queues === 'redis' ? { kind: 'ratio', atLeast: 1 } : { kind: 'none' },
      notes: ['One worker process each, on one PostgreSQL; the others keep no ledger beside their queue'],
    });
    return (['graphile-worker', 'pg-boss'] as const).flatMap((system) => [
      results('redis', system),
      results('postgres', system),
    ]);
  },
};
