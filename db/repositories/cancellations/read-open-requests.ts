import type { CancellationRequest } from '../../../src/domain/cancellations/cancellation-request.ts';
import type { Tx } from '../../client.ts';
import { requestColumns } from './request-columns.ts';
import type { OwnedRequest } from './save-requests.ts';

/** Official requests of these orders that wait for an answer; the orders' rows are locked. */
export const readOpenRequests = async ({ sql }: Tx, orderIds: readonly string[]): Promise<OwnedRequest[]> => {
  if (orderIds.length === 0) return [];
  const rows = await sql<(CancellationRequest & { readonly sellerId: string })[]>`
    SELECT seller_id AS "sellerId", ${requestColumns(sql)} FROM cancellation_request
    WHERE order_id = ANY (${orderIds as string[]}::uuid[]) AND state = 'requested'`;
  return rows.map(({ sellerId, ...request }) => ({ sellerId, request }));
};
