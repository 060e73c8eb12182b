import type { Return } from '../../../src/domain/returns/return.ts';
import type { Database } from '../../client.ts';
import type { ReportPage, ReportSpan } from '../refunds-read/read-refund-report.ts';

export interface ReportedReturn {
  readonly return: Return;
  /** Of its order. */
  readonly currency: string;
}

interface Row
  extends Pick<Return, 'id' | 'orderId' | 'channel' | 'channelOrderId' | 'state' | 'requestedAt'> {
  readonly details: object;
  readonly currency: string;
}

/** Returns that were requested in a span, in the order of their requests. */
export const readReturnReport = async (
  database: Database,
  sellerId: string,
  { from, until, channel }: ReportSpan,
  { after, limit }: ReportPage,
): Promise<ReportedReturn[]> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const rows = await sql<Row[]>`
      SELECT one.id, one.order_id AS "orderId", one.channel, one.channel_order_id AS "channelOrderId", one.state,
        one.requested_at AS "requestedAt", one.details, orders.currency
      FROM "return" AS one JOIN orders ON orders.id = one.order_id
      WHERE one.seller_id = ${sellerId}
        ${from === null ? sql`` : sql`AND one.requested_at >= ${from}`}
        ${until === null ? sql`` : sql`AND one.requested_at < ${until}`}
        ${channel === null ? sql`` : sql`AND one.channel = ${channel}`}
        ${after === null ? sql`` : sql`AND (one.requested_at, one.id) > (${after.at}, ${after.id}::uuid)`}
      ORDER BY one.requested_at, one.id
      LIMIT ${limit}`;
    // Only `evolve` writes rows, so the state and its details fit together.
    return rows.map(({ currency, details, ...columns }) => ({
      return: { ...details, ...columns } as unknown as Return,
      currency,
    }));
  });
