import type { ChildProcess } from 'node:child_process';
import { until } from '../../support/until.ts';
import { postBatch } from './batch.ts';
import { endProcess, type Installation } from './installation.ts';

/** Accepts orders by HTTP while no worker runs, so that all of them wait in the ledger. */
export const makeBacklog = async (installation: Installation, count: number): Promise<void> => {
  const api = await installation.startApi();
  await postBatch(installation, count);
  await endProcess(api);
};

export interface WorkedOff {
  /** From the first row's end to the last one's, by the ledger. */
  readonly jobsPerSecond: number;
  readonly worker: ChildProcess;
}

/** Starts a worker process, waits until no order waits, and takes its speed from the ledger. Leaves it running. */
export const workOff = async ({ sql, startWorker }: Installation): Promise<WorkedOff> => {
  const [start] = await sql<{ at: string }[]>`SELECT clock_timestamp()::text AS at`;
  const worker = startWorker();
  await until(
    'every order is done',
    async () => {
      const left = await sql`
        SELECT 1 FROM job WHERE queue = 'orders' AND state = 'waiting' AND priority = 1 AND run_at <= now()
        ORDER BY run_at LIMIT 1`;
      const held = await sql`
        SELECT 1 FROM job WHERE queue = 'orders' AND state = 'queued' ORDER BY id LIMIT 1`;
      if (left.length + held.length > 0) await new Promise((resolve) => setTimeout(resolve, 150));
      return left.length + held.length === 0;
    },
    600_000,
  );
  const [done] = await sql<{ count: number; seconds: number; failed: number }[]>`
    SELECT count(*)::int AS count, extract(epoch FROM max(finished_at) - min(finished_at))::float8 AS seconds,
      count(*) FILTER (WHERE state <> 'done')::int AS failed
    FROM job WHERE queue = 'orders' AND finished_at >= ${start?.at ?? ''}::timestamptz`;
  if (done === undefined || done.failed > 0) throw new Error(`${done?.failed} orders were not done`);
  return { jobsPerSecond: done.count / done.seconds, worker };
};
