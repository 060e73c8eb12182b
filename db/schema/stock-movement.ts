import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { return_ } from './return.ts';

/** Units that went back to stock, for the seller's inventory to fetch. Only ever added to. */
export const stockMovement = pgTable(
  'stock_movement',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    sku: text('sku').notNull(),
    /** Units; positive: into stock. */
    quantity: integer('quantity').notNull(),
    reason: text('reason').$type<'return_received' | 'mismatch_accepted'>().notNull(),
    returnId: uuid('return_id')
      .notNull()
      .references(() => return_.id),
    movedAt: instant('moved_at').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    // list-stock-movements, newest first.
    index('stock_movement_list').on(t.sellerId, t.id),
    sellerPolicy('stock_movement'),
  ],
);
