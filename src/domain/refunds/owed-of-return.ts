import type { DeliveryPolicy } from '../delivery/policy.ts';
import { allocate } from '../money.ts';
import type { Order } from '../orders/order.ts';
import type { Refusal } from '../outcome.ts';
import { faultOf } from '../returns/policy.ts';
import type { Return } from '../returns/return.ts';
import type { ComputedRefund } from './compute-refund.ts';
import { leftOf, type RefundContext } from './decide-request.ts';
import type { LeftToRefund } from './left.ts';
import { computeOwed, feeLeft, shippingOf } from './owed.ts';
import { paidOf, unitsOf } from './paid.ts';
import { counts, isSettled, type Refund } from './refund.ts';
import {
  atMost,
  isKept,
  isProvenSent,
  minus,
  refundedUnits,
  sumByLine,
  type UnitsByLine,
  unitsBack,
  unpaidUnits,
} from './units.ts';

export interface ReturnSettlement {
  /** What was received, or all of it because the buyer keeps it (004). */
  readonly cause: 'return_received' | 'keep_item';
  /** A rule pays for what came back undamaged by the buyer; a person decides about the rest. */
  readonly by: 'policy' | 'seller';
  /** For the cheapest standard delivery, which a whole withdrawal gives back. */
  readonly fees: DeliveryPolicy['fees'];
}

/** Whether all of the order is withdrawn from or cancelled. */
const isWholeWithdrawal = (order: Order, returns: readonly Return[]): boolean => {
  const gone = sumByLine([
    ...returns.flatMap(({ withdrawal, state, lines }) =>
      withdrawal !== null && withdrawal.confirmedAt !== null && state !== 'closed' ? lines : [],
    ),
    ...order.cancelledUnits,
  ]);
  return order.lines.every(({ lineId, quantity }) => (gone.get(lineId) ?? 0) >= quantity);
};

/**
 * Delivery that a whole withdrawal gives back: what was paid, but no more than the cheapest standard delivery costs
 * (Directive 2011/83/EU, article 13(2)). Where no such fee is known the buyer gets all of it.
 */
const shippingOfWithdrawal = (order: Order, paidMinor: number, fees: DeliveryPolicy['fees']): number => {
  if (order.shippingSpeed === 'standard') return paidMinor;
  const standard = fees.find(
    ({ country, speed, currency }) =>
      country === order.shipTo?.country && speed === 'standard' && currency === order.currency,
  );
  return Math.min(paidMinor, standard?.feeMinor ?? paidMinor);
};

const isByHand = ({ cause, returnId }: Refund): boolean =>
  returnId === null && (cause === 'seller' || cause === 'batch');

/**
 * What a return owes its buyer: the units that are back and not refunded yet, less the fee on those for which the
 * buyer is at fault, and with a whole withdrawal the delivery. Lines with and without a fee are two refunds, so that
 * a fee falls on its own lines only. Empty: nothing is owed (any more).
 */
export const owedOfReturn = (
  context: RefundContext,
  state: Return,
  { cause, by, fees }: ReturnSettlement,
): readonly ComputedRefund[] => {
  const left = leftOf(context);
  if (left === null) return [];
  const { order, refunds, returns, policy } = context;
  // A rule does not repeat what was declined; a person may.
  const isTried = (refund: Refund): boolean => by === 'policy' || counts(refund);
  const earlier = refunds.filter((one) => one.returnId === state.id && isTried(one));
  const isWhole = cause === 'keep_item' || (by === 'seller' && isProvenSent(state));
  const due = isWhole ? sumByLine(state.lines) : unitsBack(state, by);
  // What somebody gave by hand before this return was asked for was given for something else.
  const unpaid = unpaidUnits(context, (one) => isByHand(one) && one.requestedAt < state.requestedAt);
  const units = atMost(minus(due, refundedUnits(earlier)), unpaid);
  const isFree = (lineId: string): boolean => {
    if (state.withdrawal !== null || cause === 'keep_item') return true;
    const reason = state.lines.find((line) => line.lineId === lineId)?.reason ?? null;
    return reason === null || faultOf(policy, reason) !== 'buyer';
  };
  const part = (free: boolean) => new Map([...units].filter(([lineId]) => isFree(lineId) === free));
  const isWithdrawn =
    state.withdrawal !== null && [...units.values()].some((n) => n > 0) && isWholeWithdrawal(order, returns);
  const shippingMinor = isWithdrawn
    ? shippingOfWithdrawal(order, paidOf(order)?.shipping.paidMinor ?? 0, fees) -
      shippingOf(refunds.filter(isTried))
    : 0;
  const dueMinor = dueAfterAmounts(left, due, earlier);
  const free = computeOwed(left, { units: part(true), shippingMinor, fee: null, dueMinor });
  const rest = { ...left, capturedMinor: left.capturedMinor - (free?.amountMinor ?? 0) };
  const fee = feeLeft(policy.restockingFee, earlier);
  const charged = computeOwed(rest, { units: part(false), shippingMinor: 0, fee, dueMinor });
  return [free, charged].filter((one) => one !== null);
};

