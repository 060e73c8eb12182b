import type { Order, ParcelLine, Shipment } from '../orders/order.ts';
import { minus, sumByLine } from '../refunds/units.ts';
import type { Claim } from './claim.ts';

/** Whether its units are taken: nobody claims them beside it, whatever the kind (DOMAIN: one claim per unit). */
export const holdsUnits = ({ state }: Pick<Claim, 'state'>): boolean =>
  state !== 'withdrawn' && state !== 'denied';

/** Units of each line that these claims are about. */
export const unitsOfClaims = (claims: readonly Claim[]): Map<string, number> =>
  sumByLine(claims.flatMap(({ lines }) => lines));

/** One entry per line, in the order of the order's lines; no zeros. */
export const toParcelLines = ({ lines }: Pick<Order, 'lines'>, units: ReadonlyMap<string, number>) =>
  lines.flatMap(({ lineId }): ParcelLine[] => {
    const quantity = units.get(lineId) ?? 0;
    return quantity > 0 ? [{ lineId, quantity }] : [];
  });

/** Units of a parcel that none of these claims is about. */
export const unitsBeside = (shipment: Shipment, claims: readonly Claim[]): Map<string, number> =>
  minus(
    sumByLine(shipment.lines),
    unitsOfClaims(claims.filter(({ shipmentId }) => shipmentId === shipment.id)),
  );

/** Whether all of these units are among those. */
export const isWithin = (lines: readonly ParcelLine[], units: ReadonlyMap<string, number>): boolean =>
  [...sumByLine(lines)].every(([lineId, quantity]) => quantity <= (units.get(lineId) ?? 0));

/** Parcels in the order in which they left, which is the order in which they are claimed. */
export const parcelsByAge = ({ shipments }: Pick<Order, 'shipments'>): readonly Shipment[] =>
  [...shipments].sort((a, b) =>
    a.shippedAt === b.shippedAt ? (a.id < b.id ? -1 : 1) : a.shippedAt < b.shippedAt ? -1 : 1,
  );
