import { sql } from 'drizzle-orm';
import { check, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { minor, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { order } from './order.ts';

/**
 * How much of an order, of its shipping and of each line is refunded: the wall behind the code. Every refund that
 * counts adds to it in its own transaction, and one that is declined or fails takes away again; what would pass
 * `paid_minor` cannot be committed. `part`: `order`, `shipping` or `line:<lineId>`.
 */
export const refundBalance = pgTable(
  'refund_balance',
  {
    sellerId: sellerId(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => order.id),
    part: text('part').notNull(),
    /** Of the order: what was captured. */
    paidMinor: minor('paid_minor').notNull(),
    refundedMinor: minor('refunded_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.part] }),
    check('refund_balance_cap', sql`refunded_minor BETWEEN 0 AND paid_minor`),
    sellerPolicy('refund_balance'),
  ],
);
