import type { Instant } from '../calendar/instant.ts';
import type { ConfirmedOrder, Order, ParcelLine } from './order.ts';

/** Units by line that have neither left nor been cancelled, in the order of the lines; no zeros. */
export function unitsLeft(order: Order): readonly ParcelLine[] {
  const gone = new Map<string, number>();
  const take = ({ lineId, quantity }: ParcelLine) => gone.set(lineId, (gone.get(lineId) ?? 0) + quantity);
  for (const shipment of order.shipments) shipment.lines.forEach(take);
  order.cancelledUnits.forEach(take);
  return order.lines
    .map(({ lineId, quantity }) => ({ lineId, quantity: quantity - (gone.get(lineId) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
}

/**
 * The state that an order's parcels give it (domain section 1): `shipped` when every line that is not
 * cancelled has left, `delivered` when every parcel has arrived, `returned_to_sender` when every parcel came
 * back. Some arrived and some came back: neither is true of the order, so it stays `shipped` and its parcels
 * tell. A parcel on its way back makes a delivered order `shipped` again.
 */
export function progressOf(order: Order): ConfirmedOrder['state'] {
  const { shipments } = order;
  if (shipments.length === 0 || unitsLeft(order).length > 0) return 'unshipped';
  if (shipments.every((parcel) => parcel.status === 'returned_to_sender')) return 'returned_to_sender';
  return shipments.every((parcel) => parcel.deliveredAt !== null) ? 'delivered' : 'shipped';
}

/** When the last line left; null while something has not. */
export const shippedAtOf = (order: Order): Instant | null =>
  hasLeft(order) ? latest(order.shipments.map((parcel) => parcel.shippedAt)) : null;

/** When the last parcel arrived; null while the order is not delivered. */
export const deliveredAtOf = (order: Order): Instant | null =>
  order.state === 'delivered' ? latest(order.shipments.map((parcel) => parcel.deliveredAt)) : null;

const hasLeft = (order: Order): boolean =>
  order.state === 'shipped' || order.state === 'delivered' || order.state === 'returned_to_sender';

const latest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce((last, at) => (last === null || (at !== null && at > last) ? at : last), null);
