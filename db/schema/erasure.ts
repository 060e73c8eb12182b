import { sql } from 'drizzle-orm';
import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import type { ErasureCounts } from '../../src/domain/privacy/counts.ts';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

/**
 * A buyer's request to be forgotten: how far its work is, and the proof that it was done. It does not say who
 * asked, for that would have to be erased as well.
 */
export const erasure = pgTable(
  'erasure',
  {
    /** That of the job that was asked for. */
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    /** The last order that was looked at: they are taken in the order of their ids. */
    afterOrderId: uuid('after_order_id'),
    counts: jsonb('counts').$type<ErasureCounts>().notNull(),
    askedAt: instant('asked_at').notNull().default(sql`now()`),
    finishedAt: instant('finished_at'),
  },
  () => [sellerPolicy('erasure')],
);
