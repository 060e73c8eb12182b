import type { Database } from '../../client.ts';
import type { Page } from '../orders-read/list-orders.ts';
import { type CancellationRow, selectCancellations } from './cancellation-row.ts';

export interface CancellationFilter {
  readonly orderId: string | null;
  readonly channel: string | null;
}

/** A seller's cancellations, those recorded last first. */
export const listCancellations = async (
  database: Database,
  sellerId: string,
  { orderId, channel }: CancellationFilter,
  { limit, after }: Page,
): Promise<CancellationRow[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<CancellationRow[]>`
      ${selectCancellations(sql)}
      WHERE cancellation.seller_id = ${sellerId}
        ${orderId === null ? sql`` : sql`AND cancellation.order_id = ${orderId}`}
        ${channel === null ? sql`` : sql`AND cancellation.channel = ${channel}`}
        ${after === null ? sql`` : sql`AND cancellation.id < ${after}`}
      ORDER BY cancellation.id DESC
      LIMIT ${limit}`,
  );
