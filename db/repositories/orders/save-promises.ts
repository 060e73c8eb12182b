import type { GivenPromise } from '../../../src/domain/orders/order.ts';
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
      ${owned.map(({ orderId }) => orderId)}::uuid[],
      ${owned.map(({ sellerId }) => sellerId)}::uuid[],
      ${promises.map((promise) => promise.sequence)}::integer[],
      ${promises.map((promise) => promise.shipmentId)}::uuid[],
      ${promises.map((promise) => promise.shipBy)}::date[],
      ${promises.map((promise) => promise.earliest)}::date[],
      ${promises.map((promise) => promise.latest)}::date[],
      ${promises.map((promise) => promise.latestAt)}::timestamptz[],
      ${promises.map((promise) => promise.lane)}::text[],
      ${promises.map((promise) => promise.carrier)}::text[],
      ${promises.map((promise) => JSON.stringify(promise.explanation))}::json[],
      ${promises.map((promise) => promise.feeMinor ?? null)}::bigint[],
      ${promises.map((promise) => promise.policyVersion)}::integer[],
      ${promises.map((promise) => promise.promisedAt)}::timestamptz[]
    )`;
};
