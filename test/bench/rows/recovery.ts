import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../support/until.ts';
import type { BenchResult, BenchRow, Round } from '../row.ts';
import { makeBacklog } from '../support/backlog.ts';
import { endProcess, type Installation, openInstallation } from '../support/installation.ts';

interface Counts {
  readonly done: number;
  readonly orders: number;
  readonly promises: number;
  readonly left: number;
}

const readCounts = async ({ sql }: Installation): Promise<Counts> => {
  const [row] = await sql<Counts[]>`
    SELECT count(*) FILTER (WHERE state = 'done')::int AS done,
      count(*) FILTER (WHERE state IN ('waiting', 'queued'))::int AS left,
      (SELECT count(*)::int FROM orders) AS orders, (SELECT count(*)::int FROM promise) AS promises
    FROM job WHERE queue = 'orders'`;
  if (row === undefined) throw new Error('Nothing was counted');
  return row;
};

const findNewestDone = async ({ sql }: Installation): Promise<string | undefined> => {
  const [row] = await sql<{ id: string }[]>`
    SELECT id FROM job WHERE queue = 'orders' AND state = 'done' ORDER BY id DESC LIMIT 1`;
  return row?.id;
};

/** Until a role has said on its standard error that it is up. */
const untilUp = (role: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let text = '';
    role.stderr?.on('data', (piece: unknown) => {
      text += String(piece);
      if (text.includes('Navette is up')) resolve();
    });
    role.on('exit', () => reject(new Error('A worker has ended before it was up')));
  });

/**
 * One of two workers is killed in the middle of a backlog. Measured is how long after the kill the last
 * row is done that BullMQ held then, which are the dead one's, the other's, and those that nobody had begun.
 */
const measureKill = async (installation: Installation, count: number): Promise<Round> => {
  const { sql } = installation;
  const before = await readCounts(installation);
  const newest = await findNewestDone(installation);
  await makeBacklog(installation, count);
  const [victim, heir] = [installation.startWorker(), installation.startWorker()];
  await Promise.all([untilUp(victim), untilUp(heir)]);
  await until('they work', async () => (await findNewestDone(installation)) !== newest, 120_000);
  await endProcess(victim, 'SIGKILL');
  const [killed] = await sql<{ at: string }[]>`SELECT clock_timestamp()::text AS at`;
  const held = await sql<{ id: string }[]>`SELECT id FROM job WHERE queue = 'orders' AND state = 'queued'`;
  if (held.length === 0) throw new Error('The backlog was done before the kill: it is too short');
  const end = await until(
    'everything is done',
    async () => {
      const counts = await readCounts(installation);
      if (counts.left !== 0) await pause(100);
      return counts.left === 0 ? counts : null;
    },
    120_000,
  );
  for (const what of ['done', 'orders', 'promises'] as const) {
    const made = end[what] - before[what];
    if (made !== count) throw new Error(`Of ${count} orders lost or doubled: ${made} ${what}`);
  }
  const [last] = await sql<{ seconds: number }[]>`
    SELECT extract(epoch FROM max(finished_at) - ${killed?.at ?? ''}::timestamptz)::float8 AS seconds
    FROM job WHERE id = ANY (${held.map(({ id }) => id)}::uuid[])`;
  await endProcess(heir);
  return { ours: last?.seconds ?? Number.NaN, reference: Number.NaN };
};

const goal: BenchResult['goal'] = { kind: 'absolute', atMost: 10 };

export const recovery: BenchRow = {
  name: 'recovery',
  needsRedis: true,
  run: async ({ folder, quick, rounds, progress }) => {
    const count = quick ? 5_000 : 15_000;
    const results: BenchResult[] = [];
    for (const queues of ['redis', 'postgres'] as const) {
      const installation = await openInstallation({ folder, queues });
      const measured: Round[] = [];
      try {
        for (let round = 0; round < rounds; round += 1) {
          measured.push(await measureKill(installation, count));
          progress(`recovery on ${queues} ${round + 1}: ${measured.at(-1)?.ours.toFixed(1)} s`);
        }
      } finally {
        await installation.stop();
      }
      results.push({
        what: `kill -9 of a worker at work, until all that BullMQ held then is done, queues on ${queues}`,
        reference: '',
        unit: 's',
        rounds: measured,
        goal,
        notes: [
          'Two workers are at work, one is killed; each order and its promise are counted: none lost, none twice',
        ],
      });
    }
    return results;
  },
};
