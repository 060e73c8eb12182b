import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { PaymentProvider } from '../../src/domain/orders/order.ts';
import type { Refund, RefundAttention, RefundCause, RefundState } from '../../src/domain/refunds/refund.ts';
import { instant, minor, sellerId } from '../columns.ts';
import { sellerPolicy, systemPolicy } from '../roles.ts';
import { order } from './order.ts';

/** What a refund is beside its columns; the domain reads and writes it whole. */
export type RefundDetails = Pick<Refund, 'lines' | 'declineDetail' | 'steps'>;

/**
 * A refund; a row is never deleted. States: requested → processing → succeeded | declined | unknown; unknown →
 * succeeded | declined; succeeded → failed (docs/refunds.md). Its order's row is its lock, and refund_balance
 * holds what all of them together may not exceed.
 */
export const refund = pgTable(
  'refund',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => order.id),
    channel: text('channel').notNull(),
    channelOrderId: text('channel_order_id').notNull(),
    returnId: uuid('return_id'),
    state: text('state').$type<RefundState>().notNull(),
    cause: text('cause').$type<RefundCause>().notNull(),
    reason: text('reason').notNull(),
    currency: text('currency').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    itemsMinor: minor('items_minor').notNull(),
    feeMinor: minor('fee_minor').notNull(),
    shippingMinor: minor('shipping_minor').notNull(),
    shippingTaxMinor: minor('shipping_tax_minor').notNull(),
    provider: text('provider').$type<PaymentProvider>().notNull(),
    paymentReference: text('payment_reference'),
    /** Minted and stored before the provider is called, and never another one. */
    gatewayKey: text('gateway_key').notNull(),
    providerRefundId: text('provider_refund_id'),
    declineCode: text('decline_code'),
    attention: text('attention').$type<RefundAttention>(),
    requestedAt: instant('requested_at').notNull(),
    firstCalledAt: instant('first_called_at'),
    settledAt: instant('settled_at'),
    details: jsonb('details').$type<RefundDetails>().notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
  },
  (t) => [
    // load-refunds: all refunds of some orders.
    index('refund_order').on(t.orderId),
    // list-refunds, newest first, of all states or one.
    index('refund_list').on(t.sellerId, t.id),
    index('refund_list_state').on(t.sellerId, t.state, t.id),
    // reports, by the time of the request.
    index('refund_requested').on(t.sellerId, t.requestedAt),
    // reconcile: what a provider should know of, by the first call.
    index('refund_called')
      .on(t.sellerId, t.provider, t.firstCalledAt)
      .where(sql`first_called_at IS NOT NULL`),
    // find-refund-of-event: what a provider's own message is about.
    index('refund_provider_id').on(t.providerRefundId).where(sql`provider_refund_id IS NOT NULL`),
    index('refund_payment').on(t.paymentReference).where(sql`payment_reference IS NOT NULL`),
    uniqueIndex('refund_gateway_key').on(t.gatewayKey),
    check(
      'refund_state',
      sql`state IN ('requested', 'processing', 'succeeded', 'declined', 'unknown', 'failed')`,
    ),
    check('refund_amount', sql`amount_minor > 0 AND amount_minor = items_minor - fee_minor + shipping_minor`),
    check('refund_settled', sql`(settled_at IS NOT NULL) = (state IN ('succeeded', 'declined', 'failed'))`),
    sellerPolicy('refund'),
    systemPolicy('refund'),
  ],
);
