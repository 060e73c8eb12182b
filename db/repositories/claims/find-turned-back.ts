import type { Tx } from '../../client.ts';

/** Parcels of these orders that were on their way back at any time, whatever their newest scan says. */
export const findTurnedBack = async ({ sql }: Tx, orderIds: readonly string[]): Promise<Set<string>> => {
  if (orderIds.length === 0) return new Set();
  const rows = await sql<{ id: string }[]>`
    SELECT DISTINCT shipment.id
    FROM shipment JOIN tracking_event USING (seller_id, carrier, tracking_number)
    WHERE shipment.order_id = ANY (${orderIds as string[]}::uuid[])
      AND code IN ('returning', 'returned_to_sender')`;
  return new Set(rows.map(({ id }) => id));
};
