import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';
import type { JobRefs } from '../../schema/job.ts';

export interface ClaimedJob {
  readonly id: string;
  readonly sellerId: string;
  readonly queue: string;
  readonly name: string;
  readonly payload: unknown;
  readonly payloadVersion: number;
  readonly refs: JobRefs;
  readonly runAt: Instant;
  readonly createdAt: Instant;
  readonly attempts: number;
  /** The database's time, which decides. */
  readonly now: Instant;
}

/**
 * Loads and claims rows for this transaction, in the order of their ids so that two bundles never
 * wait for each other in a circle. What is finished or was cancelled is not returned: a second run
 * of a carrier finds nothing to do. A retried carrier may run a row that is `failed` by now.
 */
export const claimJobs = async ({ sql }: Tx, ids: readonly string[]): Promise<ClaimedJob[]> =>
  sql<ClaimedJob[]>`
    SELECT id, seller_id AS "sellerId", queue, name, payload, payload_version AS "payloadVersion", refs,
      run_at AS "runAt", created_at AS "createdAt", attempts, now() AS now
    FROM job
    WHERE id = ANY (${ids as string[]}::uuid[]) AND state IN ('queued', 'failed')
    ORDER BY id
    FOR UPDATE`;
