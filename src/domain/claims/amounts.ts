import type { Order, OrderLine, ParcelLine } from '../orders/order.ts';
import { type PaidLine, paidOf, unitsOf } from '../refunds/paid.ts';
import type { Claim, ClaimLine, ClaimPolicy } from './claim.ts';
import { holdsUnits, unitsOfClaims } from './units.ts';

type Cap = Pick<ClaimPolicy, 'capPerUnitMinor'>;

export interface PricedUnits {
  readonly lines: readonly ClaimLine[];
  readonly amountMinor: number;
  /** Lines left out, because the basis is the cost of a unit and theirs is not known. */
  readonly withoutCost: readonly string[];
}

/**
 * What units of a line cost the buyer without tax, the first of them after `after` others, each at most the cap.
 * Units of a line differ by a minor unit at two places at most, so what lies between those is counted at once.
 */
const salePriceOf = (
  line: PaidLine,
  { after, count }: { readonly after: number; readonly count: number },
  { capPerUnitMinor }: Cap,
): number => {
  const end = after + count;
  const edges = [line.paidMinor % line.quantity, line.taxMinor % line.quantity, end]
    .filter((edge) => edge > after && edge <= end)
    .sort((a, b) => a - b);
  let start = after;
  let sum = 0;
  for (const edge of edges) {
    const { paidMinor, taxMinor } = unitsOf(line, { after: start, count: 1 });
    sum += (edge - start) * Math.min(paidMinor - taxMinor, capPerUnitMinor);
    start = edge;
  }
  return sum;
};

const costOf = ({ unitCostMinor }: OrderLine, count: number, { capPerUnitMinor }: Cap): number | null =>
  unitCostMinor === null || unitCostMinor === undefined
    ? null
    : count * Math.min(unitCostMinor, capPerUnitMinor);

/** The lines with what was paid for them, or would have been where nothing is captured yet. */
const pricesOf = (order: Order): readonly PaidLine[] =>
  paidOf({ ...order, payment: { ...order.payment, status: 'verified' } })?.lines ?? [];

/** The next units of the line after those that other claims hold; together never more than the line's own price. */
const nextSalePrice = (
  line: PaidLine,
  { count, held }: { readonly count: number; readonly held: readonly Claim[] },
  cap: Cap,
): number => {
  const after = Math.min(unitsOfClaims(held).get(line.lineId) ?? 0, line.quantity - count);
  const claimed = held
    .flatMap(({ lines }) => lines)
    .filter(({ lineId }) => lineId === line.lineId)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const left = Math.max(0, line.paidMinor - line.taxMinor - claimed);
  return Math.min(salePriceOf(line, { after, count }, cap), left);
};

/** What units are claimed at, by the seller's policy of today; minor units of the order's currency. */
export const priceUnits = (
  { order, claims }: { readonly order: Order; readonly claims: readonly Claim[] },
  units: readonly ParcelLine[],
  policy: ClaimPolicy,
): PricedUnits => {
  const held = claims.filter(holdsUnits);
  const prices = policy.basis === 'sale_price_without_tax' ? pricesOf(order) : [];
  const priced = units.map(({ lineId, quantity }) => {
    const line = order.lines.find((one) => one.lineId === lineId);
    if (policy.basis === 'unit_cost') {
      return { lineId, quantity, amountMinor: line === undefined ? null : costOf(line, quantity, policy) };
    }
    const price = prices.find((one) => one.lineId === lineId);
    const amountMinor = price === undefined ? 0 : nextSalePrice(price, { count: quantity, held }, policy);
    return { lineId, quantity, amountMinor };
  });
  const lines = priced.flatMap(({ amountMinor, ...rest }) =>
    amountMinor === null ? [] : [{ ...rest, amountMinor }],
  );
  return {
    lines,
    amountMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    withoutCost: priced.flatMap(({ lineId, amountMinor }) => (amountMinor === null ? [lineId] : [])),
  };
};
