import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Refund } from '../../src/domain/refunds/refund.ts';
import { type DecidingHandler, done, type ParsedJob, rejected, type Verdict } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import {
  type MoneySession,
  noteIfSettled,
  openMoney,
  recordReport,
  recordWord,
  saveMoney,
} from '../refunds/money-session.ts';
import { releaseLinks } from '../release-links.ts';

type Job = ParsedJob<'refunds'>;
type JobOf<Name extends Job['name']> = Extract<Job, { readonly name: Name }>;

/** What the API promised as the result of a refund (CONTRACT). */
const toResult = ({ id, orderId, state, currency, amountMinor, ...refund }: Refund) => ({
  refundId: id,
  orderId,
  state,
  currency,
  amountMinor,
  breakdown: {
    itemsMinor: refund.itemsMinor,
    feeMinor: refund.feeMinor,
    shippingMinor: refund.shippingMinor,
    taxMinor: refund.taxMinor,
    lines: refund.lines,
  },
});

const decideRequest = ({ refunds }: MoneySession, job: JobOf<'request'>, now: Instant): Verdict => {
  const { orderId, refundId, source, request } = job.payload;
  const cause = source === 'batch' ? 'batch' : 'seller';
  const outcome = refunds.request({ sellerId: job.sellerId, orderId }, { refundId, cause, request }, now);
  return outcome.ok ? done(toResult(outcome.value)) : rejected(outcome.refusal);
};

const decideSettleOrder = (
  { refunds, orders }: MoneySession,
  job: JobOf<'settle-order'>,
  now: Instant,
): Verdict => {
  const { orderId } = job.payload;
  if (orders.find(orderId) === null) return done({ outcome: 'order_gone' });
  return done({ refunds: refunds.settleOrder({ sellerId: job.sellerId, orderId }, now).map(toResult) });
};

const decideSettleReturn = (
  session: MoneySession,
  { sellerId, payload: { orderId, returnId, cause, by, expectedMinor } }: JobOf<'settle-return'>,
  now: Instant,
): Verdict => {
  const { refunds, returns } = session;
  const target = { sellerId, orderId, returnId };
  if (returns.find(returnId) === null)
    return rejected({ code: 'unknown_return', detail: 'There is no such return.' });
  // What came back may have been refunded before; then its clock has nothing to wait for.
  noteIfSettled(session, target, now);
  if (by === 'policy' && cause === 'return_received' && !refunds.policyOf(target).autoRefundOnReceipt) {
    return done({ refunds: [] });
  }
  const outcome = refunds.settleReturn(target, { cause, by, expectedMinor }, now);
  if (!outcome.ok) return rejected(outcome.refusal);
  if (outcome.value.length === 0 && by === 'seller') {
    return rejected({ code: 'nothing_to_refund', detail: 'Nothing is owed for this return (any more).' });
  }
  return done({ refunds: outcome.value.map(toResult) });
};

const decideOutcome = (session: MoneySession, job: JobOf<'record-outcome'>, now: Instant): Verdict => {
  const { orderId, refundId, from, report } = job.payload;
  if (session.refunds.find(refundId) === null) {
    return rejected({ code: 'unknown_refund', detail: 'There is no such refund.' });
  }
  const told = { target: { sellerId: job.sellerId, orderId }, refundId, report };
  if (from === 'webhook') return done(toResult(recordReport(session, told, now)));
  const outcome = recordWord(session, told, now);
  return outcome.ok ? done(toResult(outcome.value)) : rejected(outcome.refusal);
};

/** Decides about refunds under the lock of their orders; the calls follow once that is committed. */
export const createRefundsHandler = (mailing: Mailing): DecidingHandler<'refunds', MoneySession> => ({
  kind: 'decides',
  load: (tx, jobs) =>
    openMoney(
      tx,
      jobs.map(({ sellerId, payload: { orderId } }) => ({ sellerId, orderId })),
    ),
  decide: (session, job, { now }) => {
    switch (job.name) {
      case 'request':
        return decideRequest(session, job, now);
      case 'settle-order':
        return decideSettleOrder(session, job, now);
      case 'settle-return':
        return decideSettleReturn(session, job, now);
      case 'record-outcome':
        return decideOutcome(session, job, now);
      default:
        return job satisfies never;
    }
  },
  save: (tx, session, { now }) => saveMoney(tx, session, { mailing, now }),
  afterRejection: releaseLinks,
});
