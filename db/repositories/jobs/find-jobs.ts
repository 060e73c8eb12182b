import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Sql } from '../../client.ts';
import type { JobError, JobState } from '../../schema/job.ts';

/** A job as the API shows it. */
export interface JobView {
  readonly id: string;
  readonly queue: string;
  readonly name: string;
  readonly state: JobState;
  readonly createdAt: Instant;
  readonly runAt: Instant;
  readonly finishedAt: Instant | null;
  readonly attempts: number;
  readonly result: unknown;
  readonly error: JobError | null;
}

/** Some jobs of one seller by id; what is another seller's is not found. */
export const findJobs = async (
  sql: Sql,
  sellerIds: readonly string[],
  ids: readonly string[],
): Promise<JobView[]> =>
  sql<JobView[]>`
    SELECT id, queue, name, state, created_at AS "createdAt", run_at AS "runAt", finished_at AS "finishedAt",
      attempts, result, error
    FROM job
    WHERE id = ANY (${ids as string[]}::uuid[]) AND seller_id = ANY (${sellerIds as string[]}::uuid[])`;
