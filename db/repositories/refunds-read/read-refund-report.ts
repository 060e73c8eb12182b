import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Refund } from '../../../src/domain/refunds/refund.ts';
import type { Database } from '../../client.ts';
import { type RefundRow, refundColumns, toRefund } from '../refunds/refund-columns.ts';

export interface ReportSpan {
  /** From the first, before the second; null: without that end. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly channel: string | null;
}

export interface ReportPage {
  /** The last row of the page before; null: the first page. */
  readonly after: { readonly at: Instant; readonly id: string } | null;
  readonly limit: number;
}

/** Refunds that were requested in a span, in the order of their requests. */
export const readRefundReport = async (
  database: Database,
  sellerId: string,
  { from, until, channel }: ReportSpan,
  { after, limit }: ReportPage,
): Promise<Refund[]> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const rows = await sql<RefundRow[]>`
      SELECT ${refundColumns(sql)} FROM refund
      WHERE seller_id = ${sellerId}
        ${from === null ? sql`` : sql`AND requested_at >= ${from}`}
        ${until === null ? sql`` : sql`AND requested_at < ${until}`}
        ${channel === null ? sql`` : sql`AND channel = ${channel}`}
        ${after === null ? sql`` : sql`AND (requested_at, id) > (${after.at}, ${after.id}::uuid)`}
      ORDER BY requested_at, id
      LIMIT ${limit}`;
    return rows.map(toRefund);
  });
