import type { Sql } from '../../db/client.ts';
import {
  deleteFinishedJobs,
  deleteOldIdempotencyKeys,
} from '../../db/repositories/jobs/delete-finished-jobs.ts';
import type { Logger } from '../../src/platform/logger.ts';
import { every, type Ticker } from '../../src/platform/ticker.ts';
import type { QueueContract } from '../contract.ts';

const intervalMs = 60_000;
/** Small, so that no batch holds many locks; the round goes on at once while there is more. */
const batch = 1_000;

export interface RetentionOptions {
  readonly sql: Sql;
  readonly contracts: readonly QueueContract[];
  /** Days after which a finished job and its idempotency key are removed; the API promised 30. */
  readonly days: number;
  readonly logger: Logger;
}

/** One round over all queues; true while there is more to remove. */
export const removeOld = async ({ sql, contracts, days }: RetentionOptions): Promise<boolean> => {
  const removed = [await deleteOldIdempotencyKeys(sql, { days, limit: batch })];
  for (const { name } of contracts)
    removed.push(await deleteFinishedJobs(sql, { queue: name, days, limit: batch }));
  return removed.some((count) => count >= batch);
};

export const startRetention = (options: RetentionOptions): Ticker =>
  every(
    intervalMs,
    () => removeOld(options),
    (error) => options.logger.warn({ err: error }, 'Old jobs could not be removed; trying again'),
  );
