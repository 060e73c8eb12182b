import { sql } from 'drizzle-orm';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, sellerId } from '../columns.ts';
import { systemPolicy } from '../roles.ts';
import { seller } from './seller.ts';

/** An API key of one seller: only its SHA-256 is kept. Revoked, not deleted, so that it stays known. */
export const apiKey = pgTable(
  'api_key',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId().references(() => seller.id),
    name: text('name').notNull(),
    /** First characters, for people who tell keys apart in a list. */
    prefix: text('prefix').notNull(),
    hash: text('hash').notNull().unique(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    revokedAt: instant('revoked_at'),
  },
  () => [systemPolicy('api_key')],
);
