import { accept, type Outcome, type Refusal, refuse } from '../outcome.ts';
import type { RecordShipment } from './commands.ts';
import type { Decision, DecisionContext } from './context.ts';
import type { OrderEvent } from './events.ts';
import type { Order, ParcelLine, Shipment } from './order.ts';
import { unitsLeft } from './progress.ts';
import { promiseAfterShipping } from './promises.ts';
import { foldTracking } from './tracking.ts';
import { unreachable } from './unreachable.ts';

/**
 * A parcel left. It holds the named units, or all that is left, and gets a promise of its own; the earlier
 * ones stay (000). Scans that came before it take effect with it.
 */
export function decideRecordShipment(
  order: Order,
  command: RecordShipment,
  context: DecisionContext,
): Decision {
  const same = order.shipments.find(
    ({ id, carrier, trackingNumber }) =>
      id === command.shipmentId || (carrier === command.carrier && trackingNumber === command.trackingNumber),
  );
  if (same) return repeatsParcel(same, command);
  const refusal = refuseToShip(order);
  if (refusal) return { ok: false, refusal };
  const lines = contentsOf(order, command);
  if (!lines.ok) return lines;

  const shipment: Shipment = {
    id: command.shipmentId,
    carrier: command.carrier,
    trackingNumber: command.trackingNumber,
    shippedAt: command.shippedAt,
    historical: command.historical ?? order.historical,
    lines: lines.value,
    ...foldTracking(command.scans),
  };
  const promise = promiseAfterShipping(order, shipment, context);
  const recorded: OrderEvent = { type: 'shipment_recorded', shipment, promise };
  return accept([recorded]);
}

/** Why an order in this state ships nothing; null: it may. */
function refuseToShip(order: Order): Refusal | null {
  switch (order.state) {
    case 'pending':
      return { code: 'payment_pending', detail: 'The payment is not verified yet: nothing may ship.' };
    case 'cancelled':
      return { code: 'order_cancelled', detail: 'The order is cancelled.' };
    case 'unfulfillable':
      return { code: 'order_unfulfillable', detail: 'The order was marked as unfulfillable.' };
    case 'shipped':
    case 'delivered':
    case 'returned_to_sender':
      return { code: 'nothing_left_to_ship', detail: 'Every unit of the order has left already.' };
    case 'unshipped':
      return null;
    default:
      return unreachable(order);
  }
}

/** The parcel's units, one entry per line, within what is left of each. */
function contentsOf(order: Order, command: RecordShipment): Outcome<readonly ParcelLine[]> {
  const left = unitsLeft(order);
  if (!command.lines) return accept(left);
  if (command.lines.length === 0) return refuse('lines_required', 'A parcel holds at least one line.');
  const wanted = new Map<string, number>();
  for (const { lineId, quantity } of command.lines) {
    if (!order.lines.some((line) => line.lineId === lineId)) {
      return refuse('unknown_line', `The order has no line ${lineId}.`);
    }
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      return refuse('quantity_invalid', `Line ${lineId}: the quantity is a positive integer.`);
    }
    wanted.set(lineId, (wanted.get(lineId) ?? 0) + quantity);
  }
  for (const [lineId, quantity] of wanted) {
    const available = left.find((line) => line.lineId === lineId)?.quantity ?? 0;
    if (quantity > available) {
      return refuse(
        'quantity_above_left',
        `Line ${lineId}: ${quantity} in the parcel, ${available} left to ship.`,
      );
    }
  }
  return accept([...wanted].map(([lineId, quantity]) => ({ lineId, quantity })));
}

/** The same parcel told twice is no news; another parcel under its number is a mistake to look at. */
function repeatsParcel(known: Shipment, command: RecordShipment): Decision {
  const same =
    known.carrier === command.carrier &&
    known.trackingNumber === command.trackingNumber &&
    known.shippedAt === command.shippedAt &&
    (!command.lines || sameUnits(known.lines, command.lines));
  return same
    ? accept([])
    : refuse(
        'shipment_conflict',
        `${command.carrier} ${command.trackingNumber} is recorded with other details.`,
      );
}

function sameUnits(a: readonly ParcelLine[], b: readonly ParcelLine[]): boolean {
  const left = new Map<string, number>();
  for (const { lineId, quantity } of a) left.set(lineId, (left.get(lineId) ?? 0) + quantity);
  for (const { lineId, quantity } of b) left.set(lineId, (left.get(lineId) ?? 0) - quantity);
  return [...left.values()].every((quantity) => quantity === 0);
}
