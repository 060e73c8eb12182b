import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { addDays, addHours, type Instant } from '../../src/domain/calendar/instant.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import type { Return } from '../../src/domain/returns/return.ts';
import { followUp } from '../follow-up.ts';

/** A mail that is on its way is there in a moment; a return or a parcel takes days. */
export const nextLookAt = (now: Instant, busy: boolean): Instant => addHours(now, busy ? 1 / 60 : 1);

/** Looks again at an order that is not over, until it is. */
export const pendingOrderJob = ({
  sellerId,
  order: { id: orderId, channel, channelOrderId },
  busy,
  now,
}: {
  readonly sellerId: string;
  readonly order: Order;
  readonly busy: boolean;
  readonly now: Instant;
}): NewJob =>
  followUp('privacy', 'erase-order', {
    sellerId,
    payload: { orderId },
    refs: { channel, order: channelOrderId },
    runAt: nextLookAt(now, busy),
    uniqueKey: `erase-order:${orderId}`,
  });

export const pendingReturnJob = ({
  sellerId,
  return: { id: returnId, orderId, channel, channelOrderId },
  now,
}: {
  readonly sellerId: string;
  readonly return: Return;
  readonly now: Instant;
}): NewJob =>
  followUp('privacy', 'erase-return', {
    sellerId,
    payload: { orderId, returnId },
    refs: { channel, order: channelOrderId },
    runAt: nextLookAt(now, false),
    uniqueKey: `erase-return:${returnId}`,
  });

/** Sweeps begin between three and five o'clock in UTC, each seller's at a time of its own. */
const firstHour = 3;
const spreadSeconds = 7_200;

export const sweepKey = (day: string): string => `privacy-sweep:${day}`;

/** The next daily sweep of a seller. */
export const sweepJob = (sellerId: string, now: Instant): NewJob => {
  const offsetSeconds = Number.parseInt(sellerId.slice(-6), 16) % spreadSeconds;
  const atOf = (at: Instant): Instant =>
    addHours(`${at.slice(0, 10)}T00:00:00.000Z`, firstHour + offsetSeconds / 3_600);
  const runAt = atOf(now) > now ? atOf(now) : atOf(addDays(now, 1));
  return followUp('privacy', 'sweep', {
    sellerId,
    payload: {},
    refs: {},
    runAt,
    uniqueKey: sweepKey(runAt.slice(0, 10)),
  });
};
