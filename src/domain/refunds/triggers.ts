import type { OrderEvent } from '../orders/events.ts';
import type { Order } from '../orders/order.ts';
import type { ReturnEvent } from '../returns/events.ts';
import type { Return } from '../returns/return.ts';
import type { ReturnSettlement } from './owed-of-return.ts';

/** Whether an event may leave the seller owing money: units that will not leave, or a parcel that came back. */
const mayOwe = (event: OrderEvent): boolean =>
  event.type === 'units_cancelled' ||
  event.type === 'order_cancelled' ||
  event.type === 'marked_unfulfillable' ||
  (event.type === 'tracking_changed' && event.status === 'returned_to_sender' && event.historical !== true);

/** Whether to look what an order owes by itself, after this happened to it. Old data is settled where it comes from. */
export const settlesOrder = (
  { historical, payment }: Pick<Order, 'historical' | 'payment'>,
  events: readonly OrderEvent[],
): boolean => !historical && payment.status === 'verified' && events.some(mayOwe);

/**
 * For what to look whether a return owes money, after this happened to it: what came back may be refunded already, or
 * by policy now; what the buyer keeps is refunded at once (004). Null: never for a gift (003), nor for old data.
 */
export const settlesReturn = (
  { requestedBy }: Pick<Return, 'requestedBy'>,
  events: readonly ReturnEvent[],
  { historical }: Pick<Order, 'historical'>,
): ReturnSettlement['cause'] | null => {
  if (historical || requestedBy === 'gift_recipient') return null;
  if (events.some((event) => event.type === 'closed' && event.closing.reason === 'refund_without_return')) {
    return 'keep_item';
  }
  const isBack = events.some(
    (event) => event.type === 'received' || (event.type === 'mismatch_decided' && event.outcome === 'accept'),
  );
  return isBack ? 'return_received' : null;
};
