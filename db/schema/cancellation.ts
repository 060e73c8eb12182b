import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Cancellation, ParcelLine } from '../../src/domain/orders/order.ts';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { order } from './order.ts';

/** Units that were taken out of an order before they left, each time that it happened: the report's rows. */
export const cancellation = pgTable(
  'cancellation',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => order.id),
    channel: text('channel').notNull(),
    channelOrderId: text('channel_order_id').notNull(),
    source: text('source').$type<Cancellation['source']>().notNull(),
    reason: text('reason'),
    /** Whether the order was cancelled with it. */
    whole: boolean('whole').notNull(),
    lines: jsonb('lines').$type<readonly ParcelLine[]>().notNull(),
    requestId: uuid('request_id'),
    cancelledAt: instant('cancelled_at').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    index('cancellation_order').on(t.orderId),
    // The report, by time.
    index('cancellation_report').on(t.sellerId, t.cancelledAt),
    sellerPolicy('cancellation'),
  ],
);
