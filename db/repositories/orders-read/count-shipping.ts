import type { Instant } from '../../../src/domain/calendar/instant.ts';
import { type RateCount, type RateWindow, rateWindows } from '../../../src/domain/orders/rates.ts';
import type { Database } from '../../client.ts';

export interface ShippingCounts {
  readonly days: RateWindow;
  readonly lateShipment: RateCount;
  readonly lateDelivery: RateCount;
}

interface Row {
  readonly days: RateWindow;
  readonly shippingJudged: number;
  readonly shippedLate: number;
  readonly deliveryJudged: number;
  readonly deliveredLate: number;
}

/**
 * Counts of the late-shipment and late-delivery rates, by the rules of src/domain/orders/rates.ts, which
 * say why; a test holds the two against each other. What happened after `asOf` has not happened.
 */
export const countShipping = async (
  database: Database,
  sellerId: string,
  { channel, asOf }: { readonly channel: string | null; readonly asOf: Instant },
): Promise<ShippingCounts[]> => {
  const rows = await database.asSellers(
    [sellerId],
    ({ sql }) => sql<Row[]>`
      WITH facts AS (
        SELECT placed_at, ship_by_ends_at, latest_at,
          CASE WHEN shipped_at <= ${asOf} THEN shipped_at END AS shipped_at,
          CASE WHEN delivered_at <= ${asOf} THEN delivered_at END AS delivered_at,
          coalesce(called_off_at <= ${asOf}, false) AS called_off,
          state = 'returned_to_sender' AS came_back
        FROM orders
        WHERE seller_id = ${sellerId} AND purpose = 'sale' AND placed_at <= ${asOf}
          AND placed_at > ${asOf}::timestamptz - make_interval(hours => ${Math.max(...rateWindows) * 24})
          ${channel === null ? sql`` : sql`AND channel = ${channel}`}
      ), judged AS (
        SELECT placed_at,
          ship_by_ends_at IS NOT NULL
            AND (shipped_at IS NOT NULL OR (ship_by_ends_at <= ${asOf} AND NOT called_off)) AS shipping_judged,
          coalesce(shipped_at, ${asOf}) >= ship_by_ends_at AS shipped_late,
          latest_at IS NOT NULL AND NOT came_back
            AND (delivered_at IS NOT NULL OR (latest_at <= ${asOf} AND NOT called_off)) AS delivery_judged,
          coalesce(delivered_at, ${asOf}) >= latest_at AS delivered_late
        FROM facts
      )
      SELECT days,
        count(*) FILTER (WHERE shipping_judged) AS "shippingJudged",
        count(*) FILTER (WHERE shipping_judged AND shipped_late) AS "shippedLate",
        count(*) FILTER (WHERE delivery_judged) AS "deliveryJudged",
        count(*) FILTER (WHERE delivery_judged AND delivered_late) AS "deliveredLate"
      FROM unnest(${[...rateWindows]}::int[]) AS windows (days)
      LEFT JOIN judged ON placed_at > ${asOf}::timestamptz - make_interval(hours => days * 24)
      GROUP BY days
      ORDER BY days`,
  );
  return rows.map(({ days, shippingJudged, shippedLate, deliveryJudged, deliveredLate }) => ({
    days,
    lateShipment: { count: shippedLate, of: shippingJudged },
    lateDelivery: { count: deliveredLate, of: deliveryJudged },
  }));
};
