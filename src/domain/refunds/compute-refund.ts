import { allocate, shareHalfUp } from '../money.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import {
  type CountedRefund,
  type LeftOfLine,
  type LeftToRefund,
  type RefundedLine,
  totalOf,
} from './left.ts';
import { unitsOf } from './paid.ts';

export interface AskedLine {
  readonly lineId: string;
  /** One of the two. */
  readonly quantity: number | null;
  readonly amountMinor: number | null;
}

/** Taken off the items, tax inside; never off shipping (002). */
export type RestockingFee = { readonly percent: number } | { readonly amountMinor: number };

export interface AskedRefund {
  readonly lines: readonly AskedLine[];
  readonly shippingMinor: number;
  readonly fee: RestockingFee | null;
}

/** What a refund would give back, and what it withholds: the same for a preview and for the refund itself. */
export interface ComputedRefund extends CountedRefund {
  /** Before the fee, line by line as in `lines`. */
  readonly itemsMinor: number;
  readonly feeMinor: number;
  /** What the buyer gets. */
  readonly amountMinor: number;
  readonly taxMinor: number;
}

type Part = Pick<RefundedLine, 'lineId' | 'quantity' | 'amountMinor' | 'taxMinor'> & {
  readonly left: LeftOfLine;
};

/** Percent with up to four decimals, as an exact fraction of a million. */
const millionthsOf = (percent: number): number => Math.round(percent * 10_000);

/**
 * A refund's amounts from what is left. By quantity it is the next units' amounts, never more than what is left; by
 * amount any part of what is left, fees that were withheld included. Refuses what is above that, and says what is
 * left. When nothing of a line is left its tax is given back to the last minor unit as well.
 */
export const computeRefund = (
  left: LeftToRefund,
  { lines, shippingMinor, fee }: AskedRefund,
): Outcome<ComputedRefund> => {
  if (new Set(lines.map(({ lineId }) => lineId)).size < lines.length) {
    return refuse('line_duplicate', 'A line is named twice.');
  }
  const parts: Part[] = [];
  for (const asked of lines) {
    const part = partOf(left, asked);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  if (shippingMinor > left.shipping.paidMinor) {
    return refuse('shipping_above_left', `Of shipping ${left.shipping.paidMinor} is left to refund.`);
  }
  const itemsMinor = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const feeMinor = feeOf(fee, itemsMinor);
  if (feeMinor > itemsMinor) {
    return refuse('fee_above_refund', `The fee of ${feeMinor} exceeds the items' ${itemsMinor}.`);
  }
  const counted = { lines: withoutFee(parts, feeMinor), ...shippingOf(left, shippingMinor) };
  const amountMinor = totalOf(counted);
  if (amountMinor > left.capturedMinor) {
    return refuse('amount_above_captured', `Of what was captured ${left.capturedMinor} is left to refund.`);
  }
  if (amountMinor === 0) return refuse('nothing_to_refund', 'Nothing is left to refund of what was asked.');
  const taxMinor = counted.lines.reduce((sum, line) => sum + line.taxMinor, counted.shippingTaxMinor);
  return accept({ ...counted, itemsMinor, feeMinor, amountMinor, taxMinor });
};

const partOf = (left: LeftToRefund, { lineId, quantity, amountMinor }: AskedLine): Outcome<Part> => {
  const of = left.lines.find(({ line }) => line.lineId === lineId);
  if (of === undefined) return refuse('unknown_line', `The order has no line ${lineId}.`);
  if (quantity === null) {
    const asked = amountMinor ?? 0;
    if (asked > of.amountMinor) {
      return refuse('amount_above_left', `Line ${lineId}: ${of.amountMinor} is left to refund.`);
    }
    const taxMinor = shareHalfUp(of.taxMinor, asked, of.amountMinor);
    return accept({ lineId, quantity: null, amountMinor: asked, taxMinor, left: of });
  }
  if (quantity > of.units) {
    return refuse('quantity_above_left', `Line ${lineId}: ${of.units} units are left to refund.`);
  }
  const units = unitsOf(of.line, { after: of.line.quantity - of.units, count: quantity });
  const capped = Math.min(units.paidMinor, of.amountMinor);
  const taxMinor =
    capped === units.paidMinor
      ? Math.min(units.taxMinor, of.taxMinor)
      : shareHalfUp(of.taxMinor, capped, of.amountMinor);
  return accept({ lineId, quantity, amountMinor: capped, taxMinor, left: of });
};

const feeOf = (fee: RestockingFee | null, itemsMinor: number): number => {
  if (fee === null) return 0;
  return 'amountMinor' in fee
    ? fee.amountMinor
    : shareHalfUp(itemsMinor, millionthsOf(fee.percent), millionthsOf(100));
};

/** The fee falls on the lines by their amounts, and takes its part of their tax with it. */
const withoutFee = (parts: readonly Part[], feeMinor: number): RefundedLine[] => {
  const fees = allocate(
    feeMinor,
    parts.map(({ amountMinor }) => amountMinor),
  );
  return parts.map(({ lineId, quantity, amountMinor, taxMinor, left }, n) => {
    const net = amountMinor - (fees[n] ?? 0);
    const isLast = net === left.amountMinor;
    const netTax = isLast ? left.taxMinor : shareHalfUp(taxMinor, net, amountMinor);
    // Never more than its amount, nor so little that what stays behind holds more tax than money.
    const most = Math.min(netTax, net, left.taxMinor);
    const least = left.taxMinor - (left.amountMinor - net);
    return { lineId, quantity, amountMinor: net, taxMinor: Math.max(most, least, 0) };
  });
};

const shippingOf = ({ shipping }: LeftToRefund, shippingMinor: number) => ({
  shippingMinor,
  shippingTaxMinor: shareHalfUp(shipping.taxMinor, shippingMinor, shipping.paidMinor),
});
