import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

export const settingKinds = ['delivery-policy', 'channel', 'refund-policy'] as const;
export type SettingKind = (typeof settingKinds)[number];

/** A seller's settings, every version of them: what was decided under one stays explained by it. */
export const setting = pgTable(
  'setting',
  {
    sellerId: sellerId(),
    kind: text('kind').$type<SettingKind>().notNull(),
    /** The channel for channel settings, else empty. */
    key: text('key').notNull().default(''),
    version: integer('version').notNull(),
    value: jsonb('value').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.sellerId, t.kind, t.key, t.version] }), sellerPolicy('setting')],
);
