import type { z } from 'zod';
import type { Submission } from '../../../queues/intake/submission.ts';
import type { refundRequest } from '../../../queues/schemas/refund.schema.ts';
import { newId } from '../../platform/ids.ts';
import type { NamedOrder } from '../batch/named-order.ts';
import { invalidRequest } from '../http/problem.ts';

interface Asked {
  readonly request: z.output<typeof refundRequest>;
  readonly source: 'api' | 'batch';
}

/**
 * The work of refunding an order.
 * @throws Problem `invalid_request` for another currency than the order's.
 */
export const requestRefund = (
  sellerId: string,
  { orderId, channel, channelOrderId, currency }: NamedOrder,
  { request, source }: Asked,
): Submission<'refunds', 'request'> => {
  if (request.currency !== null && request.currency !== currency) {
    const message = `The order is in ${currency}: it is refunded in that`;
    throw invalidRequest([{ path: 'currency', code: 'currency_mismatch', message }]);
  }
  return {
    sellerId,
    queue: 'refunds',
    name: 'request',
    payload: { orderId, refundId: newId(), source, request },
    refs: { channel, order: channelOrderId },
    priority: source === 'api' ? 'interactive' : 'bulk',
    subjectId: orderId,
  };
};
