import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Return, ReturnState } from '../../src/domain/returns/return.ts';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy, systemPolicy } from '../roles.ts';
import { order } from './order.ts';

/** What a return is beside its columns; the domain reads and writes it whole, nothing queries inside it. */
export type ReturnDetails = Omit<
  Return,
  'id' | 'orderId' | 'channel' | 'channelOrderId' | 'state' | 'requestedAt'
>;

/**
 * A return. States: requested → authorized → received → completed; requested or authorized → closed
 * (docs/returns.md). Its order's row is the lock of all that belongs to it.
 */
export const return_ = pgTable(
  'return',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => order.id),
    channel: text('channel').notNull(),
    channelOrderId: text('channel_order_id').notNull(),
    state: text('state').$type<ReturnState>().notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** As the seller wrote it; unique whatever the case. */
    rma: text('rma'),
    /** `rmaKey` of it, by which it is found: functions on a column use no index behind row-level security. */
    rmaKey: text('rma_key'),
    closedBy: text('closed_by').$type<'buyer' | 'seller' | 'system'>(),
    details: jsonb('details').$type<ReturnDetails>().notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
  },
  (t) => [
    // load-returns: all returns of some orders, for the sum of their units.
    index('return_order').on(t.orderId),
    // An RMA is one return's for ever, and /rma finds it. "C": beginnings are looked for as well.
    uniqueIndex('return_rma').on(t.sellerId, sql`rma_key COLLATE "C"`),
    index('return_by_rma').on(t.rmaKey),
    // list-returns, by the beginning of an order number.
    index('return_order_number').on(t.sellerId, sql`channel_order_id COLLATE "C"`),
    // list-returns, newest first, of all states or one.
    index('return_list').on(t.sellerId, t.id),
    index('return_list_state').on(t.sellerId, t.state, t.id),
    // The report, by the time of the request.
    index('return_requested').on(t.sellerId, t.requestedAt, t.id),
    // find-mismatch, and the list of those that wait: most returns have none, and are not in it.
    index('return_mismatches').on(t.sellerId, t.id).where(sql`details -> 'mismatches' <> '[]'::jsonb`),
    // app.things_of_buyer: returns of people to whom something was given.
    index('return_contact_email')
      .on(sql`hashtextextended(lower(details #>> '{contact,email}'), 0)`)
      .where(sql`details #>> '{contact,email}' IS NOT NULL`),
    check('return_state', sql`state IN ('requested', 'authorized', 'received', 'completed', 'closed')`),
    check('return_closed_by', sql`(state = 'closed') = (closed_by IS NOT NULL)`),
    sellerPolicy('return'),
    systemPolicy('return'),
  ],
);
