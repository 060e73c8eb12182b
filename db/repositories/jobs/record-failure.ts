import type { Tx } from '../../client.ts';
import type { JobError, JobState } from '../../schema/job.ts';

export interface FailureRecord {
  readonly id: string;
  readonly state: JobState;
  readonly attempts: number;
}

/**
 * Counts a failed attempt of a row that travels alone, in a transaction of its own after the handler's
 * was rolled back. At the limit, or when the failure is permanent, the row fails. Null: the row has
 * ended otherwise meanwhile.
 */
export const recordFailure = async (
  { sql }: Tx,
  id: string,
  { error, attemptsLimit, permanent }: { error: JobError; attemptsLimit: number; permanent: boolean },
): Promise<FailureRecord | null> => {
  const [row] = await sql<FailureRecord[]>`
    UPDATE job SET
      attempts = attempts + 1,
      error = ${JSON.stringify(error)}::jsonb,
      state = CASE WHEN ${permanent} OR attempts + 1 >= ${attemptsLimit} THEN 'failed' ELSE state END,
      finished_at = CASE WHEN ${permanent} OR attempts + 1 >= ${attemptsLimit} OR state = 'failed' THEN now() ELSE NULL END
    WHERE id = ${id} AND state IN ('queued', 'failed')
    RETURNING id, state, attempts`;
  return row ?? null;
};
