import type { Sql } from '../../client.ts';

export interface QueueLoad {
  readonly queue: string;
  /** Rows inside BullMQ, counted up to the cap. */
  readonly queued: number;
  /** Whether rows wait whose time has come. */
  readonly hasDue: boolean;
}

/** How full each queue's window is; cheap however long the backlog (both parts stop early). */
export const readQueueLoads = async (
  sql: Sql,
  queues: readonly { readonly name: string; readonly cap: number }[],
): Promise<QueueLoad[]> =>
  sql<QueueLoad[]>`
    SELECT q.name AS queue,
      (SELECT count(*)::int FROM (
        SELECT 1 FROM job WHERE queue = q.name AND state = 'queued' LIMIT q.cap) AS capped) AS queued,
      (EXISTS (SELECT 1 FROM job WHERE queue = q.name AND state = 'waiting' AND priority = 0 AND run_at <= now())
        OR EXISTS (SELECT 1 FROM job WHERE queue = q.name AND state = 'waiting' AND priority = 1 AND run_at <= now())
      ) AS "hasDue"
    FROM unnest(${queues.map((queue) => queue.name)}::text[], ${queues.map((queue) => queue.cap)}::int[]) AS q (name, cap)`;
