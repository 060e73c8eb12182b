import type postgres from 'postgres';
import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { CustomTypes } from '../../client.ts';
import type { JobRefs } from '../../schema/job.ts';

export interface DueJob {
  readonly id: string;
  readonly sellerId: string;
  readonly name: string;
  readonly refs: JobRefs;
  readonly solo: boolean;
  readonly runAt: Instant;
}

export interface DuePick {
  readonly queue: string;
  readonly priority: number;
  readonly limit: number;
  /** Older rows were handed over already: skips what is left of them in the index. Null: from the start. */
  readonly lowWater: Instant | null;
}

/** Locks the oldest due rows of a queue and priority; rows that another process holds are passed over. */
export const pickDueJobs = async (
  sql: postgres.TransactionSql<CustomTypes>,
  { queue, priority, limit, lowWater }: DuePick,
): Promise<DueJob[]> =>
  sql<DueJob[]>`
    SELECT id, seller_id AS "sellerId", name, refs, solo, run_at AS "runAt"
    FROM job
    WHERE state = 'waiting' AND queue = ${queue} AND priority = ${priority}
      AND run_at <= now() AND run_at >= coalesce(${lowWater}::timestamptz, '-infinity')
    ORDER BY run_at
    LIMIT ${limit}
    FOR UPDATE SKIP LOCKED`;
