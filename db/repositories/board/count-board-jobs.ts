import type { Runner } from './limited.ts';

/** What has not ended, and what failed, of one queue. */
export interface OpenCounts {
  /** `waiting`, and their time has come. */
  readonly due: number;
  /** `waiting` for a time still to come. */
  readonly later: number;
  /** Inside BullMQ. */
  readonly queued: number;
  /** Of `queued`: those whose carrier is one of the carriers asked for. */
  readonly carried: number;
  readonly failed: number;
}

export interface EndedCounts {
  readonly done: number;
  readonly rejected: number;
  readonly cancelled: number;
}

/** One row always comes back: every part of these statements is an aggregate. */
const only = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error('A count returned no row');
  return row;
};

/**
 * Counted from indexes alone: job_due for what waits, job_by_state for the rest. About 0.2 ms per thousand
 * rows; ten times that where autovacuum has not been yet. So callers ration it, or set a `cap`, at
 * which each number stops.
 */
export const countOpenJobs = async (
  sql: Runner,
  { queue, carriers, cap = null }: { queue: string; carriers: readonly string[]; cap?: number | null },
): Promise<OpenCounts> =>
  only(
    await sql<OpenCounts[]>`
      SELECT waiting.due, waiting.later, held.queued, held.carried, failed.failed
      FROM (
        SELECT count(*) FILTER (WHERE run_at <= now())::int AS due,
          count(*) FILTER (WHERE run_at > now())::int AS later
        FROM (SELECT run_at FROM job WHERE queue = ${queue} AND state = 'waiting' LIMIT ${cap}) AS capped
      ) AS waiting, (
        SELECT count(*)::int AS queued,
          count(*) FILTER (WHERE carrier = ANY (${carriers as string[]}::text[]))::int AS carried
        FROM (SELECT carrier FROM job WHERE queue = ${queue} AND state = 'queued' LIMIT ${cap}) AS capped
      ) AS held, (
        SELECT count(*)::int AS failed
        FROM (SELECT 1 FROM job WHERE queue = ${queue} AND state = 'failed' LIMIT ${cap}) AS capped
      ) AS failed`,
  );

/** As above; the longest count of all, for these rows stay for months. */
export const countEndedJobs = async (
  sql: Runner,
  { queue, cap = null }: { queue: string; cap?: number | null },
): Promise<EndedCounts> => {
  const count = (state: string) => sql`
    (SELECT count(*)::int FROM (SELECT 1 FROM job WHERE queue = ${queue} AND state = ${state} LIMIT ${cap}) AS capped)`;
  return only(
    await sql<EndedCounts[]>`
      SELECT ${count('done')} AS done, ${count('rejected')} AS rejected, ${count('cancelled')} AS cancelled`,
  );
};
