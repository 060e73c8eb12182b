import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { OrderAlert } from '../../src/domain/orders/events.ts';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

export type RefundNoticeKind = 'refund_declined' | 'refund_failed' | 'refund_needs_person' | 'refund_due';
export type ClaimNoticeKind =
  | 'claim_eligible'
  | 'claim_closing'
  | 'claim_expired'
  | 'claim_delivered'
  | 'claim_submitted';

/** What a seller is told once a day instead of at once; ids and numbers, no personal data. */
export type DigestTopic =
  | {
      readonly kind: 'order';
      readonly orderId: string;
      readonly orderNumber: string;
      readonly alert: OrderAlert;
    }
  | { readonly kind: 'return'; readonly returnId: string; readonly orderNumber: string }
  | { readonly kind: 'message'; readonly messageId: string }
  | { readonly kind: 'refund_due'; readonly returnId: string; readonly orderNumber: string }
  | {
      readonly kind: 'refund';
      readonly refundId: string;
      readonly orderId: string;
      readonly orderNumber: string;
      readonly notice: RefundNoticeKind;
    }
  | {
      readonly kind: 'claim';
      readonly claimId: string;
      readonly orderId: string;
      readonly orderNumber: string;
      readonly notice: ClaimNoticeKind;
    };

/** A notice that waits for the digest of its channel: told once, with the mail that `toldAt` is of. */
export const digestEntry = pgTable(
  'digest_entry',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    channel: text('channel').notNull(),
    topic: jsonb('topic').$type<DigestTopic>().notNull(),
    raisedAt: instant('raised_at').notNull(),
    toldAt: instant('told_at'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    // take-digest: what a channel has still to be told.
    index('digest_entry_untold').on(t.sellerId, t.channel, t.id).where(sql`told_at IS NULL`),
    sellerPolicy('digest_entry'),
  ],
);
