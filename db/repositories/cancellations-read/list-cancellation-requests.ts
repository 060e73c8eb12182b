import type {
  CancellationRequest,
  CancellationRequestState,
} from '../../../src/domain/cancellations/cancellation-request.ts';
import type { Database } from '../../client.ts';
import { requestColumns } from '../cancellations/request-columns.ts';
import type { Page } from '../orders-read/list-orders.ts';

export interface CancellationRequestFilter {
  readonly state: CancellationRequestState | null;
  readonly orderId: string | null;
  readonly channel: string | null;
}

/** Buyers' official requests, the newest first. */
export const listCancellationRequests = async (
  database: Database,
  sellerId: string,
  { state, orderId, channel }: CancellationRequestFilter,
  { limit, after }: Page,
): Promise<CancellationRequest[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<CancellationRequest[]>`
      SELECT ${requestColumns(sql)} FROM cancellation_request
      WHERE seller_id = ${sellerId}
        ${state === null ? sql`` : sql`AND state = ${state}`}
        ${orderId === null ? sql`` : sql`AND order_id = ${orderId}`}
        ${channel === null ? sql`` : sql`AND channel = ${channel}`}
        ${after === null ? sql`` : sql`AND id < ${after}`}
      ORDER BY id DESC
      LIMIT ${limit}`,
  );
