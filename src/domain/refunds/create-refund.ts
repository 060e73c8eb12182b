import type { Instant } from '../calendar/instant.ts';
import type { Order } from '../orders/order.ts';
import type { ComputedRefund } from './compute-refund.ts';
import type { Refund, RefundCause } from './refund.ts';

export interface RefundOrigin {
  readonly id: string;
  readonly gatewayKey: string;
  readonly cause: RefundCause;
  readonly reason: string;
  readonly returnId: string | null;
  readonly at: Instant;
}

/** A refund as it is stored before anybody is called. */
export const createRefund = (
  order: Order,
  computed: ComputedRefund,
  { id, gatewayKey, cause, reason, returnId, at }: RefundOrigin,
): Refund => ({
  id,
  orderId: order.id,
  channel: order.channel,
  channelOrderId: order.channelOrderId,
  returnId,
  cause,
  reason,
  currency: order.currency,
  ...computed,
  provider: order.payment.provider,
  paymentReference: order.payment.reference ?? null,
  gatewayKey,
  state: 'requested',
  requestedAt: at,
  firstCalledAt: null,
  settledAt: null,
  providerRefundId: null,
  declineCode: null,
  declineDetail: null,
  attention: null,
  steps: [{ type: 'requested', at }],
});
