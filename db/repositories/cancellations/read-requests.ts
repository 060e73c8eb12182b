import type { CancellationRequest } from '../../../src/domain/cancellations/cancellation-request.ts';
import type { Tx } from '../../client.ts';
import { requestColumns } from './request-columns.ts';

/** All official requests of these orders, whose rows are locked, in the order in which they were made. */
export const readRequests = async (
  { sql }: Tx,
  orderIds: readonly string[],
): Promise<CancellationRequest[]> => {
  if (orderIds.length === 0) return [];
  return sql<CancellationRequest[]>`
    SELECT ${requestColumns(sql)} FROM cancellation_request
    WHERE order_id = ANY (${orderIds as string[]}::uuid[])
    ORDER BY id`;
};
