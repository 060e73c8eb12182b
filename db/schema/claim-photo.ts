import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { claim } from './claim.ts';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** A photograph of a damage, drawn anew from what was sent: without place, camera or any other hidden data. */
export const claimPhoto = pgTable(
  'claim_photo',
  {
    sellerId: sellerId(),
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claim.id),
    id: uuid('id').notNull(),
    /** 1 to 10: with the primary key the limit of photographs, whoever sends at once. */
    position: integer('position').notNull(),
    contentType: text('content_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    sha256: text('sha256').notNull(),
    content: bytea('content').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.position] }),
    // The same photograph sent twice is one.
    uniqueIndex('claim_photo_once').on(t.claimId, t.sha256),
    check('claim_photo_position', sql`position BETWEEN 1 AND 10`),
    sellerPolicy('claim_photo'),
  ],
);
