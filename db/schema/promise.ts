import { date, integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ExplanationStep } from '../../src/domain/delivery/promise.ts';
import { instant, minor, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { order } from './order.ts';

/** A delivery promise as it was given; never changed, a newer one gets the next sequence. */
export const promise = pgTable(
  'promise',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => order.id),
    sequence: integer('sequence').notNull(),
    sellerId: sellerId(),
    shipmentId: uuid('shipment_id'),
    shipBy: date('ship_by').notNull(),
    earliest: date('earliest').notNull(),
    latest: date('latest').notNull(),
    latestAt: instant('latest_at').notNull(),
    lane: text('lane').notNull(),
    carrier: text('carrier').notNull(),
    explanation: json('explanation').$type<readonly ExplanationStep[]>().notNull(),
    feeMinor: minor('fee_minor'),
    policyVersion: integer('policy_version').notNull(),
    promisedAt: instant('promised_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.sequence] }), sellerPolicy('promise')],
);
