import type { Order } from '../orders/order.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { Return } from '../returns/return.ts';
import { type AskedLine, type ComputedRefund, computeRefund, type RestockingFee } from './compute-refund.ts';
import { refuseFee } from './fee.ts';
import { type LeftToRefund, leftToRefund, totalOf } from './left.ts';
import { paidOf } from './paid.ts';
import type { RefundPolicy } from './policy.ts';
import { counts, type Refund } from './refund.ts';

/** What somebody asks for by hand, by file or by a link. */
export interface RefundRequest {
  readonly currency: string | null;
  readonly lines: readonly AskedLine[];
  readonly shippingMinor: number;
  readonly restockingFee: RestockingFee | null;
  readonly reason: string;
  readonly returnId: string | null;
  /** What the caller believes was refunded so far. */
  readonly previouslyRefundedMinor: number | null;
}

/** What a decision about a refund may know: all of it under the order's lock. */
export interface RefundContext {
  readonly order: Order;
  readonly refunds: readonly Refund[];
  readonly returns: readonly Return[];
  readonly policy: RefundPolicy;
}

/** Of an order in minor units: what refunds that count have given back, or are about to. */
export const refundedOf = (refunds: readonly Refund[]): number =>
  refunds.filter(counts).reduce((sum, refund) => sum + totalOf(refund), 0);

/** What can still be refunded; null: nothing is captured yet. */
export const leftOf = ({ order, refunds }: Pick<RefundContext, 'order' | 'refunds'>): LeftToRefund | null => {
  const paid = paidOf(order);
  return paid === null ? null : leftToRefund(paid, refunds.filter(counts));
};

/** What a refund would come to, or the rule that refuses it: the same for a preview and for the refund itself. */
export const decideRefund = (
  { currency, lines, shippingMinor, restockingFee, reason, returnId, previouslyRefundedMinor }: RefundRequest,
  { order, refunds, returns, policy }: RefundContext,
): Outcome<ComputedRefund> => {
  const left = leftOf({ order, refunds });
  if (left === null) return refuse('payment_not_captured', 'Nothing was captured for this order yet.');
  if (currency !== null && currency !== order.currency) {
    return refuse('currency_mismatch', `The order is in ${order.currency}: it is refunded in that.`);
  }
  if (order.payment.provider === 'stripe' && (order.payment.reference ?? null) === null) {
    return refuse('payment_reference_missing', 'The order does not name its payment at the provider.');
  }
  const of = returnId === null ? null : (returns.find(({ id }) => id === returnId) ?? null);
  if (returnId !== null && of === null) return refuse('unknown_return', 'The order has no such return.');
  const refundedMinor = refundedOf(refunds);
  if (previouslyRefundedMinor !== null && previouslyRefundedMinor !== refundedMinor) {
    return refuse('refunded_meanwhile', `Of this order ${refundedMinor} is refunded already.`);
  }
  if (restockingFee !== null) {
    const lineIds = lines.map(({ lineId }) => lineId);
    const refusal = refuseFee({ lineIds, reason, of, returns }, policy);
    if (refusal !== null) return { ok: false, refusal };
  }
  const computed = computeRefund(left, { lines, shippingMinor, fee: restockingFee });
  return computed.ok ? accept(computed.value) : computed;
};
