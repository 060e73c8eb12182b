import type { Instant } from '../calendar/instant.ts';
import { accept } from '../outcome.ts';
import { noticesOf } from '../response-clock.ts';
import type {
  NoteNothingOwed,
  NoteRefund,
  NoteRefundReversed,
  ReturnContext,
  ReturnDecision,
} from './commands.ts';
import type { ReturnEvent } from './events.ts';
import type { RefundClock, RefundNotice, Return, Withdrawal } from './return.ts';

const lastInstantBefore = (at: Instant): Instant => new Date(Date.parse(at) - 1).toISOString();

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** The warning comes at the same share of the time as for messages. */
const warnAtOf = (startedAt: Instant, dueAt: Instant, { policy }: ReturnContext): Instant => {
  const share = policy.responseWarningHours / policy.responseTargetHours;
  const from = Date.parse(startedAt);
  return new Date(Math.floor(from + (Date.parse(dueAt) - from) * Math.min(1, share))).toISOString();
};

/**
 * When the money is due after goods, or the proof that they were sent, arrived at `at`. Of a withdrawal 14 days after
 * it was confirmed (Directive 2011/83/EU, article 13), but it may be withheld until goods or proof are there: if
 * they come later than that, the working days of any other receipt.
 */
const clockFrom = (at: Instant, withdrawal: Withdrawal | null, context: ReturnContext): RefundClock => {
  const ofReceipt = context.refundDueAt(at);
  const ofWithdrawal = withdrawal?.refundDueAt ?? null;
  const isInTime = ofWithdrawal !== null && at < ofWithdrawal;
  const dueAt = lastInstantBefore(isInTime ? ofWithdrawal : ofReceipt);
  return {
    rule: isInTime ? 'withdrawal' : 'receipt',
    startedAt: at,
    warnAt: warnAtOf(at, dueAt, context),
    dueAt: later(dueAt, at),
    stoppedAt: null,
    warnedAt: null,
    breachedAt: null,
  };
};

/** The clock that goods, or the proof of their dispatch, set going; none where one runs already. */
export const startRefundClock = (
  state: Return,
  at: Instant,
  context: ReturnContext,
): readonly ReturnEvent[] => {
  // Whether and to whom money goes back for a gift is for the seller to decide (003).
  if (state.requestedBy === 'gift_recipient') return [];
  if (isRefundClockRunning(state)) return [];
  const clock = clockFrom(at, state.withdrawal, context);
  return [{ type: 'refund_due', clock, actor: 'system', at: context.now }];
};

/** Proof of dispatch ends the right to withhold the money of a withdrawal, and of nothing else. */
export const startClockOfDispatch = (
  state: Return,
  at: Instant,
  context: ReturnContext,
): readonly ReturnEvent[] =>
  state.withdrawal === null || state.withdrawal.confirmedAt === null
    ? []
    : startRefundClock(state, at, context);

/**
 * Money went back for this return. When nothing more is owed the clock stops, and a return of which everything has
 * arrived is completed.
 */
export const decideNoteRefund = (
  state: Return,
  { refundId, amountMinor, isAll, at }: NoteRefund,
  { now }: ReturnContext,
): ReturnDecision => {
  if (state.refunds?.some((one) => one.refundId === refundId && one.reversedAt === null) ?? false)
    return accept([]);
  const refunded: ReturnEvent = { type: 'refunded', refundId, amountMinor, isAll, actor: 'system', at };
  return accept([refunded, ...(isAll ? completion(state, now) : [])]);
};

/** The money went back otherwise: before the goods came, or without naming this return. */
export const decideNoteNothingOwed = (
  state: Return,
  { at }: NoteNothingOwed,
  { now }: ReturnContext,
): ReturnDecision => {
  if (!isRefundClockRunning(state)) return accept([]);
  return accept([{ type: 'refund_not_owed', actor: 'system', at }, ...completion(state, now)]);
};

/** A return of which everything has arrived is over when its money is settled. */
const completion = (state: Return, now: Instant): readonly ReturnEvent[] =>
  state.state === 'received' && isAllReceived(state) && !hasOpenMismatch(state)
    ? [{ type: 'completed', actor: 'system', at: now }]
    : [];

/** The provider took the money back from the buyer: it is owed again. */
export const decideNoteRefundReversed = (
  state: Return,
  { refundId }: NoteRefundReversed,
  { now }: ReturnContext,
): ReturnDecision => {
  const known = state.refunds?.find((one) => one.refundId === refundId);
  if (known === undefined || known.reversedAt !== null) return accept([]);
  return accept([{ type: 'refund_reversed', refundId, actor: 'system', at: now }]);
};

/** The clock runs again, and tells again when it is over. */
export const decideNoteOwedAgain = (state: Return, { now }: ReturnContext): ReturnDecision => {
  const { refundClock = null } = state;
  if (refundClock === null || refundClock.stoppedAt === null) return accept([]);
  const clock = { ...refundClock, stoppedAt: null, breachedAt: null };
  return accept([{ type: 'refund_due', clock, actor: 'system', at: now }]);
};

/** Whether the money that was owed is back. */
export const isRefundClockStopped = ({ refundClock = null }: Return): boolean =>
  refundClock !== null && refundClock.stoppedAt !== null;

/** Whether the seller owes money that is not back yet. */
export const isRefundClockRunning = ({ refundClock = null }: Return): boolean =>
  refundClock !== null && refundClock.stoppedAt === null;

const isAllReceived = ({ lines, received }: Return): boolean =>
  lines.every(
    ({ lineId, quantity }) =>
      received.reduce((sum, units) => sum + (units.lineId === lineId ? units.quantity : 0), 0) >= quantity,
  );

const hasOpenMismatch = ({ mismatches }: Return): boolean =>
  mismatches.some(({ outcome }) => outcome === null || outcome === 'keep_open');

const noticeOf = { response_warning: 'refund_warning', response_breach: 'refund_breach' } as const;

/** What the refund clock has still to say, and when. */
export const refundNoticesOf = ({
  refundClock = null,
}: Return): readonly { readonly kind: RefundNotice; readonly at: Instant }[] =>
  refundClock === null ? [] : noticesOf(refundClock).map(({ kind, at }) => ({ kind: noticeOf[kind], at }));
