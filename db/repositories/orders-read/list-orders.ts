import type { Instant, LocalDate } from '../../../src/domain/calendar/instant.ts';
import type { OrderState } from '../../../src/domain/orders/order.ts';
import type { Database } from '../../client.ts';

export interface OrderFilter {
  readonly channel: string | null;
  readonly channelOrderId: string | null;
  readonly state: OrderState | null;
}

export interface Page {
  readonly limit: number;
  /** Id of the last item of the page before; null: the first page. */
  readonly after: string | null;
}

export interface ListedOrder {
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly state: OrderState;
  readonly placedAt: Instant;
  readonly currency: string;
  /** Of the first promise, the one that lateness is judged by. */
  readonly shipBy: LocalDate | null;
  readonly latest: LocalDate | null;
  readonly shippedAt: Instant | null;
  readonly deliveredAt: Instant | null;
}

/** A seller's orders, those recorded last first. */
export const listOrders = async (
  database: Database,
  sellerId: string,
  { channel, channelOrderId, state }: OrderFilter,
  { limit, after }: Page,
): Promise<ListedOrder[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<ListedOrder[]>`
      SELECT orders.id AS "orderId", channel, channel_order_id AS "channelOrderId", state, placed_at AS "placedAt",
        currency, ship_by AS "shipBy", latest, shipped_at AS "shippedAt", delivered_at AS "deliveredAt"
      FROM orders LEFT JOIN promise ON promise.order_id = orders.id AND promise.sequence = (
        SELECT min(sequence) FROM promise WHERE order_id = orders.id)
      WHERE orders.seller_id = ${sellerId}
        ${channel === null ? sql`` : sql`AND channel = ${channel}`}
        ${channelOrderId === null ? sql`` : sql`AND channel_order_id = ${channelOrderId}`}
        ${state === null ? sql`` : sql`AND state = ${state}`}
        ${after === null ? sql`` : sql`AND orders.id < ${after}`}
      ORDER BY orders.id DESC
      LIMIT ${limit}`,
  );
