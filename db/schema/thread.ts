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
  },
  (t) => [
    // list-messages of an order.
    index('thread_order')
      .on(t.sellerId, t.channel, t.channelOrderId)
      .where(sql`channel_order_id IS NOT NULL`),
    check('thread_name', sql`channel_order_id IS NOT NULL OR buyer IS NOT NULL`),
    sellerPolicy('thread'),
  ],
);
