import type { PaidAmount, PaidLine, PaidOrder } from './paid.ts';

/** A part of a refund that is about a line; by quantity, or by amount alone. */
export interface RefundedLine {
  readonly lineId: string;
  /** Units that it gave back; null: it was by amount. */
  readonly quantity: number | null;
  /** What the buyer got, a fee taken off; tax inside. */
  readonly amountMinor: number;
  readonly taxMinor: number;
}

/** A refund that counts: neither declined nor failed. */
export interface CountedRefund {
  readonly lines: readonly RefundedLine[];
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
}

export interface LeftOfLine {
  readonly line: PaidLine;
  /** Units that no refund by quantity has given back. */
  readonly units: number;
  /** What fees withheld is part of it. */
  readonly amountMinor: number;
  readonly taxMinor: number;
}

export interface LeftToRefund {
  readonly lines: readonly LeftOfLine[];
  readonly shipping: PaidAmount;
  /** Of what was captured. */
  readonly capturedMinor: number;
}

const sumOf = <T>(items: readonly T[], numberOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + numberOf(item), 0);

/** What every refund gives back, shipping with it. */
export const totalOf = ({ lines, shippingMinor }: CountedRefund): number =>
  sumOf(lines, ({ amountMinor }) => amountMinor) + shippingMinor;

/** What can still be given back of an order, after the refunds that count. */
export const leftToRefund = (paid: PaidOrder, refunds: readonly CountedRefund[]): LeftToRefund => ({
  lines: paid.lines.map((line) => {
    const own = refunds.flatMap(({ lines }) => lines.filter(({ lineId }) => lineId === line.lineId));
    return {
      line,
      units: line.quantity - sumOf(own, ({ quantity }) => quantity ?? 0),
      amountMinor: line.paidMinor - sumOf(own, ({ amountMinor }) => amountMinor),
      taxMinor: line.taxMinor - sumOf(own, ({ taxMinor }) => taxMinor),
    };
  }),
  shipping: {
    paidMinor: paid.shipping.paidMinor - sumOf(refunds, ({ shippingMinor }) => shippingMinor),
    taxMinor: paid.shipping.taxMinor - sumOf(refunds, ({ shippingTaxMinor }) => shippingTaxMinor),
  },
  capturedMinor: paid.capturedMinor - sumOf(refunds, totalOf),
});

/** Whether what a refund gives back is still left, part by part. */
export const fitsInto = (left: LeftToRefund | null, refund: CountedRefund): boolean =>
  left !== null &&
  totalOf(refund) <= left.capturedMinor &&
  refund.shippingMinor <= left.shipping.paidMinor &&
  refund.lines.every(({ lineId, amountMinor }) =>
    left.lines.some((of) => of.line.lineId === lineId && amountMinor <= of.amountMinor),
  );
