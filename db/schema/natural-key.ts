import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

/**
 * What a thing is called outside: an order is (channel, channelOrderId), a shipment (carrier,
 * trackingNumber). Claimed at intake, before the thing exists, so that the same content posted twice
 * is one job and other content a conflict at once. Given back when the job is rejected, so that a
 * corrected order may come under its old number.
 */
export const naturalKey = pgTable(
  'natural_key',
  {
    sellerId: sellerId(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    contentHash: text('content_hash').notNull(),
    jobId: uuid('job_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sellerId, t.kind, t.key] }), sellerPolicy('natural_key')],
);
