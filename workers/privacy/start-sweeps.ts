import type { Database } from '../../db/client.ts';
import { insertJobs } from '../../db/repositories/jobs/insert-jobs.ts';
import { listUnsweptSellers } from '../../db/repositories/privacy/list-unswept-sellers.ts';
import { addDays } from '../../src/domain/calendar/instant.ts';
import type { Logger } from '../../src/platform/logger.ts';
import { every, type Ticker } from '../../src/platform/ticker.ts';
import { sweepJob, sweepKey } from './follow-ups.ts';

const intervalMs = 3_600_000;

/**
 * Gives every seller its next daily sweep that has none: new ones, and those whose sweep has failed. A sweep that
 * ends makes the next one itself.
 */
export const ensureSweeps = async (database: Database, now: Date = new Date()): Promise<number> => {
  const at = now.toISOString();
  const days = [at, addDays(at, 1)].map((day) => day.slice(0, 10));
  const sellers = await listUnsweptSellers(database.system, days.map(sweepKey));
  if (sellers.length === 0) return 0;
  await database.asSellers(sellers, (tx) =>
    insertJobs(
      tx,
      sellers.map((sellerId) => sweepJob(sellerId, at)),
    ),
  );
  return sellers.length;
};

export const startSweeps = ({
  database,
  logger,
}: {
  readonly database: Database;
  readonly logger: Logger;
}): Ticker =>
  every(
    intervalMs,
    async () => {
      await ensureSweeps(database);
      return false;
    },
    (error) => logger.warn({ err: error }, 'Sweeps of old personal data could not be planned; trying again'),
  );
