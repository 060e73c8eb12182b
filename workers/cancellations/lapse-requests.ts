import type { Tx } from '../../db/client.ts';
import { readOpenRequests } from '../../db/repositories/cancellations/read-open-requests.ts';
import { saveRequests } from '../../db/repositories/cancellations/save-requests.ts';
import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import { isCancellation } from '../../src/domain/cancellations/cancelled-parts.ts';
import { hasLapsed } from '../../src/domain/cancellations/requests.ts';
import type { OrderEvent } from '../../src/domain/orders/events.ts';
import type { Alerting, TouchedOrder } from '../orders/touched-order.ts';
import { toRefusedMails } from './request-mails.ts';

/** Whether an event leaves less of an order to cancel than there was. */
const leavesLess = (event: OrderEvent): boolean =>
  isCancellation(event) || event.type === 'shipment_recorded' || event.type === 'marked_unfulfillable';

/**
 * Ends requests of which nothing can be cancelled any more, and gives the mails about what has left; of a cancellation
 * the buyer hears anyway. One statement where a known order ships or is called off, none otherwise.
 */
export const lapseRequests = async (
  tx: Tx,
  touched: readonly TouchedOrder[],
  { policies, now, mailing }: Alerting,
): Promise<NewMail[]> => {
  const changed = new Map(
    touched
      .filter(({ before, events }) => before !== null && events.some(leavesLess))
      .map((one) => [one.after.id, one]),
  );
  const lapsed = (await readOpenRequests(tx, [...changed.keys()])).flatMap(({ sellerId, request }) => {
    const order = changed.get(request.orderId);
    if (order === undefined || !hasLapsed(request, order.after)) return [];
    return [{ sellerId, order, request: { ...request, state: 'lapsed' as const, decidedAt: now } }];
  });
  await saveRequests(tx, lapsed);
  return lapsed.flatMap(({ sellerId, order: { after: order, events }, request }) =>
    order.state === 'unfulfillable' || events.some(isCancellation)
      ? []
      : toRefusedMails(
          { sellerId, order, voice: policies.voiceOf(sellerId, order.channel), request },
          mailing,
        ),
  );
};
