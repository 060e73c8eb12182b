import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

/**
 * A conversation: an order's, by the number that its channel gives it, whether we know the order yet or not; or
 * a buyer's on a channel, before there is an order. Its row is the lock of its messages and their clocks.
 */
export const thread = pgTable(
  'thread',
  {
    /** Follows from seller and name (db/repositories/messages/thread-id.ts). */
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    channel: text('channel').notNull(),
    channelOrderId: text('channel_order_id'),
    /** As the channel knows the buyer, else the address. */
    buyer: text('buyer'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    /** When its personal data is looked at next; null: not yet, or never again. */
    eraseCheckAt: instant('erase_check_at'),
    erasedAt: instant('erased_at'),
  },
  (t) => [
    // list-messages of an order.
    index('thread_order')
      .on(t.sellerId, t.channel, t.channelOrderId)
      .where(sql`channel_order_id IS NOT NULL`),
    // app.things_of_buyer: the conversations of an address before there is an order.
    index('thread_buyer').on(sql`hashtextextended(lower(buyer), 0)`).where(sql`buyer IS NOT NULL`),
    // find-threads-to-erase, as of orders.
    index('thread_erase_unseen')
      .on(t.sellerId, t.createdAt)
      .where(sql`erase_check_at IS NULL AND erased_at IS NULL`),
    index('thread_erase_check').on(t.sellerId, t.eraseCheckAt).where(sql`erase_check_at IS NOT NULL`),
    check('thread_name', sql`channel_order_id IS NOT NULL OR buyer IS NOT NULL`),
    sellerPolicy('thread'),
  ],
);
