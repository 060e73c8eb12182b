import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, minor, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { claim } from './claim.ts';

/** The seller's ledger of what carriers and networks have paid; never netted against refunds (000, 001). */
export const reimbursement = pgTable(
  'reimbursement',
  {
    /** One payment per claim. */
    claimId: uuid('claim_id')
      .primaryKey()
      .references(() => claim.id),
    sellerId: sellerId(),
    orderId: uuid('order_id').notNull(),
    channel: text('channel').notNull(),
    currency: text('currency').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    paidAt: instant('paid_at').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    // list-reimbursements, newest first.
    index('reimbursement_list').on(t.sellerId, t.claimId),
    check('reimbursement_amount', sql`amount_minor >= 0`),
    sellerPolicy('reimbursement'),
  ],
);