/**
 * Of lines of which a part was given back for this return by amount: what the units that are due are worth, less all
 * that was given for it, fees that were withheld included. Other lines are missing.
 */
const dueAfterAmounts = (
  left: LeftToRefund,
  due: UnitsByLine,
  earlier: readonly Refund[],
): Map<string, number> => {
  const given = new Map<string, number>();
  const byAmount = new Set<string>();
  for (const { lines, feeMinor } of earlier) {
    const fees = allocate(
      feeMinor,
      lines.map(({ amountMinor }) => amountMinor),
    );
    for (const [n, { lineId, quantity, amountMinor }] of lines.entries()) {
      given.set(lineId, (given.get(lineId) ?? 0) + amountMinor + (fees[n] ?? 0));
      if (quantity === null) byAmount.add(lineId);
    }
  }
  return new Map(
    left.lines.flatMap(({ line }): [string, number][] => {
      if (!byAmount.has(line.lineId)) return [];
      const count = Math.min(due.get(line.lineId) ?? 0, line.quantity);
      const { paidMinor } = unitsOf(line, { after: 0, count });
      return [[line.lineId, paidMinor - (given.get(line.lineId) ?? 0)]];
    }),
  );
};

/** Whether nothing is owed for a return, and nothing of it is still on its way. */
export const isReturnSettled = (
  owed: readonly ComputedRefund[],
  refunds: readonly Refund[],
  state: Return,
): boolean => owed.length === 0 && refunds.every((refund) => isSettled(refund) || !mayBeFor(refund, state));

/** Whether a refund may be for this return: it says so, or was made by hand since and says nothing. */
const mayBeFor = (refund: Refund, state: Return): boolean =>
  refund.returnId === state.id || (isByHand(refund) && refund.requestedAt >= state.requestedAt);

/** Nobody agrees to one amount and pays another: more may have come back since. Null: it is the same, or any will do. */
export const refuseAmount = (
  owed: readonly ComputedRefund[],
  expectedMinor: number | undefined,
): Refusal | null => {
  const owedMinor = totalOwed(owed)?.amountMinor ?? 0;
  if (expectedMinor === undefined || owedMinor === 0 || owedMinor === expectedMinor) return null;
  return { code: 'amount_changed', detail: `By now ${owedMinor} is owed for this return.` };
};

/** What a return owes for: what came back of it, or everything, because the buyer keeps it (004). */
export const causeOf = (state: Return): ReturnSettlement['cause'] =>
  isKept(state) ? 'keep_item' : 'return_received';

/** The parts of what is owed as one, to be shown. Null: nothing is owed. */
export const totalOwed = (parts: readonly ComputedRefund[]): ComputedRefund | null => {
  const [first, ...others] = parts;
  if (first === undefined) return null;
  return others.reduce(
    (sum, part) => ({
      lines: [...sum.lines, ...part.lines],
      shippingMinor: sum.shippingMinor + part.shippingMinor,
      shippingTaxMinor: sum.shippingTaxMinor + part.shippingTaxMinor,
      itemsMinor: sum.itemsMinor + part.itemsMinor,
      feeMinor: sum.feeMinor + part.feeMinor,
      amountMinor: sum.amountMinor + part.amountMinor,
      taxMinor: sum.taxMinor + part.taxMinor,
    }),
    first,
  );
};
