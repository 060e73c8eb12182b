import { accept, type Outcome, type Refusal, refuse } from '../outcome.ts';
import type { OrderDraft, OrderLine } from './order.ts';

type Priced = Pick<
  OrderDraft,
  'lines' | 'taxIncluded' | 'shippingMinor' | 'shippingTaxMinor' | 'shippingDiscountMinor'
>;

/** What the buyer owes, in minor units of the order's currency, tax inside. */
export interface OrderTotals {
  readonly lines: readonly { readonly lineId: string; readonly totalMinor: number }[];
  readonly shippingMinor: number;
  readonly totalMinor: number;
}

/**
 * The sums of an order ("Money" of the domain): `discountMinor` and `taxMinor` are totals of the line, and
 * tax is added only where prices exclude it. Refuses amounts that are no non-negative integers and
 * discounts above what they reduce, so that no line, and no total, is ever negative.
 */
export function orderTotals(order: Priced): Outcome<OrderTotals> {
  const lines: { lineId: string; totalMinor: number }[] = [];
  let sum = 0;
  for (const line of order.lines) {
    const refusal = refuseLine(line);
    if (refusal) return { ok: false, refusal };
    const tax = order.taxIncluded ? 0 : line.taxMinor;
    const totalMinor = line.quantity * line.unitPriceMinor - line.discountMinor + tax;
    lines.push({ lineId: line.lineId, totalMinor });
    sum += totalMinor;
  }

  const { shippingMinor, shippingTaxMinor, shippingDiscountMinor } = order;
  if (![shippingMinor, shippingTaxMinor, shippingDiscountMinor].every(isAmount)) {
    return refuse('amount_invalid', 'Shipping amounts are non-negative integers of minor units.');
  }
  if (shippingDiscountMinor > shippingMinor) {
    return refuse('discount_above_shipping', 'The shipping discount exceeds the shipping fee.');
  }
  const shipping = shippingMinor - shippingDiscountMinor + (order.taxIncluded ? 0 : shippingTaxMinor);
  const totalMinor = sum + shipping;
  if (!Number.isSafeInteger(totalMinor)) {
    return refuse('amount_invalid', 'The total of the order is too large to be exact.');
  }
  return accept({ lines, shippingMinor: shipping, totalMinor });
}

function refuseLine(line: OrderLine): Refusal | null {
  const { lineId, quantity, unitPriceMinor, discountMinor, taxMinor } = line;
  if (!isAmount(quantity) || quantity === 0) {
    return { code: 'quantity_invalid', detail: `Line ${lineId}: the quantity is a positive integer.` };
  }
  // Checking the product too keeps the sum exact: no rounding can hide inside a double.
  if (![unitPriceMinor, discountMinor, taxMinor, quantity * unitPriceMinor].every(isAmount)) {
    return {
      code: 'amount_invalid',
      detail: `Line ${lineId}: amounts are non-negative integers of minor units.`,
    };
  }
  if (discountMinor > quantity * unitPriceMinor) {
    return { code: 'discount_above_line', detail: `Line ${lineId}: the discount exceeds the price.` };
  }
  return null;
}

const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
