import type { Refund } from '../../../src/domain/refunds/refund.ts';
import type { Database } from '../../client.ts';
import { type RefundRow, refundColumns, toRefund } from '../refunds/refund-columns.ts';

/** A refund of this seller; null: no such refund. */
export const findRefund = (database: Database, sellerId: string, refundId: string): Promise<Refund | null> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const [row] = await sql<RefundRow[]>`
      SELECT ${refundColumns(sql)} FROM refund WHERE seller_id = ${sellerId} AND id = ${refundId}`;
    return row === undefined ? null : toRefund(row);
  });
