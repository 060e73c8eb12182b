import { sql } from 'drizzle-orm';
import { pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { appRole, systemPolicy } from '../roles.ts';

/** A tenant. Every other row belongs to one. */
export const seller = pgTable(
  'seller',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull().unique(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  () => [
    pgPolicy('seller_self', { to: appRole, using: sql`id = ANY ((SELECT app.sellers())::uuid[])` }),
    systemPolicy('seller'),
  ],
);
