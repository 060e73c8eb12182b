import { accept, refuse } from '../outcome.ts';
import type { MarkUnfulfillable } from './commands.ts';
import type { Decision, DecisionContext } from './context.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { unreachable } from './unreachable.ts';

/**
 * Damaged without replacement, newly dangerous, out of stock (001): the whole order cannot be fulfilled.
 * Like shipping and cancelling it waits for the payment (002). Once a part has left, what remains is
 * cancelled by line instead.
 */
export function decideMarkUnfulfillable(
  order: Order,
  { reason }: MarkUnfulfillable,
  { now }: DecisionContext,
): Decision {
  switch (order.state) {
    case 'pending':
      return refuse('payment_pending', 'The payment is not verified yet.');
    case 'unshipped': {
      if (order.shipments.length > 0) {
        return refuse('partly_shipped', 'A part of the order has left: cancel the remaining lines instead.');
      }
      const marked: OrderEvent = { type: 'marked_unfulfillable', reason, at: now };
      if (order.historical) return accept([marked]);
      return accept([marked, { type: 'alert_raised', alert: { kind: 'unfulfillable', at: now, reason } }]);
    }
    case 'unfulfillable':
      return order.unfulfillable.reason === reason
        ? accept([])
        : refuse('already_unfulfillable', `Marked before, with the reason ${order.unfulfillable.reason}.`);
    case 'shipped':
    case 'delivered':
    case 'returned_to_sender':
      return refuse('already_shipped', 'The order has left.');
    case 'cancelled':
      return refuse('order_cancelled', 'The order is cancelled.');
    default:
      return unreachable(order);
  }
}
