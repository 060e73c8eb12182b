import { sql } from 'drizzle-orm';
import { date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PaymentProvider } from '../../src/domain/orders/order.ts';
import type { BookDifference } from '../../src/domain/refunds/reconcile.ts';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

/** What a daily comparison of our refunds with a provider's books found; sums by currency. */
export const reconciliation = pgTable(
  'reconciliation',
  {
    sellerId: sellerId(),
    provider: text('provider').$type<PaymentProvider>().notNull(),
    day: date('day').notNull(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
    ours: integer('ours').notNull(),
    theirs: integer('theirs').notNull(),
    sums: jsonb('sums')
      .$type<readonly { currency: string; oursMinor: number; theirsMinor: number }[]>()
      .notNull(),
    differences: jsonb('differences').$type<readonly BookDifference[]>().notNull(),
    comparedAt: instant('compared_at').notNull().default(sql`now()`),
  },
  (t) => [
    // list-reconciliations, and one row per day: a comparison that runs again replaces it.
    primaryKey({ columns: [t.sellerId, t.provider, t.day] }),
    sellerPolicy('reconciliation'),
  ],
);
