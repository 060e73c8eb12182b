import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CancellationRequestState } from '../../src/domain/cancellations/cancellation-request.ts';
import type { ParcelLine } from '../../src/domain/orders/order.ts';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { order } from './order.ts';

/** A buyer's official request to cancel: requested → accepted | refused | lapsed. */
export const cancellationRequest = pgTable(
  'cancellation_request',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => order.id),
    channel: text('channel').notNull(),
    channelOrderId: text('channel_order_id').notNull(),
    state: text('state').$type<CancellationRequestState>().notNull(),
    requestedAt: instant('requested_at').notNull(),
    reason: text('reason'),
    lines: jsonb('lines').$type<readonly ParcelLine[]>(),
    decidedAt: instant('decided_at'),
    message: text('message'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    // read-requests: those of some orders.
    index('cancellation_request_order').on(t.orderId),
    // list-requests, newest first, of all states or one.
    index('cancellation_request_list').on(t.sellerId, t.id),
    index('cancellation_request_list_state').on(t.sellerId, t.state, t.id),
    check('cancellation_request_state', sql`state IN ('requested', 'accepted', 'refused', 'lapsed')`),
    check('cancellation_request_decided', sql`(state = 'requested') = (decided_at IS NULL)`),
    sellerPolicy('cancellation_request'),
  ],
);
