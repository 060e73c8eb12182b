import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, minor, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

/**
 * The books of the sandbox payment provider: its own, written in transactions of its own. Nothing of Navette reads
 * them but the sandbox gateway.
 */
export const sandboxRefund = pgTable(
  'sandbox_refund',
  {
    sellerId: sellerId(),
    gatewayKey: text('gateway_key').notNull(),
    id: uuid('id').notNull(),
    refundId: uuid('refund_id').notNull(),
    paymentReference: text('payment_reference'),
    status: text('status').$type<'pending' | 'succeeded' | 'declined' | 'failed' | 'absent'>().notNull(),
    declineCode: text('decline_code'),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    /** Calls with this key, to tell the first from a repetition. */
    calls: integer('calls').notNull().default(1),
    bookedAt: instant('booked_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.sellerId, t.gatewayKey] }),
    // reconcile: the books of some days.
    index('sandbox_refund_booked').on(t.sellerId, t.bookedAt),
    sellerPolicy('sandbox_refund'),
  ],
);
