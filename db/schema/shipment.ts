import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ParcelLine, TrackingCode } from '../../src/domain/orders/order.ts';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { order } from './order.ts';

/** A parcel: (carrier, trackingNumber) names it outside. Status follows event time, see domain. */
export const shipment = pgTable(
  'shipment',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => order.id),
    carrier: text('carrier').notNull(),
    trackingNumber: text('tracking_number').notNull(),
    shippedAt: instant('shipped_at').notNull(),
    historical: boolean('historical').notNull(),
    lines: jsonb('lines').$type<readonly ParcelLine[]>().notNull(),
    status: text('status').$type<TrackingCode>(),
    statusAt: instant('status_at'),
    deliveredAt: instant('delivered_at'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    // find-shipments-by-number, and one parcel per number.
    uniqueIndex('shipment_number').on(t.sellerId, t.carrier, t.trackingNumber),
    // load-orders: the parcels of some orders.
    index('shipment_order').on(t.orderId),
    sellerPolicy('shipment'),
  ],
);
