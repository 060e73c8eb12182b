import type { GivenPromise } from '../../../src/domain/orders/order.ts';
import { arrayText, jsonArrayText } from '../../array-text.ts';
import type { Tx } from '../../client.ts';

export interface OwnedPromise {
  readonly sellerId: string;
  readonly orderId: string;
  readonly promise: GivenPromise;
}

/** Inserts promises; the primary key refuses a second one of the same sequence. */
export const savePromises = async ({ sql }: Tx, owned: readonly OwnedPromise[]): Promise<void> => {
  if (owned.length === 0) return;
  const promises = owned.map(({ promise }) => promise);
  await sql`
    INSERT INTO promise (order_id, seller_id, sequence, shipment_id, ship_by, earliest, latest, latest_at, lane,
      carrier, explanation, fee_minor, policy_version, promised_at)
    SELECT * FROM unnest(
      ${arrayText(owned.map(({ orderId }) => orderId))}::uuid[],
      ${arrayText(owned.map(({ sellerId }) => sellerId))}::uuid[],
      ${arrayText(promises.map((promise) => promise.sequence))}::integer[],
      ${arrayText(promises.map((promise) => promise.shipmentId))}::uuid[],
      ${arrayText(promises.map((promise) => promise.shipBy))}::date[],
      ${arrayText(promises.map((promise) => promise.earliest))}::date[],
      ${arrayText(promises.map((promise) => promise.latest))}::date[],
      ${arrayText(promises.map((promise) => promise.latestAt))}::timestamptz[],
      ${arrayText(promises.map((promise) => promise.lane))}::text[],
      ${arrayText(promises.map((promise) => promise.carrier))}::text[],
      ${jsonArrayText(promises.map((promise) => promise.explanation))}::json[],
      ${arrayText(promises.map((promise) => promise.feeMinor ?? null))}::bigint[],
      ${arrayText(promises.map((promise) => promise.policyVersion))}::integer[],
      ${arrayText(promises.map((promise) => promise.promisedAt))}::timestamptz[]
    )`;
};
