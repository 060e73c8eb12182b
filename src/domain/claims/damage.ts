import type { Instant } from '../calendar/instant.ts';
import type { Shipment } from '../orders/order.ts';
import type { ReturnEvent } from '../returns/events.ts';
import type { ReceivedUnits, Return } from '../returns/return.ts';

type Arrived = Pick<ReceivedUnits, 'lineId' | 'quantity' | 'receivedAt'>;

/** Units of a return that the carrier damaged: what was authorised, and what the seller accepted beside it. */
export const damagedUnitsOf = ({ received, mismatches }: Return): readonly Arrived[] => [
  ...received.filter(({ condition }) => condition === 'carrier_damaged'),
  ...mismatches.flatMap(({ lineId, quantity, condition, receivedAt, outcome }) =>
    condition === 'carrier_damaged' && outcome === 'accept' && lineId !== null
      ? [{ lineId, quantity, receivedAt }]
      : [],
  ),
];

/** Whether what happened to a return may be of units that the carrier damaged. */
export const mayShowDamage = (events: readonly ReturnEvent[]): boolean =>
  events.some(
    (event) =>
      (event.type === 'received' &&
        event.received.some(({ condition }) => condition === 'carrier_damaged')) ||
      (event.type === 'mismatch_decided' && event.outcome === 'accept'),
  );

/** The newest of some instants; null: there is none. */
export const newestOf = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce((newest, at) => (newest === null || (at !== null && at > newest) ? at : newest), null);

/**
 * Since when a damage of a parcel can be known: it was delivered, the carrier said so, it is back with its sender, or
 * something of it came back damaged. Null: nobody can have seen a damage yet.
 */
export const damageKnownAt = (parcel: Shipment, returns: readonly Return[]): Instant | null => {
  const { status, statusAt, deliveredAt, lines } = parcel;
  const isSeen = status === 'damaged' || status === 'returned_to_sender';
  const cameBack = returns
    .flatMap(damagedUnitsOf)
    .filter(({ lineId }) => lines.some((line) => line.lineId === lineId))
    .map(({ receivedAt }) => receivedAt);
  return newestOf([deliveredAt, isSeen ? statusAt : null, ...cameBack]);
};
