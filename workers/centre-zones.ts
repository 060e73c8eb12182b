import type { Tx } from '../db/client.ts';
import { readLatestSettings } from '../db/repositories/settings/read-latest-settings.ts';
import { defaultDeliveryPolicy } from '../src/domain/delivery/default-policy.ts';
import type { DeliveryPolicy } from '../src/domain/delivery/policy.ts';

const zoneOf = (policy: DeliveryPolicy): string => policy.fulfilmentCentres[0]?.timeZone ?? 'UTC';

/** The time zone of each seller's first fulfilment centre: where the seller's clocks are taken to hang. */
export const loadCentreZones = async (
  tx: Tx,
  sellerIds: readonly string[],
): Promise<(sellerId: string) => string> => {
  const rows = await readLatestSettings(
    tx,
    [...new Set(sellerIds)].map((sellerId) => ({ sellerId, kind: 'delivery-policy', key: '' })),
  );
  const zones = new Map(rows.map(({ sellerId, value }) => [sellerId, zoneOf(value as DeliveryPolicy)]));
  return (sellerId) => zones.get(sellerId) ?? zoneOf(defaultDeliveryPolicy);
};
