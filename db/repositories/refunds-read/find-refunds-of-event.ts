import type { RefundState } from '../../../src/domain/refunds/refund.ts';
import type { Sql } from '../../client.ts';

export interface RefundOfEvent {
  readonly refundId: string;
  readonly sellerId: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly state: RefundState;
  readonly providerRefundId: string | null;
}

/** By what a provider's own message may name our refunds; what it does not name is null or empty. */
export interface EventNames {
  readonly refundId: string | null;
  readonly providerRefundId: string | null;
  readonly paymentReferences: readonly string[];
}

/**
 * The refunds that a message of Stripe's is about: by our own name, else by its name of the refund, else all those of
 * the payment. It knows no seller. Our own name stands in metadata, which people can write: a refund that Stripe calls
 * otherwise is not the one that we know.
 */
export const findRefundsOfEvent = (
  system: Sql,
  { refundId, providerRefundId, paymentReferences }: EventNames,
): Promise<RefundOfEvent[]> => {
  const named =
    refundId !== null
      ? system`id = ${refundId} AND coalesce(provider_refund_id, ${providerRefundId}) IS NOT DISTINCT FROM ${providerRefundId}`
      : providerRefundId !== null
        ? system`provider_refund_id = ${providerRefundId}`
        : system`payment_reference = ANY (${paymentReferences as string[]}::text[])`;
  return system<RefundOfEvent[]>`
    SELECT id AS "refundId", seller_id AS "sellerId", order_id AS "orderId", channel,
      channel_order_id AS "channelOrderId", state, provider_refund_id AS "providerRefundId"
    FROM refund WHERE provider = 'stripe' AND ${named} ORDER BY id`;
};
