import type { Database } from '../../client.ts';

export interface OrderToWithdraw {
  readonly sellerId: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  /** Units that are neither cancelled nor in a return that was authorised; lines without any are left out. */
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  /** Withdrawals that are over: confirmed or closed. */
  readonly endedWithdrawals: number;
}

type Candidate = Pick<OrderToWithdraw, 'sellerId' | 'orderId'>;

/** Sellers may use the same numbers, but hardly this many of them for one buyer. */
const mostCandidates = 100;

/** As people copy a number: with a # before it, in other cases, with marks that nobody sees. */
const spellingsOf = (orderNumber: string): string[] => {
  const bare = orderNumber
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const asked = [bare, bare.replace(/^#\s*/, '')];
  return [...new Set(asked.flatMap((one) => [one, one.toUpperCase(), one.toLowerCase()]))];
};

/**
 * Orders with this number whose buyer has this address, of whichever seller: asked for by a buyer, who knows
 * neither seller nor channel. The address is compared without regard to case.
 */
export const findOrdersToWithdraw = async (
  database: Database,
  { orderNumber, email }: { readonly orderNumber: string; readonly email: string },
): Promise<OrderToWithdraw[]> => {
  const candidates = await database.system<Candidate[]>`
    SELECT id AS "orderId", seller_id AS "sellerId" FROM orders WHERE channel_order_id = ANY (${spellingsOf(orderNumber)})
    ORDER BY id DESC LIMIT ${mostCandidates}`;
  if (candidates.length === 0) return [];
  const sellers = [...new Set(candidates.map(({ sellerId }) => sellerId))];
  const ids = candidates.map(({ orderId }) => orderId);
  return database.asSellers(
    sellers,
    ({ sql }) => sql<OrderToWithdraw[]>`
      SELECT orders.id AS "orderId", orders.seller_id AS "sellerId", orders.channel,
        orders.channel_order_id AS "channelOrderId", left_.lines,
        (SELECT count(*)::int FROM "return" WHERE "return".order_id = orders.id AND state <> 'requested'
          AND details -> 'withdrawal' <> 'null'::jsonb) AS "endedWithdrawals"
      FROM orders
      CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('lineId', line_id, 'quantity', units) ORDER BY position) AS lines
        FROM (
          SELECT line.line_id, line.position, line.quantity
            - coalesce((SELECT sum((unit ->> 'quantity')::int) FROM jsonb_array_elements(orders.cancelled_units) AS unit
                WHERE unit ->> 'lineId' = line.line_id), 0)
            - coalesce((SELECT sum((unit ->> 'quantity')::int)
                FROM "return", jsonb_array_elements("return".details -> 'lines') AS unit
                WHERE "return".order_id = orders.id AND "return".rma IS NOT NULL AND "return".state <> 'closed'
                  AND unit ->> 'lineId' = line.line_id), 0) AS units
          FROM order_line AS line WHERE line.order_id = orders.id
        ) AS unit
        WHERE units > 0
      ) AS left_
      WHERE orders.id = ANY (${ids}::uuid[]) AND lower(orders.buyer ->> 'email') = lower(${email})
        AND orders.purpose = 'sale' AND orders.state NOT IN ('cancelled', 'unfulfillable') AND left_.lines IS NOT NULL
      ORDER BY orders.id`,
  );
};
