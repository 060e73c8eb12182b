import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Requester, ReturnState } from '../../../src/domain/returns/return.ts';
import { rmaKey } from '../../../src/domain/returns/rma.ts';
import type { Database } from '../../client.ts';
import type { Page } from '../orders-read/list-orders.ts';

export const returnFilters = [
  'all',
  'authorization_required',
  'authorized',
  'received',
  'completed',
  'closed',
  'closed_by_buyer',
  'closed_by_seller',
] as const;

export interface ReturnQuery {
  readonly filter: (typeof returnFilters)[number];
  /** On `requestedAt`: from the first, before the second. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** How an RMA (in any case), an order number or the id of a return begins. */
  readonly q: string | null;
  readonly orderId: string | null;
  readonly channel: string | null;
}

export interface ListedReturn {
  readonly returnId: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly state: ReturnState;
  readonly requestedBy: Requester;
  readonly requestedAt: Instant;
  readonly rma: string | null;
  readonly closedBy: 'buyer' | 'seller' | 'system' | null;
  /** When the seller's answer is late; null: nobody waits for one. */
  readonly dueAt: Instant | null;
}

/** From the first dash on: what is shorter is an order number rather, and all ids of a minute begin with it. */
const idBeginning = /^[\da-f]{8}-[\da-f-]{0,27}$/i;

/** The first and the last id that begin like this; null: none does. */
export const idsBeginningWith = (text: string): { readonly first: string; readonly last: string } | null => {
  if (!idBeginning.test(text)) return null;
  const filled = (digit: string): string => {
    const rest = `00000000-0000-0000-0000-000000000000`.slice(text.length).replaceAll('0', digit);
    return (text + rest).toLowerCase();
  };
  const [first, last] = [filled('0'), filled('f')];
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(first) ? { first, last } : null;
};

/** A seller's returns, those recorded last first. A withdrawal that is not confirmed requires no authorisation. */
export const listReturns = async (
  database: Database,
  sellerId: string,
  { filter, from, to, q, orderId, channel }: ReturnQuery,
  { limit, after }: Page,
): Promise<ListedReturn[]> =>
  database.asSellers([sellerId], ({ sql }) => {
    const states = {
      all: sql``,
      authorization_required: sql`AND state = 'requested' AND details -> 'withdrawal' = 'null'::jsonb`,
      authorized: sql`AND state = 'authorized'`,
      received: sql`AND state = 'received'`,
      completed: sql`AND state = 'completed'`,
      closed: sql`AND state = 'closed'`,
      closed_by_buyer: sql`AND state = 'closed' AND closed_by = 'buyer'`,
      closed_by_seller: sql`AND state = 'closed' AND closed_by = 'seller'`,
    };
    const ids = q === null ? null : idsBeginningWith(q);
    const asked =
      q === null
        ? sql``
        : sql`AND (starts_with(rma_key COLLATE "C", ${rmaKey(q)}) OR starts_with(channel_order_id COLLATE "C", ${q})
            ${ids === null ? sql`` : sql`OR id BETWEEN ${ids.first} AND ${ids.last}`})`;
    return sql<ListedReturn[]>`
      SELECT id AS "returnId", order_id AS "orderId", channel, channel_order_id AS "channelOrderId", state,
        details ->> 'requestedBy' AS "requestedBy", requested_at AS "requestedAt", rma, closed_by AS "closedBy",
        CASE WHEN details -> 'clock' ->> 'stoppedAt' IS NULL THEN (details -> 'clock' ->> 'dueAt')::timestamptz END
          AS "dueAt"
      FROM "return"
      WHERE seller_id = ${sellerId} ${states[filter]} ${asked}
        ${from === null ? sql`` : sql`AND requested_at >= ${from}`}
        ${to === null ? sql`` : sql`AND requested_at < ${to}`}
        ${orderId === null ? sql`` : sql`AND order_id = ${orderId}`}
        ${channel === null ? sql`` : sql`AND channel = ${channel}`}
        ${after === null ? sql`` : sql`AND id < ${after}`}
      ORDER BY id DESC
      LIMIT ${limit}`;
  });
