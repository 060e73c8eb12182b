import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { until } from '../../support/until.ts';
import { makeBacklog, workOff } from './backlog.ts';
import { endProcess, type Installation } from './installation.ts';
import { multiply } from './multiply.ts';

/** Bytes that Redis holds once those that had been connected are gone. */
const readUsedBytes = async ({ redis }: Installation): Promise<number> => {
  const client = new Redis(redis?.url ?? '');
  // Its timer frees what connections leave, ten times a second.
  await pause(1_000);
  const used = Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1]);
  client.disconnect();
  return used;
};

/**
 * Redis' bytes for each row that waits in the window of the queue of orders, full while the queue is paused. `alone`:
 * each row travels by itself, which orders do not under a backlog, but rows of other queues do. Needs a backlog
 * longer than the window, and a worker that has run before: what it leaves in Redis is not counted.
 */
export const measureWindowBytes = async (installation: Installation, alone: boolean): Promise<number> => {
  const { sql, backend } = installation;
  await sql`UPDATE job SET solo = ${alone} WHERE queue = 'orders' AND state = 'waiting'`;
  const queue = backend.newQueue('orders');
  await queue.pause();
  const before = await readUsedBytes(installation);
  const worker = installation.startWorker();
  const rowsInside = async (): Promise<number> => {
    const carriers = await queue.getJobs(['waiting', 'prioritized']);
    // A canary is in it too, and holds none.
    return carriers.reduce((sum, { data }) => sum + ((data as { ids?: string[] }).ids?.length ?? 0), 0);
  };
  await until('the window is full', async () => (await rowsInside()) >= 700, 120_000);
  await endProcess(worker);
  const rows = await rowsInside();
  const bytes = (await readUsedBytes(installation)) - before;
  if (bytes <= 0) throw new Error(`${rows} rows in the window took ${bytes} bytes: nothing was measured`);
  await queue.drain();
  await queue.resume();
  await queue.close();
  await sql`
    UPDATE job SET state = 'waiting', carrier = NULL, handed_at = NULL, solo = false
    WHERE queue = 'orders' AND state IN ('waiting', 'queued')`;
  return bytes / rows;
};

/** Redis' bytes for each deadline that is added while workers run, as the orders that are there have them. */
export const measureClockBytes = async (
  installation: Installation,
  count: number,
): Promise<{ readonly clocks: number; readonly bytes: number }> => {
  const { sql } = installation;
  const open = "queue = 'deadlines' AND state = 'waiting' AND run_at > now() + interval '5 minutes'";
  const countOpen = async (): Promise<number> => {
    const [row] = await sql<{ count: number }[]>`
      SELECT count(*)::int AS count FROM job WHERE ${sql.unsafe(open)}`;
    return row?.count ?? 0;
  };
  const present = await countOpen();
  const before = await readUsedBytes(installation);
  await multiply(sql, 'job', { times: Math.ceil(count / present), where: open });
  // Work beside them, so that the worker is known to run.
  await makeBacklog(installation, 100);
  const { worker } = await workOff(installation);
  // Time for the dispatcher's scan of all that waits, and for its next rounds.
  await pause(5_000);
  await endProcess(worker);
  const clocks = (await countOpen()) - present;
  if (clocks < count) throw new Error(`Of ${count} clocks ${clocks} are open`);
  return { clocks, bytes: ((await readUsedBytes(installation)) - before) / clocks };
};
