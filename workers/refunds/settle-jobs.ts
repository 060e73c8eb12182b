import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { settlesOrder } from '../../src/domain/refunds/triggers.ts';
import { followUp } from '../follow-up.ts';
import type { TouchedOrder } from '../orders/touched-order.ts';

/** Money that follows from what happened to an order, whoever did it: a job decides what it comes to. */
export const toSettleOrderJobs = ({
  sellerId,
  after,
  events,
}: Pick<TouchedOrder, 'sellerId' | 'after' | 'events'>): NewJob[] =>
  settlesOrder(after, events)
    ? [
        followUp('refunds', 'settle-order', {
          sellerId,
          payload: { orderId: after.id },
          refs: { channel: after.channel, order: after.channelOrderId },
          uniqueKey: `settle:${after.id}`,
        }),
      ]
    : [];
