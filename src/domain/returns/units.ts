import type { Order } from '../orders/order.ts';
import type { LineQuantity } from './commands.ts';
import type { Return } from './return.ts';

type Units = ReadonlyMap<string, number>;

const sum = (lines: Iterable<LineQuantity>): Units => {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of lines) units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  return units;
};

/** Units of each line that have left in a parcel. */
export const shippedUnits = (order: Order): Units => sum(order.shipments.flatMap(({ lines }) => lines));

/** A return that has been authorised and not closed holds its units: nobody else may send them back. */
const holdsUnits = ({ state, authorization }: Return): boolean =>
  state !== 'closed' && authorization !== null;

/** Units of each line that may still be authorised: shipped, less what other returns hold. */
export const unitsToAuthorize = (order: Order, others: readonly Return[]): Units => {
  const held = sum(others.filter(holdsUnits).flatMap(({ lines }) => lines));
  return new Map(
    [...shippedUnits(order)].map(([lineId, units]) => [lineId, units - (held.get(lineId) ?? 0)]),
  );
};

/** Other requests about the same lines that nobody has answered yet; a withdrawal is none before it is confirmed. */
export const openRequestsFor = (
  lines: readonly LineQuantity[],
  others: readonly Return[],
): readonly string[] => {
  const asked = new Set(lines.map(({ lineId }) => lineId));
  return others
    .filter(
      ({ state, withdrawal, lines: theirs }) =>
        state === 'requested' && withdrawal === null && theirs.some(({ lineId }) => asked.has(lineId)),
    )
    .map(({ id }) => id);
};

/** Units of each line that the warehouse has received of this return. */
export const receivedUnits = ({ received }: Return): Units => sum(received);
