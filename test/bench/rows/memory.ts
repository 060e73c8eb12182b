import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../support/until.ts';
import type { BenchResult, BenchRow, Round } from '../row.ts';
import { makeBacklog, workOff } from '../support/backlog.ts';
import { postBatch } from '../support/batch.ts';
import { endProcess, type Installation, openInstallation } from '../support/installation.ts';
import { multiply } from '../support/multiply.ts';
import { measureClockBytes, measureWindowBytes } from '../support/redis-bytes.ts';

const waiting = "queue = 'orders' AND state = 'waiting'";
/** Orders that are given to the worker whose backlog is kept short, whenever fewer wait. */
const shortBacklog = 1_000;

/** Megabytes that a process holds, by /proc; not a number where there is none. */
const residentMb = (pid: number | undefined): number => {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1_024;
  } catch {
    return Number.NaN;
  }
};

const countRows = async ({ sql }: Installation, where: string, most: number): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM job WHERE ${sql.unsafe(where)} LIMIT ${most}) AS found`;
  return row?.count ?? 0;
};

/**
 * The most that a worker holds in so many seconds of work, from its first job on. `feed`: orders arrive while it
 * works, so that it always has some and never many; else it works off what waits.
 */
const measureWorker = async (
  installation: Installation,
  { seconds, feed }: { readonly seconds: number; readonly feed: boolean },
): Promise<number> => {
  const api = feed ? await installation.startApi() : null;
  if (feed) await postBatch(installation, shortBacklog);
  const before = await countRows(installation, waiting, 10_000_000);
  const worker = installation.startWorker();
  const hasBegun = async (): Promise<boolean> =>
    (await countRows(installation, "queue = 'orders' AND state = 'queued'", 1)) > 0;
  await until('the worker works', hasBegun, 120_000);
  let most = 0;
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    most = Math.max(most, residentMb(worker.pid));
    if (feed && (await countRows(installation, waiting, shortBacklog)) < shortBacklog) {
      await postBatch(installation, shortBacklog);
    }
    await pause(100);
  }
  await endProcess(worker);
  if (api !== null) await endProcess(api);
  const after = await countRows(installation, waiting, 10_000_000);
  if (!feed && (after === 0 || after >= before)) throw new Error(`Of ${before} rows ${after} wait`);
  return most;
};

export const memory: BenchRow = {
  name: 'memory',
  needsRedis: true,
  run: async ({ folder, quick, rounds, progress }) => {
    const seconds = quick ? 3 : 12;
    const backlog = quick ? 30_000 : 1_000_000;
    const installation = await openInstallation({ folder, queues: 'redis' });
    const { sql } = installation;
    const few: number[] = [];
    const measured: Round[] = [];
    const once = async (bytes: Promise<number>): Promise<Round[]> => [
      { ours: await bytes, reference: Number.NaN },
    ];
    try {
      for (let round = 0; round < Math.min(rounds, 3); round += 1) {
        few.push(await measureWorker(installation, { seconds, feed: true }));
      }
      await endProcess((await workOff(installation)).worker);
      progress('memory: clocks and windows');
      const clocks = await measureClockBytes(installation, 100_000);
      await makeBacklog(installation, 2_000);
      const bundled = await once(measureWindowBytes(installation, false));
      const alone = await once(measureWindowBytes(installation, true));
      await multiply(sql, 'job', { times: backlog / 2_000 - 1, where: waiting });
      await sql`VACUUM ANALYZE job`;
      for (const reference of few) {
        measured.push({ ours: await measureWorker(installation, { seconds, feed: false }), reference });
        progress(`memory: ${measured.at(-1)?.ours.toFixed(0)} of ${reference.toFixed(0)} MB`);
      }
      const bytes = (what: string, of: Round[], atMost: number): BenchResult => ({
        what,
        reference: '',
        unit: 'bytes',
        rounds: of,
        goal: { kind: 'absolute', atMost },
      });
      return [
        {
          what: `a worker process that works off a backlog of ${backlog.toLocaleString('en')}, at most`,
          reference: `one at work whose backlog is kept near ${shortBacklog.toLocaleString('en')}`,
          unit: 'MB',
          rounds: measured,
          goal: { kind: 'ratio', atMost: 1.2 },
          notes: [`${seconds} s of work each; resident memory, looked at ten times a second`],
        },
        bytes('Redis for each waiting order in its window, in bundles', bundled, 700),
        bytes('Redis for each waiting row in a window, one by one', alone, 700),
        {
          ...bytes('Redis for each open clock', [{ ours: clocks.bytes, reference: Number.NaN }], 1),
          notes: [
            `Of ${clocks.clocks.toLocaleString('en')}, added at once while a worker ran; a fraction of a byte, of either sign, is Redis' own coming and going`,
          ],
        },
      ];
    } finally {
      await installation.stop();
    }
  },
};
