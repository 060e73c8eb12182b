import type { Order } from '../orders/order.ts';
import { unreachable } from '../orders/unreachable.ts';

/** What a message that asks to cancel an order meets, for a message cancels nothing (002). */
export type CancellationSituation = 'before_shipping' | 'shipped' | 'closed';

export const situationOf = (order: Order): CancellationSituation => {
  switch (order.state) {
    case 'pending':
    case 'unshipped':
      return 'before_shipping';
    case 'shipped':
    case 'delivered':
    case 'returned_to_sender':
      return 'shipped';
    case 'cancelled':
    case 'unfulfillable':
      return 'closed';
    default:
      return unreachable(order);
  }
};
