import type { Tx } from '../../client.ts';

/** Which of these parcels their carrier reported as damaged or lost on the way. */
export const findCarriersFault = async (
  { sql }: Tx,
  shipmentIds: readonly string[],
): Promise<Set<string>> => {
  if (shipmentIds.length === 0) return new Set();
  const rows = await sql<{ id: string }[]>`
    SELECT DISTINCT shipment.id
    FROM shipment JOIN tracking_event USING (seller_id, carrier, tracking_number)
    WHERE shipment.id = ANY (${shipmentIds as string[]}::uuid[]) AND code IN ('damaged', 'lost')`;
  return new Set(rows.map(({ id }) => id));
};
