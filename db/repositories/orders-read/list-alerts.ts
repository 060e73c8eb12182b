import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Database } from '../../client.ts';
import type { Page } from './list-orders.ts';

export interface ListedAlert {
  readonly alertId: string;
  readonly kind: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly details: unknown;
  readonly raisedAt: Instant;
}

/** A seller's alerts, the newest first. */
export const listAlerts = async (
  database: Database,
  sellerId: string,
  { channel, kind }: { readonly channel: string | null; readonly kind: string | null },
  { limit, after }: Page,
): Promise<ListedAlert[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<ListedAlert[]>`
      SELECT alert.id AS "alertId", kind, order_id AS "orderId", channel, channel_order_id AS "channelOrderId",
        details, raised_at AS "raisedAt"
      FROM alert JOIN orders ON orders.id = alert.order_id
      WHERE alert.seller_id = ${sellerId}
        ${channel === null ? sql`` : sql`AND channel = ${channel}`}
        ${kind === null ? sql`` : sql`AND kind = ${kind}`}
        ${after === null ? sql`` : sql`AND alert.id < ${after}`}
      ORDER BY alert.id DESC
      LIMIT ${limit}`,
  );
