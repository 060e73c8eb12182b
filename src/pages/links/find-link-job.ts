import type { Database } from '../../../db/client.ts';
import { readCallerKeys } from '../../../db/repositories/intake/claim-caller-keys.ts';
import { findJobs, type JobView } from '../../../db/repositories/jobs/find-jobs.ts';
import { linkScope } from './act-once.ts';

export interface LinkJob {
  readonly jobId: string;
  /** Null: it ended so long ago that its row is gone. */
  readonly job: JobView | null;
}

/** The job that a link has made; null: none, or one that was refused. */
export const findLinkJob = async (
  database: Database,
  sellerId: string,
  key: string,
): Promise<LinkJob | null> => {
  // Any id will do: it only names the row that is asked for.
  const asked = { sellerId, scope: linkScope, key, hash: '', jobId: sellerId };
  const held = await database.asSellers([sellerId], (tx) => readCallerKeys(tx, [asked]));
  const jobId = held.get(asked.jobId)?.jobId;
  if (jobId === undefined) return null;
  const [job = null] = await findJobs(database.system, [sellerId], [jobId]);
  return { jobId, job };
};
