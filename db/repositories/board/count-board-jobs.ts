import type { Sql } from '../../client.ts';

/** What has not ended, and what failed, of one queue. */
export interface OpenCounts {
  readonly queue: string;
  /** `waiting`, and their time has come. */
  readonly due: number;
  /** `waiting` for a time still to come. */
  readonly later: number;
  /** Inside BullMQ. */
  readonly queued: number;
  /** Of `queued`: those whose carrier is among the ones asked for. */
  readonly carried: number;
  readonly failed: number;
}

export interface EndedCounts {
  readonly queue: string;
  readonly done: number;
  readonly rejected: number;
  readonly cancelled: number;
}

/**
 * Exact, from indexes alone: job_due for what waits, job_by_state for the rest. Time grows with the number
 * of rows counted (docs/board.md), so callers ration it.
 */
export const countOpenJobs = async (
  sql: Sql,
  { queues, carriers }: { queues: readonly string[]; carriers: readonly string[] },
): Promise<OpenCounts[]> =>
  sql<OpenCounts[]>`
    SELECT q.name AS queue, waiting.due, waiting.later, held.queued, held.carried, failed.failed
    FROM unnest(${queues as string[]}::text[]) AS q (name)
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE run_at <= now())::int AS due,
        count(*) FILTER (WHERE run_at > now())::int AS later
      FROM job WHERE queue = q.name AND state = 'waiting'
    ) AS waiting
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS queued,
        count(*) FILTER (WHERE carrier = ANY (${carriers as string[]}::text[]))::int AS carried
      FROM job WHERE queue = q.name AND state = 'queued'
    ) AS held
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS failed FROM job WHERE queue = q.name AND state = 'failed'
    ) AS failed`;

/** Exact, from job_by_state alone; the longest count of all, for these rows stay for months. */
export const countEndedJobs = async (sql: Sql, queues: readonly string[]): Promise<EndedCounts[]> =>
  sql<EndedCounts[]>`
    SELECT q.name AS queue,
      (SELECT count(*)::int FROM job WHERE queue = q.name AND state = 'done') AS done,
      (SELECT count(*)::int FROM job WHERE queue = q.name AND state = 'rejected') AS rejected,
      (SELECT count(*)::int FROM job WHERE queue = q.name AND state = 'cancelled') AS cancelled
    FROM unnest(${queues as string[]}::text[]) AS q (name)`;
