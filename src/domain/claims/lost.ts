import { addDays, type Instant } from '../calendar/instant.ts';
import { zoneOf } from '../calendar/zones.ts';
import { endOfLocalDay } from '../orders/end-of-local-day.ts';
import type { Order, Shipment } from '../orders/order.ts';

/** Local days after the last day of the promise until a parcel counts as lost (001). */
const daysUntilLost = 7;

export type Whereabouts = 'on_its_way' | 'with_buyer' | 'coming_back';

/** Where a parcel is, as far as a claim asks: its own scans decide, and nothing else. */
export const whereaboutsOf = ({
  status,
  deliveredAt,
}: Pick<Shipment, 'status' | 'deliveredAt'>): Whereabouts => {
  if (status === 'returning' || status === 'returned_to_sender') return 'coming_back';
  return deliveredAt === null ? 'on_its_way' : 'with_buyer';
};

/**
 * The first instant after the seventh local day after the one by which the parcel was promised, at its
 * destination, whatever its scans say. The newest promise of the parcel counts: its own, else the order's first.
 * Null: nothing was promised.
 */
export const missedLongSinceAt = ({ promises, shipTo }: Order, { id }: Shipment): Instant | null => {
  const promise = promises.findLast(({ shipmentId }) => shipmentId === id) ?? promises[0];
  if (promise === undefined) return null;
  // The address goes when it is anonymised, months later; the end of the promised day stays.
  if (shipTo === null) return addDays(promise.latestAt, daysUntilLost);
  return endOfLocalDay(promise.latest, daysUntilLost, zoneOf(shipTo.country, shipTo.postalCode));
};

/** Nobody reimburses a removal (001), and old data that is loaded raises nothing by itself. */
export const isDetected = ({ purpose, historical }: Pick<Order, 'purpose' | 'historical'>): boolean =>
  purpose !== 'removal' && !historical;

/**
 * When a parcel counts as lost, as things stand; it may be past. Null: it cannot be lost by itself, for it arrived,
 * comes back, is a removal's or old data.
 */
export const lostAtOf = (order: Order, shipment: Shipment): Instant | null =>
  isDetected(order) && !shipment.historical && whereaboutsOf(shipment) === 'on_its_way'
    ? missedLongSinceAt(order, shipment)
    : null;
