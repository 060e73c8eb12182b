import type { Tx } from '../../db/client.ts';
import { insertJobs } from '../../db/repositories/jobs/insert-jobs.ts';
import { eraseMails } from '../../db/repositories/privacy/erase-mails.ts';
import { findErasure, saveErasure } from '../../db/repositories/privacy/erasure-progress.ts';
import { emptyEndedJobs, isNamedInWork } from '../../db/repositories/privacy/find-work-naming.ts';
import { readAnonymiseMonths } from '../../db/repositories/privacy/read-anonymise-months.ts';
import { findThingsOfBuyer } from '../../db/repositories/privacy/things-of-buyer.ts';
import { addHours, type Instant } from '../../src/domain/calendar/instant.ts';
import { addCounts, nothingErased } from '../../src/domain/privacy/counts.ts';
import { done, later, type ParsedJob, type Verdict } from '../handler.ts';
import { eraseGiftReturns } from './erase-gift-returns.ts';
import { eraseOrders, wordyQueues } from './erase-orders.ts';
import { eraseBuyersThreads } from './erase-threads.ts';
import { pendingOrderJob, pendingReturnJob } from './follow-ups.ts';
import { mostOrdersAtOnce, mostRowsAtOnce, mostThreadsAtOnce } from './limits.ts';

type Job = Extract<ParsedJob<'privacy'>, { readonly name: 'erase-buyer' }>;

/** Until what is being done at this moment has ended. */
const pauseHours = 15 / 3_600;

/**
 * One step of forgetting a buyer, in a transaction of its own: a page of orders, then a page of conversations, then
 * the rest. Null: there is more to do. Who dies in between goes on where the last commit was.
 */
export const eraseBuyerStep = async (
  tx: Tx,
  { id, sellerId, payload: { email } }: Job,
  now: Instant,
): Promise<Verdict | null> => {
  const progress = await findErasure(tx, id);
  if (progress === null && (await isNamedInWork(tx, { email, before: id }))) {
    return later(addHours(now, pauseHours));
  }
  const { afterOrderId, counts } = progress ?? { afterOrderId: null, counts: nothingErased };
  const note = (changes: { afterOrderId?: string | null; counts: typeof counts; finished?: boolean }) =>
    saveErasure(tx, { id, sellerId, afterOrderId, finished: false, ...changes });
  const afterMonths = await readAnonymiseMonths(tx, sellerId);

  const orderIds = await findThingsOfBuyer(tx, 'order', {
    email,
    after: afterOrderId,
    most: mostOrdersAtOnce,
  });
  if (orderIds.length > 0) {
    const { pending, more, ...erased } = await eraseOrders(tx, { orderIds, asked: true, afterMonths, now });
    if (more) {
      await note({ counts: addCounts(counts, erased.counts) });
      return null;
    }
    await insertJobs(
      tx,
      pending.map(({ order, busy }) => pendingOrderJob({ sellerId, order, busy, now })),
    );
    const all = addCounts(erased.counts, { pending: pending.length });
    await note({ afterOrderId: orderIds.at(-1) ?? null, counts: addCounts(counts, all) });
    return null;
  }

  const threadIds = await findThingsOfBuyer(tx, 'thread', { email, most: mostThreadsAtOnce });
  if (threadIds.length > 0) {
    const erased = await eraseBuyersThreads(tx, threadIds, { email, afterMonths, now });
    await note({ counts: addCounts(counts, erased.counts) });
    return erased.busy && !erased.more ? later(addHours(now, pauseHours)) : null;
  }

  const returnIds = await findThingsOfBuyer(tx, 'return', { email, most: mostRowsAtOnce });
  const gifts = await eraseGiftReturns(tx, returnIds, now);
  const mailIds = await findThingsOfBuyer(tx, 'mail', { email, most: mostRowsAtOnce });
  const mails = await eraseMails(tx, mailIds);
  const jobs = await emptyEndedJobs(tx, { email, ids: [], queues: wordyQueues });
  const some = addCounts(addCounts(counts, gifts.counts), { mails, jobs });
  if (mailIds.length === mostRowsAtOnce) {
    await note({ counts: some });
    return null;
  }
  await insertJobs(
    tx,
    gifts.pending.map((state) => pendingReturnJob({ sellerId, return: state, now })),
  );
  const all = addCounts(some, { pending: gifts.pending.length });
  await note({ counts: all, finished: true });
  return done(all);
};
