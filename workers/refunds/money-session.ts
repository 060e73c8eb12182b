import type { Tx } from '../../db/client.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { accept, type Outcome } from '../../src/domain/outcome.ts';
import { causeOf, isReturnSettled } from '../../src/domain/refunds/owed-of-return.ts';
import type { Refund, RefundStep } from '../../src/domain/refunds/refund.ts';
import type { RefundReport } from '../../src/domain/refunds/report.ts';
import type { ReturnCommand } from '../../src/domain/returns/commands.ts';
import { isRefundClockRunning, isRefundClockStopped } from '../../src/domain/returns/refund-clock.ts';
import type { Return } from '../../src/domain/returns/return.ts';
import type { Mailing } from '../mailing.ts';
import { type OpenOrders, openOrders } from '../orders/open-orders.ts';
import { loadReturnPolicies } from '../returns/return-policies.ts';
import { openReturnSession, type ReturnSession } from '../returns/return-session.ts';
import { saveReturnSession } from '../returns/save-return-session.ts';
import { openRefundSession, type RefundSession, type RefundTarget } from './refund-session.ts';
import { saveRefundSession } from './save-refund-session.ts';

/** Orders with their returns and refunds, locked and loaded once, written once. */
export interface MoneySession extends OpenOrders {
  readonly returns: ReturnSession;
  readonly refunds: RefundSession;
}

/** Locks the orders, and loads all that a decision about their money may ask for. */
export const openMoney = async (tx: Tx, targets: readonly RefundTarget[]): Promise<MoneySession> => {
  const opened = await openOrders(tx, targets);
  const channels = targets.flatMap(({ sellerId, orderId }) => {
    const order = opened.orders.find(orderId);
    return order === null ? [] : [{ sellerId, channel: order.channel }];
  });
  const returns = await openReturnSession(tx, { orders: opened.orders, targets }, opened.policies);
  const returnPolicies = await loadReturnPolicies(tx, channels);
  const refunds = await openRefundSession(tx, { ...opened, returns, returnPolicies, targets });
  return { ...opened, returns, refunds };
};

export const saveMoney = async (
  tx: Tx,
  { orders, policies, returns, refunds }: MoneySession,
  { mailing, now }: { readonly mailing: Mailing; readonly now: Instant },
): Promise<void> => {
  await orders.save(tx, { policies, now, mailing });
  await saveReturnSession(tx, returns.touched(), { mailing, now });
  await saveRefundSession(tx, refunds.touched(), { mailing, now });
};

interface Told {
  readonly target: RefundTarget;
  readonly refundId: string;
  readonly report: RefundReport;
}

/** Notes what a provider says of a refund, on the refund and on the returns whose money it is. */
export const recordReport = (
  session: MoneySession,
  { target, refundId, report }: Told,
  now: Instant,
): Refund =>
  noteStep(session, { target, refundId, step: session.refunds.report(target, refundId, report) }, now);

/** Notes what a person says of it who has looked. */
export const recordWord = (
  session: MoneySession,
  { target, refundId, report }: Told,
  now: Instant,
): Outcome<Refund> => {
  const outcome = session.refunds.word(target, refundId, report, now);
  return outcome.ok ? accept(noteStep(session, { target, refundId, step: outcome.value }, now)) : outcome;
};

const noteStep = (
  session: MoneySession,
  { target, refundId, step }: Omit<Told, 'report'> & { readonly step: RefundStep | null },
  now: Instant,
): Refund => {
  const refund = session.refunds.find(refundId);
  if (refund === null) throw new Error('A report about a refund that does not exist');
  if (step?.type === 'succeeded' || step?.type === 'declined')
    noteOnReturns(session, { target, refund }, now);
  if (step?.type === 'failed') noteReversed(session, { target, refund }, now);
  return refund;
};

interface Noted {
  readonly target: RefundTarget;
  readonly refund: Refund;
}

const runOnReturn = (
  { returns }: MoneySession,
  target: RefundTarget & { readonly returnId: string },
  command: ReturnCommand,
  now: Instant,
): void => {
  const outcome = returns.run(target, command, now);
  if (!outcome.ok) throw new Error(`A refund could not be noted on its return: ${outcome.refusal.code}`);
};

/** On the return that it is for, and on others whose money is settled with it. */
const noteOnReturns = (session: MoneySession, { target, refund }: Noted, now: Instant): void => {
  const { id: refundId, returnId, amountMinor, settledAt } = refund;
  const at = settledAt ?? now;
  for (const state of session.returns.ofOrder(target.orderId)) {
    const of = { ...target, returnId: state.id };
    if (state.id === returnId && refund.state === 'succeeded') {
      const isAll = isSettledReturn(session, target, state);
      runOnReturn(session, of, { type: 'note_refund', refundId, amountMinor, isAll, at }, now);
    } else if (isRefundClockRunning(state) && isSettledReturn(session, target, state)) {
      runOnReturn(session, of, { type: 'note_nothing_owed', at }, now);
    }
  }
};

/** What was paid is owed again: by the return that it was for, or by those that were settled with it. */
const noteReversed = (session: MoneySession, { target, refund }: Noted, now: Instant): void => {
  for (const state of session.returns.ofOrder(target.orderId)) {
    const of = { ...target, returnId: state.id };
    if (state.id === refund.returnId) {
      runOnReturn(session, of, { type: 'note_refund_reversed', refundId: refund.id }, now);
    } else if (isRefundClockStopped(state) && !isSettledReturn(session, target, state)) {
      runOnReturn(session, of, { type: 'note_owed_again' }, now);
    }
  }
};

const isSettledReturn = ({ refunds }: MoneySession, target: RefundTarget, state: Return): boolean =>
  isReturnSettled(
    refunds.owedOf(target, state, { cause: causeOf(state), by: 'seller' }),
    refunds.ofOrder(target.orderId),
    state,
  );

/** Stops the clock of a return whose money went back before its goods came. */
export const noteIfSettled = (
  session: MoneySession,
  target: RefundTarget & { readonly returnId: string },
  now: Instant,
): void => {
  const state = session.returns.find(target.returnId);
  if (state === null || !isRefundClockRunning(state) || !isSettledReturn(session, target, state)) return;
  runOnReturn(session, target, { type: 'note_nothing_owed', at: now }, now);
};
