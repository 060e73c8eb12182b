import type { DeliveryPolicy } from '../delivery/policy.ts';
import type { Order } from '../orders/order.ts';
import { faultOf } from '../returns/policy.ts';
import type { Return } from '../returns/return.ts';
import type { ComputedRefund } from './compute-refund.ts';
import { leftOf, type RefundContext } from './decide-request.ts';
import type { LeftToRefund } from './left.ts';
import { computeOwed, minus, refundedUnits, sumByLine } from './owed.ts';
import { counts, type Refund } from './refund.ts';

export interface ReturnSettlement {
  /** What was received, or all of it because the buyer keeps it (004). */
  readonly cause: 'return_received' | 'keep_item';
  /** A rule pays for what came back undamaged by the buyer; a person decides about the rest. */
  readonly by: 'policy' | 'seller';
  /** For the cheapest standard delivery, which a whole withdrawal gives back. */
  readonly fees: DeliveryPolicy['fees'];
}

/** Units that came back: authorised ones, and others that the seller has accepted. */
const unitsBack = ({ received, mismatches }: Return, by: ReturnSettlement['by']): Map<string, number> =>
  sumByLine(
    [
      ...received,
      ...mismatches.flatMap(({ lineId, quantity, condition, outcome }) =>
        outcome === 'accept' && lineId !== null ? [{ lineId, quantity, condition }] : [],
      ),
    ].filter(({ condition }) => by === 'seller' || condition !== 'customer_damaged'),
  );

/**
 * Whether a refund may be for this return: it says so, or somebody made it by hand since the return was requested and
 * named none. Rather too little is paid by rule than twice; a person can add what is missing.
 */
const isFor = ({ returnId, cause, requestedAt }: Refund, state: Return): boolean =>
  returnId === null
    ? (cause === 'seller' || cause === 'batch') && requestedAt >= state.requestedAt
    : returnId === state.id;

/**
 * Whether the money of a withdrawal can no longer be withheld, because the buyer has proved to have sent the goods
 * (Directive 2011/83/EU, article 13(3)). No rule pays before they are there.
 */
const isProvenSent = ({ withdrawal, dispatch }: Return): boolean =>
  withdrawal !== null && withdrawal.confirmedAt !== null && dispatch !== null;

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
const shippingOfWithdrawal = (order: Order, left: LeftToRefund, fees: DeliveryPolicy['fees']): number => {
  if (order.shippingSpeed === 'standard') return left.shipping.paidMinor;
  const standard = fees.find(
    ({ country, speed, currency }) =>
      country === order.shipTo?.country && speed === 'standard' && currency === order.currency,
  );
  return Math.min(left.shipping.paidMinor, standard?.feeMinor ?? left.shipping.paidMinor);
};

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
  const earlier = refunds.filter((one) => isFor(one, state) && (by === 'policy' || counts(one)));
  const isWhole = cause === 'keep_item' || (by === 'seller' && isProvenSent(state));
  const due = isWhole ? sumByLine(state.lines) : unitsBack(state, by);
  const units = minus(due, refundedUnits(earlier));
  const isFree = (lineId: string): boolean => {
    if (state.withdrawal !== null || cause === 'keep_item') return true;
    const reason = state.lines.find((line) => line.lineId === lineId)?.reason ?? null;
    return reason === null || faultOf(policy, reason) !== 'buyer';
  };
  const part = (free: boolean) => new Map([...units].filter(([lineId]) => isFree(lineId) === free));
  const hasShipping = refunds.some(({ shippingMinor }) => shippingMinor > 0);
  const shippingMinor =
    state.withdrawal !== null &&
    !hasShipping &&
    [...units.values()].some((n) => n > 0) &&
    isWholeWithdrawal(order, returns)
      ? shippingOfWithdrawal(order, left, fees)
      : 0;
  const free = computeOwed(left, { units: part(true), shippingMinor, fee: null });
  const rest = { ...left, capturedMinor: left.capturedMinor - (free?.amountMinor ?? 0) };
  const charged = computeOwed(rest, { units: part(false), shippingMinor: 0, fee: policy.restockingFee });
  return [free, charged].filter((one) => one !== null);
};

/** What a return owes for: what came back of it, or everything, because the buyer keeps it (004). */
export const causeOf = ({ closing }: Return): ReturnSettlement['cause'] =>
  closing?.reason === 'refund_without_return' ? 'keep_item' : 'return_received';

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
