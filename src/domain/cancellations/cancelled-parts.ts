import type { OrderEvent, UnitsCancelled } from '../orders/events.ts';
import { evolve } from '../orders/evolve.ts';
import type { Order, ParcelLine } from '../orders/order.ts';
import { unitsLeft } from '../orders/progress.ts';

/** One time that units were taken out of an order. */
export interface CancelledPart extends Omit<UnitsCancelled, 'type' | 'lines'> {
  readonly lines: readonly ParcelLine[];
  /** Whether the order was cancelled with it. */
  readonly whole: boolean;
  /** The order is not cancelled, but cannot be fulfilled: for its buyer that is the same. */
  readonly unfulfillable: boolean;
}

/**
 * The cancellations among what happened to an order. One that ends the order after its last units is one with them;
 * the system's takes all that is left.
 */
export const cancelledPartsOf = (before: Order | null, events: readonly OrderEvent[]): CancelledPart[] => {
  // Most of what happens to orders is none, and is not folded again for it.
  if (!events.some(isCancellation)) return [];
  const parts: CancelledPart[] = [];
  let state = before;
  for (const event of events) {
    if (event.type === 'units_cancelled') {
      const { type: _, ...part } = event;
      parts.push({ ...part, whole: false, unfulfillable: false });
    }
    if (event.type === 'order_cancelled' && state !== null) {
      const lines = unitsLeft(state);
      const last = parts.at(-1);
      if (lines.length === 0 && last !== undefined) parts[parts.length - 1] = { ...last, whole: true };
      else
        parts.push({
          ...event.cancellation,
          lines,
          requestId: null,
          withdrawn: false,
          whole: true,
          unfulfillable: false,
        });
    }
    if (event.type === 'marked_unfulfillable' && state !== null) {
      const { reason, at } = event;
      const whole = state.shipments.length === 0;
      const shared = { requestId: null, withdrawn: false, unfulfillable: true } as const;
      parts.push({ ...shared, lines: unitsLeft(state), source: 'seller', reason, at, whole });
    }
    state = evolve(state, event);
  }
  return parts;
};

/** Whether an event takes units out of an order. */
export const isCancellation = ({ type }: OrderEvent): boolean =>
  type === 'units_cancelled' || type === 'order_cancelled' || type === 'marked_unfulfillable';
