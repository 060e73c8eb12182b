import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import type { OrderEvent } from '../../src/domain/orders/events.ts';
import { followUp } from '../follow-up.ts';
import type { TouchedOrder } from '../orders/touched-order.ts';

/** Whether an event may leave the seller owing money: units that will not leave, or a parcel that came back. */
const mayOwe = (event: OrderEvent): boolean =>
  event.type === 'units_cancelled' ||
  event.type === 'order_cancelled' ||
  event.type === 'marked_unfulfillable' ||
  (event.type === 'tracking_changed' && event.status === 'returned_to_sender' && event.historical !== true);

/** Money that follows from what happened to an order, whoever did it: a job decides what it comes to. */
export const toSettleOrderJobs = ({
  sellerId,
  after,
  events,
}: Pick<TouchedOrder, 'sellerId' | 'after' | 'events'>): NewJob[] =>
  after.historical || after.payment.status !== 'verified' || !events.some(mayOwe)
    ? []
    : [
        followUp('refunds', 'settle-order', {
          sellerId,
          payload: { orderId: after.id },
          refs: { channel: after.channel, order: after.channelOrderId },
          uniqueKey: `settle:${after.id}`,
        }),
      ];
