import type { Order } from '../orders/order.ts';
import { orderTotals } from '../orders/totals.ts';

/** What the buyer paid for something, tax inside; minor units. */
export interface PaidAmount {
  readonly paidMinor: number;
  readonly taxMinor: number;
}

export interface PaidLine extends PaidAmount {
  readonly lineId: string;
  readonly quantity: number;
}

/** What of an order can be given back, before anything was. */
export interface PaidOrder {
  readonly currency: string;
  /** What was captured: never more than this comes back, whatever the lines say. */
  readonly capturedMinor: number;
  readonly lines: readonly PaidLine[];
  readonly shipping: PaidAmount;
}

export type Refundable = Pick<
  Order,
  | 'currency'
  | 'payment'
  | 'taxIncluded'
  | 'lines'
  | 'shippingMinor'
  | 'shippingTaxMinor'
  | 'shippingDiscountMinor'
>;

/** Null: nothing is captured yet. The tax inside an amount is never more than the amount. */
export const paidOf = (order: Refundable): PaidOrder | null => {
  const totals = orderTotals(order);
  if (order.payment.status !== 'verified' || !totals.ok) return null;
  const { lines, shippingMinor, totalMinor } = totals.value;
  return {
    currency: order.currency,
    capturedMinor: order.payment.capturedMinor ?? totalMinor,
    lines: order.lines.map(({ lineId, quantity, taxMinor }, n) => {
      const paidMinor = lines[n]?.totalMinor ?? 0;
      return { lineId, quantity, paidMinor, taxMinor: Math.min(taxMinor, paidMinor) };
    }),
    shipping: { paidMinor: shippingMinor, taxMinor: Math.min(order.shippingTaxMinor, shippingMinor) },
  };
};

/**
 * What the next units of a line cost and hold of tax, after so many. The line is allocated to its units by largest
 * remainder: of equal units the first ones take a minor unit more, so all of them together are the line exactly.
 */
export const unitsOf = (
  { quantity, paidMinor, taxMinor }: PaidLine,
  { after, count }: { readonly after: number; readonly count: number },
): PaidAmount => {
  const ofFirst = (totalMinor: number, units: number): number =>
    units * Math.floor(totalMinor / quantity) + Math.min(units, totalMinor % quantity);
  const between = (totalMinor: number): number =>
    ofFirst(totalMinor, after + count) - ofFirst(totalMinor, after);
  return { paidMinor: between(paidMinor), taxMinor: between(taxMinor) };
};
