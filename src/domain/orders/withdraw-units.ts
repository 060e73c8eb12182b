import { accept, refuse } from '../outcome.ts';
import type { WithdrawUnits } from './commands.ts';
import type { Decision } from './context.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { unitsLeft } from './progress.ts';

/**
 * Units that have not left leave the order. When nothing has been shipped and nothing is left, the whole
 * order is cancelled by its buyer (002).
 */
export function decideWithdrawUnits(order: Order, { lines, at }: WithdrawUnits): Decision {
  if (order.state === 'cancelled' || order.state === 'unfulfillable') {
    return refuse('order_called_off', 'The order is called off already.');
  }
  const left = new Map(unitsLeft(order).map(({ lineId, quantity }) => [lineId, quantity]));
  const short = lines.find(({ lineId, quantity }) => quantity > (left.get(lineId) ?? 0));
  if (short !== undefined) {
    return refuse('quantity_above_left', `Fewer than ${short.quantity} of line ${short.lineId} are left.`);
  }
  const events: OrderEvent[] = [{ type: 'units_cancelled', lines }];
  const withdrawn = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const all = [...left.values()].reduce((sum, quantity) => sum + quantity, 0);
  if (order.shipments.length === 0 && withdrawn === all) {
    events.push({
      type: 'order_cancelled',
      cancellation: { source: 'buyer_request', reason: 'withdrawal', at },
    });
  }
  return accept(events);
}
