import { accept, type Outcome, type Refusal, refuse } from '../outcome.ts';
import type { CancelUnits, WithdrawUnits } from './commands.ts';
import type { Decision } from './context.ts';
import type { OrderEvent, UnitsCancelled } from './events.ts';
import type { Order, ParcelLine } from './order.ts';
import { unitsLeft } from './progress.ts';
import { unreachable } from './unreachable.ts';

/** Units leave the order before they are shipped; the whole order when nothing was shipped and nothing is left (002). */
export function decideCancelUnits(
  order: Order,
  { lines, source, reason, requestId, at }: CancelUnits,
): Decision {
  const units = cancellableUnits(order, lines);
  if (!units.ok) return units;
  return cancelled(order, { lines: units.value, source, reason, requestId, withdrawn: false, at });
}

/** The same by the buyer's right: it waits for no payment. */
export function decideWithdrawUnits(order: Order, { lines, at }: WithdrawUnits): Decision {
  if (order.state === 'cancelled' || order.state === 'unfulfillable')
    return { ok: false, refusal: calledOff };
  const short = shortOf(unitsLeft(order), lines);
  if (short !== null) return { ok: false, refusal: short };
  return cancelled(order, {
    lines,
    source: 'buyer_request',
    reason: 'withdrawal',
    requestId: null,
    withdrawn: true,
    at,
  });
}

const cancelled = (order: Order, facts: Omit<UnitsCancelled, 'type'>): Decision => {
  const events: OrderEvent[] = [{ type: 'units_cancelled', ...facts }];
  if (order.shipments.length === 0 && total(facts.lines) === total(unitsLeft(order))) {
    const { source, reason, at } = facts;
    events.push({ type: 'order_cancelled', cancellation: { source, reason, at } });
  }
  return accept(events);
};

/**
 * The units that would be cancelled, or why they cannot be: nobody cancels what is not paid yet, has left, or is
 * called off (002). `lines` null asks for all that has not left.
 */
export function cancellableUnits(
  order: Order,
  lines: readonly ParcelLine[] | null,
): Outcome<readonly ParcelLine[]> {
  switch (order.state) {
    case 'pending':
      return refuse('order_pending', 'The payment is not verified yet: the order cannot be cancelled.');
    case 'cancelled':
    case 'unfulfillable':
      return { ok: false, refusal: calledOff };
    case 'shipped':
    case 'delivered':
    case 'returned_to_sender':
      return unitsOf(order, lines, []);
    case 'unshipped':
      return unitsOf(order, lines, unitsLeft(order));
    default:
      return unreachable(order);
  }
}

const unitsOf = (
  order: Order,
  lines: readonly ParcelLine[] | null,
  left: readonly ParcelLine[],
): Outcome<readonly ParcelLine[]> => {
  if (lines === null) return left.length > 0 ? accept(left) : { ok: false, refusal: allLeft };
  const malformed = malformedOf(order, lines);
  if (malformed !== null) return { ok: false, refusal: malformed };
  const asked = new Set(lines.map(({ lineId }) => lineId));
  const isAsked = ({ lineId }: ParcelLine): boolean => asked.has(lineId);
  if (!left.some(isAsked) && order.shipments.some((parcel) => parcel.lines.some(isAsked))) {
    return { ok: false, refusal: allLeft };
  }
  const short = shortOf(left, lines);
  return short === null ? accept(lines) : { ok: false, refusal: short };
};

const malformedOf = (order: Order, lines: readonly ParcelLine[]): Refusal | null => {
  if (lines.length === 0) return { code: 'lines_required', detail: 'No line is named.' };
  const seen = new Set<string>();
  for (const { lineId, quantity } of lines) {
    if (!order.lines.some((line) => line.lineId === lineId)) {
      return { code: 'unknown_line', detail: `The order has no line ${lineId}.` };
    }
    if (seen.has(lineId)) return { code: 'line_duplicate', detail: `Line ${lineId} is named twice.` };
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      return { code: 'quantity_invalid', detail: `Line ${lineId}: the quantity is a positive integer.` };
    }
    seen.add(lineId);
  }
  return null;
};

/** The first line of which more is asked than is left. */
const shortOf = (left: readonly ParcelLine[], lines: readonly ParcelLine[]): Refusal | null => {
  for (const { lineId, quantity } of lines) {
    const available = left.find((line) => line.lineId === lineId)?.quantity ?? 0;
    if (quantity > available) {
      return {
        code: 'quantity_above_left',
        detail: `Line ${lineId}: ${quantity} to cancel, ${available} neither shipped nor cancelled.`,
      };
    }
  }
  return null;
};

const calledOff: Refusal = { code: 'order_called_off', detail: 'The order is called off already.' };
const allLeft: Refusal = { code: 'already_shipped', detail: 'Nothing of it is left to cancel: it has left.' };

const total = (lines: readonly ParcelLine[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);
