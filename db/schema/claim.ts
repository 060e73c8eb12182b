import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Claim, ClaimKind, ClaimState } from '../../src/domain/claims/claim.ts';
import { instant, minor, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { order } from './order.ts';

/** What a claim is beside its columns; the domain reads and writes it whole. */
export type ClaimDetails = Pick<Claim, 'lines' | 'basis' | 'steps'>;

/**
 * A claim. States: eligible → opened → submitted → approved → reimbursed, or denied, expired, withdrawn
 * (docs/claims.md). Its order's row is its lock.
 */
export const claim = pgTable(
  'claim',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => order.id),
    channel: text('channel').notNull(),
    channelOrderId: text('channel_order_id').notNull(),
    kind: text('kind').$type<ClaimKind>().notNull(),
    state: text('state').$type<ClaimState>().notNull(),
    shipmentId: uuid('shipment_id').notNull(),
    returnId: uuid('return_id'),
    currency: text('currency').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    approvedMinor: minor('approved_minor'),
    reimbursedMinor: minor('reimbursed_minor'),
    eligibleAt: instant('eligible_at').notNull(),
    closesAt: instant('closes_at').notNull(),
    submittedAt: instant('submitted_at'),
    decidedAt: instant('decided_at'),
    reimbursedAt: instant('reimbursed_at'),
    details: jsonb('details').$type<ClaimDetails>().notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
  },
  (t) => [
    // load-claims: all claims of some orders.
    index('claim_order').on(t.orderId),
    // list-claims, newest first, of all states or one.
    index('claim_list').on(t.sellerId, t.id),
    index('claim_list_state').on(t.sellerId, t.state, t.id),
    // Money that nobody has asked for yet, what closes first.
    index('claim_unclaimed').on(t.sellerId, t.closesAt, t.id).where(sql`state IN ('eligible', 'opened')`),
    // The report, by the time of eligibility.
    index('claim_eligible').on(t.sellerId, t.eligibleAt),
    check(
      'claim_state',
      sql`state IN ('eligible', 'opened', 'submitted', 'approved', 'reimbursed', 'denied', 'expired', 'withdrawn')`,
    ),
    check('claim_reimbursed', sql`(state = 'reimbursed') = (reimbursed_minor IS NOT NULL)`),
    sellerPolicy('claim'),
  ],
);
