import { allocate } from '../money.ts';
import { type AskedLine, type ComputedRefund, computeRefund, type RestockingFee } from './compute-refund.ts';
import type { RefundContext } from './decide-request.ts';
import { leftOf } from './decide-request.ts';
import type { LeftToRefund } from './left.ts';
import { counts, type Refund, type RefundCause } from './refund.ts';
import {
  atMost,
  cancelledUnits,
  isCalledOff,
  minus,
  parcelsBack,
  refundedUnits,
  sumByLine,
  type UnitsByLine,
  unpaidUnits,
} from './units.ts';

/** A refund that a rule asks for, and not a person. */
export interface OwedRefund {
  readonly cause: RefundCause;
  readonly computed: ComputedRefund;
}

interface Owed {
  readonly units: UnitsByLine;
  readonly shippingMinor: number;
  readonly fee: RestockingFee | null;
  /** What these units are worth less, because some of it was given before by amount. */
  readonly dueMinor?: ReadonlyMap<string, number>;
}

/** A line as it is asked for, and the units that are settled with it. */
interface OwedLine extends AskedLine {
  readonly quantityPaid: number;
}

/**
 * What can be given back of what is owed: never more units or money than are left, and never more than was captured,
 * which may be less than the order's total. Null: nothing.
 */
export const computeOwed = (
  left: LeftToRefund,
  { units, shippingMinor, fee, dueMinor = new Map() }: Owed,
): ComputedRefund | null => {
  const lines = left.lines.flatMap(({ line: { lineId }, units: leftUnits, amountMinor }): OwedLine[] => {
    const quantity = Math.min(units.get(lineId) ?? 0, leftUnits);
    const most = Math.min(amountMinor, dueMinor.get(lineId) ?? amountMinor);
    if (quantity <= 0 || most <= 0) return [];
    return [
      dueMinor.has(lineId)
        ? { lineId, quantity: null, amountMinor: most, quantityPaid: quantity }
        : { lineId, quantity, amountMinor: null, quantityPaid: quantity },
    ];
  });
  const shipping = Math.max(0, Math.min(shippingMinor, left.shipping.paidMinor));
  const asked = { lines, shippingMinor: shipping, fee };
  const computed = computeRefund(left, asked);
  if (computed.ok) return stamped(computed.value, lines);
  if (computed.refusal.code === 'fee_above_refund')
    return computeOwed(left, { units, shippingMinor, fee: { percent: 100 }, dueMinor });
  if (computed.refusal.code !== 'amount_above_captured') return null;
  return withinCaptured(left, asked);
};

/** Less was captured than is owed: what there is goes to the parts by their amounts. */
const withinCaptured = (
  left: LeftToRefund,
  { lines, shippingMinor }: { readonly lines: readonly OwedLine[]; readonly shippingMinor: number },
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
  return computed.ok ? stamped(computed.value, lines) : null;
};

/** The units that amounts settle: what they cost above that was given before, or was never paid. */
const stamped = (computed: ComputedRefund, lines: readonly OwedLine[]): ComputedRefund => {
  const paid = new Map(lines.map(({ lineId, quantityPaid }) => [lineId, quantityPaid]));
  return {
    ...computed,
    lines: computed.lines.map((line) => ({ ...line, quantity: paid.get(line.lineId) ?? line.quantity })),
  };
};

const ofCause = (refunds: readonly Refund[], cause: RefundCause): Refund[] =>
  refunds.filter((refund) => refund.cause === cause);

/**
 * What a cancellation owes (002): the units that will not leave, and with the whole order its shipping. An order that
 * cannot be fulfilled owes the same: nothing will come for what was paid.
 */
const owedOfCancellation = (context: RefundContext, left: LeftToRefund): ComputedRefund | null => {
  const { order, refunds } = context;
  // Declined ones are among them: a rule does not repeat what would fail again.
  const earlier = ofCause(refunds, 'cancellation');
  const units = atMost(minus(cancelledUnits(order), refundedUnits(earlier)), unpaidUnits(context));
  const isWhole = isCalledOff(order) && order.shipments.length === 0;
  const declinedMinor = shippingOf(earlier.filter((refund) => !counts(refund)));
  const shippingMinor = isWhole ? left.shipping.paidMinor - declinedMinor : 0;
  return computeOwed(left, { units, shippingMinor, fee: null });
};

/** Shipping that refunds gave back; minor units. */
export const shippingOf = (refunds: readonly Refund[]): number =>
  refunds.reduce((sum, { shippingMinor }) => sum + shippingMinor, 0);

/** A fee that is an amount is withheld once, however many refunds there are; a share of each. */
export const feeLeft = (fee: RestockingFee | null, earlier: readonly Refund[]): RestockingFee | null => {
  if (fee === null || 'percent' in fee) return fee;
  const withheld = earlier.filter(counts).reduce((sum, { feeMinor }) => sum + feeMinor, 0);
  return { amountMinor: Math.max(0, fee.amountMinor - withheld) };
};

/** Parcels that the carrier damaged or lost on their way: no fee is withheld of them. */
export type CarriersFault = ReadonlySet<string>;

/** What came back to its sender (002: undeliverable, refused or unclaimed), less the fee. */
const owedOfReturnToSender = (
  context: RefundContext,
  left: LeftToRefund,
  carriersFault: CarriersFault,
): ComputedRefund | null => {
  const { order, refunds, returns, policy } = context;
  const back = parcelsBack(order);
  const earlier = ofCause(refunds, 'return_to_sender');
  const due = minus(sumByLine(back.flatMap(({ lines }) => lines)), refundedUnits(earlier));
  const withdrawn = returns.some(({ withdrawal, state }) => withdrawal !== null && state !== 'closed');
  const isFree = withdrawn || back.some(({ id }) => carriersFault.has(id));
  return computeOwed(left, {
    units: atMost(due, unpaidUnits(context)),
    shippingMinor: 0,
    fee: isFree ? null : feeLeft(policy.restockingFee, earlier),
  });
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
