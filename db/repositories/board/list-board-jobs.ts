import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { JobError, JobRefs, JobState } from '../../schema/job.ts';
import type { Runner } from './limited.ts';

/** A row of the ledger as operators see it. The payload is not for them, and not for this role. */
export interface BoardRow {
  readonly id: string;
  readonly sellerId: string;
  readonly sellerName: string | null;
  readonly queue: string;
  readonly name: string;
  readonly refs: JobRefs;
  readonly state: JobState;
  readonly priority: number;
  readonly runAt: Instant;
  /** Whether `run_at` is still to come, by the database's clock. */
  readonly later: boolean;
  readonly carrier: string | null;
  readonly handedAt: Instant | null;
  readonly attempts: number;
  readonly solo: boolean;
  readonly fromApi: boolean;
  readonly result: unknown;
  readonly error: JobError | null;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
}

/** Rows `offset` to `offset + limit - 1` of a list. */
export interface BoardPage {
  readonly offset: number;
  readonly limit: number;
}

const columns = (sql: Runner) => sql`
  job.id, job.seller_id AS "sellerId", seller.name AS "sellerName", job.queue, job.name, job.refs, job.state,
  job.priority, job.run_at AS "runAt", job.run_at > now() AS later, job.carrier, job.handed_at AS "handedAt",
  job.attempts, job.solo, job.from_api AS "fromApi", job.result, job.error, job.created_at AS "createdAt",
  job.finished_at AS "finishedAt"`;

const rows = (sql: Runner) => sql`job LEFT JOIN seller ON seller.id = job.seller_id`;

/**
 * Of the ids of a page: materialized, for else PostgreSQL may find the page anew for every row of the table
 * when it believes the table to be small, as it does after a large import into an empty one.
 */
const pageRows = (sql: Runner) =>
  sql`page JOIN job ON job.id = page.id LEFT JOIN seller ON seller.id = job.seller_id`;

/** One row of a queue, or null. */
export const findBoardJob = async (sql: Runner, queue: string, id: string): Promise<BoardRow | null> => {
  const [row] = await sql<BoardRow[]>`
    SELECT ${columns(sql)} FROM ${rows(sql)} WHERE job.id = ${id} AND job.queue = ${queue}`;
  return row ?? null;
};

/**
 * What BullMQ holds, longest held first: of the given carriers (at work), or of all others (waiting there).
 * A window's worth of rows at most, so they are sorted without an index.
 */
export const listHeldJobs = async (
  sql: Runner,
  queue: string,
  { carriers, among, offset, limit }: BoardPage & { carriers: readonly string[]; among: boolean },
): Promise<BoardRow[]> =>
  sql<BoardRow[]>`
    SELECT ${columns(sql)} FROM ${rows(sql)}
    WHERE job.queue = ${queue} AND job.state = 'queued'
      AND (job.carrier = ANY (${carriers as string[]}::text[])) = ${among}
    ORDER BY job.handed_at, job.id
    OFFSET ${offset} LIMIT ${limit}`;

/** What waits for room in BullMQ, in the order in which it will be handed over. */
export const listDueJobs = async (
  sql: Runner,
  queue: string,
  { offset, limit }: BoardPage,
): Promise<BoardRow[]> => {
  const reach = offset + limit;
  return sql<BoardRow[]>`
    WITH page AS MATERIALIZED (
      SELECT id FROM (
        (SELECT id, priority, run_at FROM job
          WHERE queue = ${queue} AND state = 'waiting' AND priority = 0 AND run_at <= now() ORDER BY run_at LIMIT ${reach})
        UNION ALL
        (SELECT id, priority, run_at FROM job
          WHERE queue = ${queue} AND state = 'waiting' AND priority = 1 AND run_at <= now() ORDER BY run_at LIMIT ${reach})
      ) AS due
      ORDER BY priority, run_at, id OFFSET ${offset} LIMIT ${limit})
    SELECT ${columns(sql)} FROM ${pageRows(sql)}
    ORDER BY job.priority, job.run_at, job.id`;
};

/** What has its time still to come, soonest first: the deadlines. */
export const listLaterJobs = async (
  sql: Runner,
  queue: string,
  { offset, limit }: BoardPage,
): Promise<BoardRow[]> => {
  const reach = offset + limit;
  return sql<BoardRow[]>`
    WITH page AS MATERIALIZED (
      SELECT id FROM (
        (SELECT id, run_at FROM job
          WHERE queue = ${queue} AND state = 'waiting' AND priority = 0 AND run_at > now() ORDER BY run_at LIMIT ${reach})
        UNION ALL
        (SELECT id, run_at FROM job
          WHERE queue = ${queue} AND state = 'waiting' AND priority = 1 AND run_at > now() ORDER BY run_at LIMIT ${reach})
      ) AS later
      ORDER BY run_at, id OFFSET ${offset} LIMIT ${limit})
    SELECT ${columns(sql)} FROM ${pageRows(sql)}
    ORDER BY job.run_at, job.id`;
};

/** What is in one state, newest first. The skipped part is read from job_by_state alone. */
export const listJobsInState = async (
  sql: Runner,
  queue: string,
  { state, offset, limit }: BoardPage & { state: JobState },
): Promise<BoardRow[]> =>
  sql<BoardRow[]>`
    WITH page AS MATERIALIZED (
      SELECT id FROM job WHERE queue = ${queue} AND state = ${state}
      ORDER BY id DESC OFFSET ${offset} LIMIT ${limit})
    SELECT ${columns(sql)} FROM ${pageRows(sql)}
    ORDER BY job.id DESC`;

/** The newest of a queue, whatever became of them. */
export const listNewestJobs = async (
  sql: Runner,
  queue: string,
  { states, limit }: { states: readonly JobState[]; limit: number },
): Promise<BoardRow[]> =>
  sql<BoardRow[]>`
    WITH page AS MATERIALIZED (
      SELECT newest.id FROM unnest(${states as JobState[]}::text[]) AS of (state)
      CROSS JOIN LATERAL (
        SELECT id FROM job WHERE queue = ${queue} AND job.state = of.state ORDER BY id DESC LIMIT ${limit}
      ) AS newest
      ORDER BY newest.id DESC LIMIT ${limit})
    SELECT ${columns(sql)} FROM ${pageRows(sql)}
    ORDER BY job.id DESC`;
