import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Database } from '../../client.ts';
import type { Page } from '../orders-read/list-orders.ts';

export interface ListedStockMovement {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly reason: 'return_received' | 'mismatch_accepted';
  readonly returnId: string;
  readonly movedAt: Instant;
}

/** Units that went back to a seller's stock, those recorded last first. */
export const listStockMovements = (
  database: Database,
  sellerId: string,
  { limit, after }: Page,
): Promise<ListedStockMovement[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<ListedStockMovement[]>`
      SELECT id, sku, quantity, reason, return_id AS "returnId", moved_at AS "movedAt"
      FROM stock_movement
      WHERE seller_id = ${sellerId} ${after === null ? sql`` : sql`AND id < ${after}`}
      ORDER BY id DESC
      LIMIT ${limit}`,
  );
