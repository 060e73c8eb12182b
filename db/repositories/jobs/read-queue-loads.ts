import type { Sql } from '../../client.ts';

export interface QueueLoad {
  readonly queue: string;
  /** Rows inside BullMQ, counted up to the cap. */
  readonly queued: number;
  /** Whether rows wait whose time has come. */
  readonly hasDue: boolean;
}

/**
 * How full each queue's window is; cheap however long the backlog. The orders are there for the planner: without
 * them it reads the whole table where it believes that most rows match, and then finds none of that queue.
 */
export const readQueueLoads = async (
  sql: Sql,
  queues: readonly { readonly name: string; readonly cap: number }[],
): Promise<QueueLoad[]> =>
  sql<QueueLoad[]>`
    SELECT q.name AS queue,
      (SELECT count(*)::int FROM (
        SELECT 1 FROM job WHERE queue = q.name AND state = 'queued' ORDER BY id LIMIT q.cap) AS capped) AS queued,
      coalesce(least(
        (SELECT run_at FROM job WHERE queue = q.name AND state = 'waiting' AND priority = 0 ORDER BY run_at LIMIT 1),
        (SELECT run_at FROM job WHERE queue = q.name AND state = 'waiting' AND priority = 1 ORDER BY run_at LIMIT 1)
      ) <= now(), false) AS "hasDue"
    FROM unnest(${queues.map((queue) => queue.name)}::text[], ${queues.map((queue) => queue.cap)}::int[]) AS q (name, cap)`;
