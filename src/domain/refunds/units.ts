import type { Order, ParcelLine } from '../orders/order.ts';
import type { Return } from '../returns/return.ts';
import { counts, type Refund } from './refund.ts';

export type UnitsByLine = ReadonlyMap<string, number>;

export const sumByLine = (lines: readonly ParcelLine[]): Map<string, number> => {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of lines) units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  return units;
};

/** Units that refunds gave back by quantity. */
export const refundedUnits = (refunds: readonly Refund[]): Map<string, number> =>
  sumByLine(
    refunds.flatMap(({ lines }) =>
      lines.map(({ lineId, quantity }) => ({ lineId, quantity: quantity ?? 0 })),
    ),
  );

export const minus = (units: UnitsByLine, others: UnitsByLine): Map<string, number> =>
  new Map(
    [...units].map(([lineId, quantity]) => [lineId, Math.max(0, quantity - (others.get(lineId) ?? 0))]),
  );

export const atMost = (units: UnitsByLine, limit: UnitsByLine): Map<string, number> =>
  new Map([...units].map(([lineId, quantity]) => [lineId, Math.min(quantity, limit.get(lineId) ?? 0)]));

/** Whether nothing more of an order will leave. */
export const isCalledOff = ({ state }: Order): boolean => state === 'cancelled' || state === 'unfulfillable';

/** Units that will never leave: taken out one by one, or with the whole order. */
export const cancelledUnits = (order: Order): Map<string, number> => {
  if (!isCalledOff(order)) return sumByLine(order.cancelledUnits);
  return minus(sumByLine(order.lines), sumByLine(order.shipments.flatMap(({ lines }) => lines)));
};

/** Parcels that came back to their sender. */
export const parcelsBack = ({ shipments }: Order): Order['shipments'] =>
  shipments.filter(({ status }) => status === 'returned_to_sender');

/**
 * Whether the money of a withdrawal can no longer be withheld, because the buyer has proved to have sent the goods
 * (Directive 2011/83/EU, article 13(3)). No rule pays before they are there.
 */
export const isProvenSent = ({ withdrawal, dispatch }: Return): boolean =>
  withdrawal !== null && withdrawal.confirmedAt !== null && dispatch !== null;

/** Whether the seller lets the buyer keep what was to come back (004). */
export const isKept = ({ closing }: Return): boolean => closing?.reason === 'refund_without_return';

/** Units of a return that came back: authorised ones, and others that the seller has accepted. */
export const unitsBack = ({ received, mismatches }: Return, by: 'policy' | 'seller'): Map<string, number> =>
  sumByLine(
    [
      ...received,
      ...mismatches.flatMap(({ lineId, quantity, condition, outcome }) =>
        outcome === 'accept' && lineId !== null ? [{ lineId, quantity, condition }] : [],
      ),
    ].filter(({ condition }) => by === 'seller' || condition !== 'customer_damaged'),
  );

/** Units of a return for which money may be owed at the most. */
const unitsOfReturn = (state: Return): Map<string, number> =>
  isKept(state) || (state.state !== 'closed' && isProvenSent(state))
    ? sumByLine(state.lines)
    : unitsBack(state, 'seller');

/**
 * Units that the buyer does not have, or need not have: cancelled ones, those in parcels that came back, and those of
 * returns. What is in a parcel that came back and is received on a return as well is one unit, not two.
 */
const goneUnits = (order: Order, returns: readonly Return[]): Map<string, number> => {
  const back = parcelsBack(order);
  const inReturned = sumByLine(back.flatMap(({ lines }) => lines));
  const elsewhere = sumByLine(
    order.shipments.filter((parcel) => !back.includes(parcel)).flatMap(({ lines }) => lines),
  );
  const cancelled = cancelledUnits(order);
  const ofReturns = sumByLine(
    returns.flatMap((one) => [...unitsOfReturn(one)].map(([lineId, quantity]) => ({ lineId, quantity }))),
  );
  return new Map(
    order.lines.map(({ lineId }) => {
      const of = (units: UnitsByLine): number => units.get(lineId) ?? 0;
      return [lineId, of(cancelled) + of(inReturned) + Math.min(of(ofReturns), of(elsewhere))];
    }),
  );
};

export interface UnitsAccount {
  readonly order: Order;
  readonly returns: readonly Return[];
  readonly refunds: readonly Refund[];
}

/**
 * Units for which no refund has paid, whatever asked for it: no rule pays for more of them, so that two rules, or a
 * rule and a person, never pay for one unit. `besides`: refunds that are known to be about something else.
 */
export const unpaidUnits = (
  { order, returns, refunds }: UnitsAccount,
  besides: (refund: Refund) => boolean = () => false,
): Map<string, number> =>
  minus(
    goneUnits(order, returns),
    refundedUnits(refunds.filter((refund) => counts(refund) && !besides(refund))),
  );
