import type { Mismatch } from '../../../src/domain/returns/return.ts';
import type { Database } from '../../client.ts';
import type { Page } from '../orders-read/list-orders.ts';

export interface ReturnWithMismatches {
  readonly returnId: string;
  readonly rma: string | null;
  readonly channelOrderId: string;
  readonly mismatches: readonly Mismatch[];
}

/** Returns in which something waits for the seller's decision, those recorded last first. */
export const listReturnsWithOpenMismatches = (
  database: Database,
  sellerId: string,
  { limit, after }: Page,
): Promise<ReturnWithMismatches[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<ReturnWithMismatches[]>`
      SELECT id AS "returnId", rma, channel_order_id AS "channelOrderId", details -> 'mismatches' AS mismatches
      FROM "return"
      WHERE seller_id = ${sellerId} ${after === null ? sql`` : sql`AND id < ${after}`}
        AND details -> 'mismatches' <> '[]'::jsonb
        AND (details -> 'mismatches' @> '[{"outcome": null}]' OR details -> 'mismatches' @> '[{"outcome": "keep_open"}]')
      ORDER BY id DESC
      LIMIT ${limit}`,
  );
