import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Cancellation, ParcelLine } from '../../../src/domain/orders/order.ts';
import type { Tx } from '../../client.ts';

/** A time that units were cancelled, as lists and the report show it. */
export interface CancellationRow {
  readonly id: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly source: Cancellation['source'];
  readonly reason: string | null;
  /** Whether the order was cancelled with it. */
  readonly whole: boolean;
  readonly lines: readonly ParcelLine[];
  /** The buyer's official request that it accepted, and when that was made. */
  readonly requestId: string | null;
  readonly requestedAt: Instant | null;
  readonly cancelledAt: Instant;
}

/** All of a `CancellationRow`, for a WHERE on `cancellation`. */
export const selectCancellations = (sql: Tx['sql']) => sql`
  SELECT cancellation.id, cancellation.order_id AS "orderId", cancellation.channel,
    cancellation.channel_order_id AS "channelOrderId", source, cancellation.reason, whole, cancellation.lines,
    request_id AS "requestId", request.requested_at AS "requestedAt", cancelled_at AS "cancelledAt"
  FROM cancellation LEFT JOIN cancellation_request AS request ON request.id = request_id`;
