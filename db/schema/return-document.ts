import { sql } from 'drizzle-orm';
import { customType, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { return_ } from './return.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** What the documents of a return are drawn from, frozen when they were asked for; one per version. */
export const returnDocumentSource = pgTable(
  'return_document_source',
  {
    sellerId: sellerId(),
    returnId: uuid('return_id')
      .notNull()
      .references(() => return_.id),
    version: integer('version').notNull(),
    /** A `ReturnDocument` of src/labels. */
    source: jsonb('source').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.returnId, t.version] }), sellerPolicy('return_document_source')],
);

/**
 * A document as it was first drawn, for ever: a reprint is the same bytes, whatever a newer library would
 * draw. `uploaded` is the seller's own label.
 */
export const returnDocument = pgTable(
  'return_document',
  {
    sellerId: sellerId(),
    returnId: uuid('return_id')
      .notNull()
      .references(() => return_.id),
    version: integer('version').notNull(),
    format: text('format').notNull(),
    contentType: text('content_type').notNull(),
    content: bytes('content').notNull(),
    /** Of the content, in hexadecimal: its ETag. */
    sha256: text('sha256').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.returnId, t.version, t.format] }), sellerPolicy('return_document')],
);
