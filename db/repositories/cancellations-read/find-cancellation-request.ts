import type { CancellationRequest } from '../../../src/domain/cancellations/cancellation-request.ts';
import type { Database } from '../../client.ts';
import { requestColumns } from '../cancellations/request-columns.ts';

/** A buyer's official request by its id; null: the seller has none of it. */
export const findCancellationRequest = async (
  database: Database,
  sellerId: string,
  requestId: string,
): Promise<CancellationRequest | null> => {
  const [request] = await database.asSellers(
    [sellerId],
    ({ sql }) => sql<CancellationRequest[]>`
      SELECT ${requestColumns(sql)} FROM cancellation_request
      WHERE id = ${requestId} AND seller_id = ${sellerId}`,
  );
  return request ?? null;
};
