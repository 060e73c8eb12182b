import type { Refund, RefundState } from '../../../src/domain/refunds/refund.ts';
import type { Database } from '../../client.ts';
import type { Page } from '../orders-read/list-orders.ts';
import { type RefundRow, refundColumns, toRefund } from '../refunds/refund-columns.ts';

export interface RefundQuery {
  readonly state: RefundState | null;
  readonly orderId: string | null;
  readonly channel: string | null;
  /** Only those that a person has to look at. */
  readonly attention: boolean;
}

/** A seller's refunds, those made last first. */
export const listRefunds = async (
  database: Database,
  sellerId: string,
  { state, orderId, channel, attention }: RefundQuery,
  { limit, after }: Page,
): Promise<Refund[]> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const rows = await sql<RefundRow[]>`
      SELECT ${refundColumns(sql)} FROM refund
      WHERE seller_id = ${sellerId}
        ${state === null ? sql`` : sql`AND state = ${state}`}
        ${orderId === null ? sql`` : sql`AND order_id = ${orderId}`}
        ${channel === null ? sql`` : sql`AND channel = ${channel}`}
        ${attention ? sql`AND attention IS NOT NULL` : sql``}
        ${after === null ? sql`` : sql`AND id < ${after}`}
      ORDER BY id DESC
      LIMIT ${limit}`;
    return rows.map(toRefund);
  });
