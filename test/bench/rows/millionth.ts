import type { BenchRow, Round } from '../row.ts';
import { makeBacklog, workOff } from '../support/backlog.ts';
import { endProcess, type Installation, openInstallation } from '../support/installation.ts';
import { multiply } from '../support/multiply.ts';

/** Parents before their children, so that foreign keys hold. */
const tables = ['orders', 'order_line', 'promise', 'natural_key', 'job'] as const;

/** Milliseconds of an order job, of a backlog that one worker process works off. */
const measure = async (installation: Installation, count: number): Promise<number> => {
  await makeBacklog(installation, count);
  const { jobsPerSecond, worker } = await workOff(installation);
  await endProcess(worker);
  return 1_000 / jobsPerSecond;
};

/** Done orders with all their rows: the first by real work, the others as copies of them. */
const fill = async (
  installation: Installation,
  { first, times, progress }: { first: number; times: number; progress: (text: string) => void },
): Promise<void> => {
  const { sql } = installation;
  await measure(installation, first);
  for (const table of tables) {
    progress(`millionth: copying ${table}`);
    // Not the jobs that look after the installation itself.
    const where = table === 'job' ? "queue IN ('orders', 'deadlines')" : 'true';
    await multiply(sql, table, { times, where });
  }
  await sql`VACUUM ANALYZE`;
  await sql`CHECKPOINT`;
  const [row] = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM orders`;
  if (row?.count !== first * (times + 1)) throw new Error(`There are ${row?.count} orders`);
};

/** What an order job costs in an almost empty database, and in one with a million done ones. */
export const millionth: BenchRow = {
  name: 'millionth',
  needsRedis: true,
  run: async ({ folder, quick, rounds, progress }) => {
    const times = quick ? 4 : 499;
    const first = 2_000;
    const count = quick ? 1_000 : 5_000;
    const empty = await openInstallation({ folder: `${folder}/empty`, queues: 'redis' });
    const full = await openInstallation({ folder: `${folder}/full`, queues: 'redis' });
    const measured: Round[] = [];
    try {
      await fill(full, { first, times, progress });
      // Whoever is measured first would have to wake the machine.
      await measure(empty, first);
      for (let round = 0; round < rounds; round += 1) {
        await empty.sql`TRUNCATE job, natural_key, promise, order_line, orders CASCADE`;
        const reference = await measure(empty, count);
        measured.push({ ours: await measure(full, count), reference });
        progress(`millionth ${round + 1}: ${measured.at(-1)?.ours.toFixed(3)} of ${reference.toFixed(3)} ms`);
      }
    } finally {
      await empty.stop();
      await full.stop();
    }
    return [
      {
        what: `an order job after ${(first * (times + 1)).toLocaleString('en')} others`,
        reference: 'the same in an empty database',
        unit: 'ms',
        rounds: measured,
        goal: { kind: 'ratio', atMost: 1.2 },
        notes: [
          `Backlogs of ${count}, one worker process; the others have their lines, promises, jobs and deadlines`,
        ],
      },
    ];
  },
};
