import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { minor, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { order } from './order.ts';

/** One line of an order; it never changes after the order is placed. */
export const orderLine = pgTable(
  'order_line',
  {
    sellerId: sellerId(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => order.id),
    position: integer('position').notNull(),
    lineId: text('line_id').notNull(),
    sku: text('sku').notNull(),
    title: text('title').notNull(),
    quantity: integer('quantity').notNull(),
    unitPriceMinor: minor('unit_price_minor').notNull(),
    discountMinor: minor('discount_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    unitCostMinor: minor('unit_cost_minor'),
    returnable: boolean('returnable').notNull(),
    dangerousGoods: boolean('dangerous_goods').notNull(),
  },
  (t) => [
    // load-orders: the lines of some orders.
    primaryKey({ columns: [t.orderId, t.lineId] }),
    sellerPolicy('order_line'),
  ],
);
