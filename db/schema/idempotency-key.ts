import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy, systemPolicy } from '../roles.ts';

/** A caller's Idempotency-Key and the job it made. Kept as long as that job (CONTRACT: 30 days or more). */
export const idempotencyKey = pgTable(
  'idempotency_key',
  {
    sellerId: sellerId(),
    /** Method and path. */
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    jobId: uuid('job_id').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.sellerId, t.scope, t.key] }),
    // retention: the keys whose time is over.
    index('idempotency_key_created').on(t.createdAt),
    sellerPolicy('idempotency_key'),
    systemPolicy('idempotency_key'),
  ],
);
