import type { Refund } from '../../../src/domain/refunds/refund.ts';
import type { Tx } from '../../client.ts';
import { type RefundRow, refundColumns, toRefund } from './refund-columns.ts';

export interface OwnedRefund {
  readonly sellerId: string;
  readonly refund: Refund;
}

/** All refunds of some orders, in the order in which they were made. */
export const readRefundsOfOrders = async (
  { sql }: Tx,
  orderIds: readonly string[],
): Promise<Map<string, OwnedRefund>> => {
  if (orderIds.length === 0) return new Map();
  const rows = await sql<RefundRow[]>`
    SELECT ${refundColumns(sql)} FROM refund
    WHERE order_id = ANY (${orderIds as string[]}::uuid[]) ORDER BY id`;
  return new Map(rows.map((row) => [row.id, { sellerId: row.sellerId, refund: toRefund(row) }]));
};
