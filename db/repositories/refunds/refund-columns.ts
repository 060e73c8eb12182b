import type { Refund } from '../../../src/domain/refunds/refund.ts';
import type { Tx } from '../../client.ts';
import type { RefundDetails } from '../../schema/refund.ts';

/** A refund's row, as `refundColumns` selects it. */
export type RefundRow = Omit<Refund, keyof RefundDetails> & {
  readonly sellerId: string;
  readonly details: RefundDetails;
};

/** All that makes a refund, for a SELECT from `refund`. */
export const refundColumns = (sql: Tx['sql']) => sql`
  refund.id, refund.seller_id AS "sellerId", refund.order_id AS "orderId", refund.channel,
  refund.channel_order_id AS "channelOrderId", refund.return_id AS "returnId", refund.state, refund.cause,
  refund.reason, refund.currency, refund.amount_minor AS "amountMinor", refund.tax_minor AS "taxMinor",
  refund.items_minor AS "itemsMinor", refund.fee_minor AS "feeMinor", refund.shipping_minor AS "shippingMinor",
  refund.shipping_tax_minor AS "shippingTaxMinor", refund.provider,
  refund.payment_reference AS "paymentReference", refund.gateway_key AS "gatewayKey",
  refund.provider_refund_id AS "providerRefundId", refund.decline_code AS "declineCode", refund.attention,
  refund.requested_at AS "requestedAt", refund.first_called_at AS "firstCalledAt",
  refund.settled_at AS "settledAt", refund.details`;

export const toRefund = ({ sellerId: _, details, ...columns }: RefundRow): Refund => ({
  ...columns,
  ...details,
});
