import type { Tx } from '../../db/client.ts';
import { readAnonymiseMonths } from '../../db/repositories/privacy/read-anonymise-months.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { type CallingHandler, done, later, type ParsedJob, type Verdict } from '../handler.ts';
import { eraseBuyerStep } from '../privacy/erase-buyer.ts';
import { eraseGiftReturns } from '../privacy/erase-gift-returns.ts';
import { eraseOrders } from '../privacy/erase-orders.ts';
import { nextLookAt } from '../privacy/follow-ups.ts';
import { sweepStep } from '../privacy/sweep.ts';

type Job = ParsedJob<'privacy'>;

/** Well below the time that a process has to stop: what is left is taken up again as the same job. */
const mostMs = 4_000;

const eraseOrderStep = async (
  tx: Tx,
  { sellerId, payload: { orderId } }: Extract<Job, { readonly name: 'erase-order' }>,
  now: Instant,
): Promise<Verdict | null> => {
  const afterMonths = await readAnonymiseMonths(tx, sellerId);
  const task = { orderIds: [orderId], asked: true, afterMonths, now };
  const { counts, pending, more } = await eraseOrders(tx, task);
  const [open] = pending;
  if (open !== undefined) return later(nextLookAt(now, open.busy));
  return more ? null : done(counts);
};

const eraseReturnStep = async (
  tx: Tx,
  { payload: { returnId } }: Extract<Job, { readonly name: 'erase-return' }>,
  now: Instant,
): Promise<Verdict> => {
  const { counts, pending } = await eraseGiftReturns(tx, [returnId], now);
  return pending.length > 0 ? later(nextLookAt(now, false)) : done(counts);
};

const stepOf = (tx: Tx, job: Job, now: Instant): Promise<Verdict | null> => {
  switch (job.name) {
    case 'erase-buyer':
      return eraseBuyerStep(tx, job, now);
    case 'erase-order':
      return eraseOrderStep(tx, job, now);
    case 'erase-return':
      return eraseReturnStep(tx, job, now);
    case 'sweep':
      return sweepStep(tx, job, now);
    default:
      return job satisfies never;
  }
};

/**
 * Erases page by page, each in a transaction of its own: a buyer of ten thousand orders holds no lock for long, and
 * who dies goes on after the last page. It calls nobody outside; it keeps its transactions as those do that call.
 */
export const createPrivacyHandler = (): CallingHandler<'privacy'> => ({
  kind: 'calls',
  run: async (job, { database, claim, finish, now }) => {
    const startedAt = performance.now();
    const step = (): Promise<'ended' | 'more'> =>
      database.asSellers([job.sellerId], async (tx) => {
        if (!(await claim(tx))) return 'ended';
        const verdict = await stepOf(tx, job, now);
        const isOutOfTime = performance.now() - startedAt > mostMs;
        if (verdict === null && !isOutOfTime) return 'more';
        await finish(tx, verdict ?? later(now));
        return 'ended';
      });
    while ((await step()) === 'more');
  },
});
