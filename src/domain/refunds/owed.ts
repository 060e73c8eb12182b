import { allocate } from '../money.ts';
import type { Order, ParcelLine } from '../orders/order.ts';
import { type ComputedRefund, computeRefund, type RestockingFee } from './compute-refund.ts';
import type { RefundContext } from './decide-request.ts';
import { leftOf } from './decide-request.ts';
import type { LeftToRefund } from './left.ts';
import type { Refund, RefundCause } from './refund.ts';

/** A refund that a rule asks for, and not a person. */
export interface OwedRefund {
  readonly cause: RefundCause;
  readonly computed: ComputedRefund;
}

export type UnitsByLine = ReadonlyMap<string, number>;

export const sumByLine = (lines: readonly ParcelLine[]): Map<string, number> => {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of lines) units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  return units;
};

/**
 * Units that were refunded by quantity before. Declined and failed ones are among them: whoever wants those repeated
 * does so by hand.
 */
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

interface Owed {
  readonly units: UnitsByLine;
  readonly shippingMinor: number;
  readonly fee: RestockingFee | null;
}

/**
 * What can be given back of what is owed: never more units or money than are left, and never more than was captured,
 * which may be less than the order's total. Null: nothing.
 */
export const computeOwed = (
  left: LeftToRefund,
  { units, shippingMinor, fee }: Owed,
): ComputedRefund | null => {
  const lines = left.lines.flatMap(({ line: { lineId }, units: leftUnits, amountMinor }) => {
    const quantity = Math.min(units.get(lineId) ?? 0, leftUnits);
    return quantity > 0 && amountMinor > 0 ? [{ lineId, quantity, amountMinor: null }] : [];
  });
  const shipping = Math.max(0, Math.min(shippingMinor, left.shipping.paidMinor));
  const asked = { lines, shippingMinor: shipping, fee };
  const computed = computeRefund(left, asked);
  if (computed.ok) return computed.value;
  if (computed.refusal.code === 'fee_above_refund')
    return computeOwed(left, { units, shippingMinor, fee: { percent: 100 } });
  if (computed.refusal.code !== 'amount_above_captured') return null;
  return withinCaptured(left, asked);
};

/** Less was captured than is owed: what there is goes to the parts by their amounts. */
const withinCaptured = (
  left: LeftToRefund,
  {
    lines,
    shippingMinor,
  }: {
    readonly lines: readonly {
      readonly lineId: string;
      readonly quantity: number;
      readonly amountMinor: null;
    }[];
    readonly shippingMinor: number;
  },
): ComputedRefund | null => {
  const unbounded = computeRefund(
    { ...left, capturedMinor: Number.MAX_SAFE_INTEGER },
    { lines, shippingMinor, fee: null },
  );
  if (!unbounded.ok) return null;
  const shares = allocate(left.capturedMinor, [
    ...unbounded.value.lines.map(({ amountMinor }) => amountMinor),
    unbounded.value.shippingMinor,
  ]);
  const parts = unbounded.value.lines.flatMap(({ lineId }, n) => {
    const amountMinor = shares[n] ?? 0;
    return amountMinor > 0 ? [{ lineId, quantity: null, amountMinor }] : [];
  });
  const computed = computeRefund(left, { lines: parts, shippingMinor: shares.at(-1) ?? 0, fee: null });
  if (!computed.ok) return null;
  // These units are settled with it: what they cost above that was never paid.
  const unitsOf = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
  return {
    ...computed.value,
    lines: computed.value.lines.map((line) => ({ ...line, quantity: unitsOf.get(line.lineId) ?? null })),
  };
};

/** Whether nothing more of an order will leave. */
const isCalledOff = ({ state }: Order): boolean => state === 'cancelled' || state === 'unfulfillable';

/** Units that will never leave: taken out one by one, or with the whole order. */
const cancelledUnits = (order: Order): Map<string, number> => {
  if (!isCalledOff(order)) return sumByLine(order.cancelledUnits);
  const shipped = sumByLine(order.shipments.flatMap(({ lines }) => lines));
  return minus(sumByLine(order.lines), shipped);
};

const ofCause = (refunds: readonly Refund[], cause: RefundCause): Refund[] =>
  refunds.filter((refund) => refund.cause === cause);

/**
 * What a cancellation owes (002): the units that will not leave, and with the whole order its shipping. An order that
 * cannot be fulfilled owes the same: nothing will come for what was paid.
 */
const owedOfCancellation = ({ order, refunds }: RefundContext, left: LeftToRefund): ComputedRefund | null => {
  const earlier = ofCause(refunds, 'cancellation');
  const units = minus(cancelledUnits(order), refundedUnits(earlier));
  const shippingRefunded = earlier.some(({ shippingMinor }) => shippingMinor > 0);
  const isWhole = isCalledOff(order) && order.shipments.length === 0;
  const shippingMinor = isWhole && !shippingRefunded ? left.shipping.paidMinor : 0;
  return computeOwed(left, { units, shippingMinor, fee: null });
};

/** Parcels that the carrier damaged or lost on their way: no fee is withheld of them. */
export type CarriersFault = ReadonlySet<string>;

/** What came back to its sender (002: undeliverable, refused or unclaimed), less the fee. */
const owedOfReturnToSender = (
  { order, refunds, returns, policy }: RefundContext,
  left: LeftToRefund,
  carriersFault: CarriersFault,
): ComputedRefund | null => {
  const back = order.shipments.filter(({ status }) => status === 'returned_to_sender');
  const units = minus(
    sumByLine(back.flatMap(({ lines }) => lines)),
    refundedUnits([
      ...ofCause(refunds, 'return_to_sender'),
      ...refunds.filter(({ returnId }) => returnId !== null),
    ]),
  );
  const withdrawn = returns.some(({ withdrawal, state }) => withdrawal !== null && state !== 'closed');
  const isFree = withdrawn || back.some(({ id }) => carriersFault.has(id));
  return computeOwed(left, { units, shippingMinor: 0, fee: isFree ? null : policy.restockingFee });
};

/**
 * What an order owes its buyer by itself, in the order in which it is to be refunded. A function of the state: asked
 * twice, the second answer is nothing. Historical orders are settled where they come from.
 */
export const owedOfOrder = (context: RefundContext, carriersFault: CarriersFault): OwedRefund | null => {
  const left = leftOf(context);
  if (left === null || context.order.historical) return null;
  const cancelled = owedOfCancellation(context, left);
  if (cancelled !== null) return { cause: 'cancellation', computed: cancelled };
  if (!context.policy.autoRefundOnReturnToSender) return null;
  const back = owedOfReturnToSender(context, left, carriersFault);
  return back === null ? null : { cause: 'return_to_sender', computed: back };
};
