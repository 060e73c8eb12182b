import type { Tx } from '../../db/client.ts';
import { insertJobs } from '../../db/repositories/jobs/insert-jobs.ts';
import { findErasure, saveErasure } from '../../db/repositories/privacy/erasure-progress.ts';
import { findOrdersToErase, findThreadsToErase } from '../../db/repositories/privacy/find-due-erasures.ts';
import { readAnonymiseMonths } from '../../db/repositories/privacy/read-anonymise-months.ts';
import { addMonths, type Instant } from '../../src/domain/calendar/instant.ts';
import { addCounts, type ErasureCounts, nothingErased } from '../../src/domain/privacy/counts.ts';
import { done, later, type ParsedJob, type Verdict } from '../handler.ts';
import { eraseOrders } from './erase-orders.ts';
import { eraseOldThreads } from './erase-threads.ts';
import { nextLookAt, sweepJob } from './follow-ups.ts';
import { mostOrdersAtOnce, mostThreadsAtOnce } from './limits.ts';

type Job = Extract<ParsedJob<'privacy'>, { readonly name: 'sweep' }>;

/** One step of a seller's daily sweep, in a transaction of its own. Null: there is more to do. */
export const sweepStep = async (tx: Tx, { id, sellerId }: Job, now: Instant): Promise<Verdict | null> => {
  const counts = (await findErasure(tx, id))?.counts ?? nothingErased;
  const note = async (erased: Partial<ErasureCounts>, finished = false): Promise<ErasureCounts> => {
    const all = addCounts(counts, erased);
    // Most days nothing is old enough, and nothing is to be proved.
    if (Object.values(all).some((count) => count > 0)) {
      await saveErasure(tx, { id, sellerId, afterOrderId: null, counts: all, finished });
    }
    return all;
  };
  const afterMonths = await readAnonymiseMonths(tx, sellerId);
  const unseenBefore = addMonths(now, -afterMonths);

  const orderIds = await findOrdersToErase(tx, sellerId, { unseenBefore, most: mostOrdersAtOnce });
  if (orderIds.length > 0) {
    const { counts: erased } = await eraseOrders(tx, { orderIds, asked: false, afterMonths, now });
    await note(erased);
    return null;
  }
  const threadIds = await findThreadsToErase(tx, sellerId, { unseenBefore, most: mostThreadsAtOnce });
  if (threadIds.length > 0) {
    const erased = await eraseOldThreads(tx, threadIds, { afterMonths, now });
    await note(erased.counts);
    return erased.busy && !erased.more ? later(nextLookAt(now, true)) : null;
  }
  await insertJobs(tx, [sweepJob(sellerId, now)]);
  return done(await note({}, true));
};
