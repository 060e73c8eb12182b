import { defaultDeliveryPolicy } from '../../../src/domain/delivery/default-policy.ts';
import type { Database, Tx } from '../../client.ts';

/** The time zone of each seller's first fulfilment centre: where the seller's clocks are taken to hang. */
export const readCentreZones = async (
  { sql }: Tx,
  sellerIds: readonly string[],
): Promise<(sellerId: string) => string> => {
  const distinct = [...new Set(sellerIds)];
  const rows =
    distinct.length === 0
      ? []
      : await sql<{ sellerId: string; zone: string }[]>`
          SELECT asked.seller_id AS "sellerId", newest.zone
          FROM unnest(${distinct}::uuid[]) AS asked (seller_id)
          CROSS JOIN LATERAL (
            SELECT value #>> '{fulfilmentCentres,0,timeZone}' AS zone FROM setting
            WHERE seller_id = asked.seller_id AND kind = 'delivery-policy' AND key = ''
            ORDER BY version DESC LIMIT 1
          ) AS newest`;
  const zones = new Map(rows.map(({ sellerId, zone }) => [sellerId, zone]));
  const [centre] = defaultDeliveryPolicy.fulfilmentCentres;
  return (sellerId) => zones.get(sellerId) ?? centre?.timeZone ?? 'UTC';
};

/** That of one seller. */
export const findCentreZone = (database: Database, sellerId: string): Promise<string> =>
  database.asSellers([sellerId], async (tx) => (await readCentreZones(tx, [sellerId]))(sellerId));
