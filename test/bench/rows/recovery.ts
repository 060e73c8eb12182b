import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../support/until.ts';
import type { BenchResult, BenchRow, Round } from '../row.ts';
import { makeBacklog } from '../support/backlog.ts';
import { endProcess, openInstallation } from '../support/installation.ts';

interface Counts {
  readonly done: number;
  readonly orders: number;
  readonly promises: number;
  readonly left: number;
}

/**
 * A worker is killed in the middle of a backlog, another one stands by. Measured is how long after the kill the last
 * row is done that the dead one held.
 */
const measureKill = async (
  queues: 'redis' | 'postgres',
  { folder, count, round }: { folder: string; count: number; round: number },
): Promise<Round> => {
  const installation = await openInstallation({ folder: `${folder}/${round}`, queues });
  const { sql } = installation;
  try {
    await makeBacklog(installation, count);
    const victim = installation.startWorker();
    await until('it works', async () => {
      const [row] = await sql`SELECT 1 FROM job WHERE queue = 'orders' AND state = 'done' LIMIT 1`;
      return row !== undefined;
    });
    const heir = installation.startWorker();
    await pause(500);
    await endProcess(victim, 'SIGKILL');
    const [killed] = await sql<{ at: string }[]>`SELECT clock_timestamp()::text AS at`;
    const held = await sql<{ id: string }[]>`SELECT id FROM job WHERE queue = 'orders' AND state = 'queued'`;
    const counts = (): Promise<Counts[]> => sql<Counts[]>`
      SELECT count(*) FILTER (WHERE state = 'done')::int AS done,
        count(*) FILTER (WHERE state IN ('waiting', 'queued'))::int AS left,
        (SELECT count(*)::int FROM orders) AS orders, (SELECT count(*)::int FROM promise) AS promises
      FROM job WHERE queue = 'orders'`;
    const end = await until(
      'everything is done',
      async () => {
        const [row] = await counts();
        if (row?.left !== 0) await pause(100);
        return row?.left === 0 ? row : null;
      },
      120_000,
    );
    if (end.done !== count || end.orders !== count || end.promises !== count) {
      throw new Error(`Lost or doubled: ${JSON.stringify(end)} of ${count}`);
    }
    const [last] = await sql<{ seconds: number }[]>`
      SELECT extract(epoch FROM max(finished_at) - ${killed?.at ?? ''}::timestamptz)::float8 AS seconds
      FROM job WHERE id = ANY (${held.map(({ id }) => id)}::uuid[])`;
    await endProcess(heir);
    return { ours: last?.seconds ?? Number.NaN, reference: Number.NaN };
  } finally {
    await installation.stop();
  }
};

const goal: BenchResult['goal'] = { kind: 'absolute', atMost: 10 };

export const recovery: BenchRow = {
  name: 'recovery',
  needsRedis: true,
  run: async ({ folder, quick, rounds, progress }) => {
    const count = quick ? 2_000 : 5_000;
    const results: BenchResult[] = [];
    for (const queues of ['redis', 'postgres'] as const) {
      const measured: Round[] = [];
      for (let round = 0; round < rounds; round += 1) {
        measured.push(await measureKill(queues, { folder, count, round }));
        progress(`recovery on ${queues} ${round + 1}: ${measured.at(-1)?.ours.toFixed(1)} s`);
      }
      results.push({
        what: `kill -9 of a worker at work, until all that it held is done, queues on ${queues}`,
        reference: '',
        unit: 's',
        rounds: measured,
        goal,
        notes: ['A second worker stands by; each order and its promise are counted: none lost, none twice'],
      });
    }
    return results;
  },
};
