import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { CancellationCount } from '../../../src/domain/cancellations/rates.ts';
import { rateWindows } from '../../../src/domain/orders/rates.ts';
import type { Database } from '../../client.ts';

/**
 * Counts of the cancellation rate, by the rules of src/domain/cancellations/rates.ts, which say why; a test holds
 * the two against each other. What happened after `asOf` has not happened.
 */
export const countCancellations = async (
  database: Database,
  sellerId: string,
  { channel, asOf }: { readonly channel: string | null; readonly asOf: Instant },
): Promise<CancellationCount[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<CancellationCount[]>`
      WITH facts AS (
        SELECT placed_at, called_off_at <= ${asOf} AND (
            state = 'unfulfillable'
            OR cancellation ->> 'source' IN ('seller', 'buyer_message')
            OR (cancellation ->> 'source' = 'system' AND payment_status = 'verified')
          ) AS cancelled
        FROM orders
        WHERE seller_id = ${sellerId} AND purpose = 'sale' AND placed_at <= ${asOf}
          AND placed_at > ${asOf}::timestamptz - make_interval(hours => ${Math.max(...rateWindows) * 24})
          ${channel === null ? sql`` : sql`AND channel = ${channel}`}
      )
      SELECT days, count(placed_at) AS orders, count(*) FILTER (WHERE cancelled) AS cancelled
      FROM unnest(${[...rateWindows]}::int[]) AS windows (days)
      LEFT JOIN facts ON placed_at > ${asOf}::timestamptz - make_interval(hours => days * 24)
      GROUP BY days
      ORDER BY days`,
  );
