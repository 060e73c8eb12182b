import { sql } from 'drizzle-orm';
import { boolean, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { TrackingCode } from '../../src/domain/orders/order.ts';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

/**
 * A raw carrier scan, kept for ever, also when its parcel is not known yet: it joins by (carrier,
 * trackingNumber). `dedupeKey` is the carrier's event id, else its code and time.
 */
export const trackingEvent = pgTable(
  'tracking_event',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    carrier: text('carrier').notNull(),
    trackingNumber: text('tracking_number').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    code: text('code').$type<TrackingCode>().notNull(),
    occurredAt: instant('occurred_at').notNull(),
    location: text('location'),
    eventId: text('event_id'),
    historical: boolean('historical').notNull(),
    receivedAt: instant('received_at').notNull().default(sql`now()`),
  },
  (t) => [
    // find-scans of a parcel, and each scan once.
    uniqueIndex('tracking_event_once').on(t.sellerId, t.carrier, t.trackingNumber, t.dedupeKey),
    sellerPolicy('tracking_event'),
  ],
);
