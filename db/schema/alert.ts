import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { order } from './order.ts';

/** Something the seller must know: each kind once per order. The mail about it is a job of its own. */
export const alert = pgTable(
  'alert',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => order.id),
    kind: text('kind').notNull(),
    details: jsonb('details').notNull().default({}),
    raisedAt: instant('raised_at').notNull(),
  },
  (t) => [
    // save-alerts: each kind once per order.
    uniqueIndex('alert_once').on(t.orderId, t.kind),
    // list-alerts, newest first.
    index('alert_list').on(t.sellerId, t.id),
    sellerPolicy('alert'),
  ],
);
