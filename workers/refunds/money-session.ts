import type { Tx } from '../../db/client.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { causeOf } from '../../src/domain/refunds/owed-of-return.ts';
import { isSettled, type Refund } from '../../src/domain/refunds/refund.ts';
import type { RefundReport } from '../../src/domain/refunds/report.ts';
import type { ReturnCommand } from '../../src/domain/returns/commands.ts';
import { isRefundClockRunning } from '../../src/domain/returns/refund-clock.ts';
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

/** Notes what a provider or a person says of a refund, on the refund and on the return that it is for. */
export const recordReport = (
  session: MoneySession,
  { target, refundId, report }: { target: RefundTarget; refundId: string; report: RefundReport },
  now: Instant,
): Refund => {
  const { refunds } = session;
  const step = refunds.report(target, refundId, report);
  const refund = refunds.find(refundId);
  if (refund === null) throw new Error('A report about a refund that does not exist');
  if (step?.type === 'succeeded') noteOnReturns(session, { target, refund }, now);
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
    if (state.id === returnId) {
      const isAll = isSettledReturn(session, target, state);
      runOnReturn(session, of, { type: 'note_refund', refundId, amountMinor, isAll, at }, now);
    } else if (isRefundClockRunning(state) && isSettledReturn(session, target, state)) {
      runOnReturn(session, of, { type: 'note_nothing_owed', at }, now);
    }
  }
};

const noteReversed = (
  session: MoneySession,
  { target, refund: { id, returnId } }: Noted,
  now: Instant,
): void => {
  if (returnId === null || session.returns.find(returnId) === null) return;
  runOnReturn(session, { ...target, returnId }, { type: 'note_refund_reversed', refundId: id }, now);
};

/** Nothing is owed for what has come back, and nothing of it is still on its way. */
const isSettledReturn = ({ refunds }: MoneySession, target: RefundTarget, state: Return): boolean =>
  refunds.owedOf(target, state, { cause: causeOf(state), by: 'seller' }).length === 0 &&
  refunds.ofOrder(target.orderId).every((refund) => isSettled(refund));

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
