import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

/**
 * A tracking number that somebody has named. Whoever records a parcel, and whoever records scans of a
 * parcel that is not known, locks its row first: without that, each could miss what the other is
 * about to commit, and the scans would never join (docs/decisions/0006).
 */
export const parcel = pgTable(
  'parcel',
  {
    sellerId: sellerId(),
    carrier: text('carrier').notNull(),
    trackingNumber: text('tracking_number').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sellerId, t.carrier, t.trackingNumber] }), sellerPolicy('parcel')],
);
