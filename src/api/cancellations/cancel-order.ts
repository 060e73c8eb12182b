import type { z } from 'zod';
import type { Submission } from '../../../queues/intake/submission.ts';
import type { cancellationBody } from '../../../queues/schemas/refund.schema.ts';
import { newId } from '../../platform/ids.ts';

interface Cancelled {
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
}

/** The work of cancelling an order, or a part of it. */
export const cancelOrder = (
  sellerId: string,
  { orderId, channel, channelOrderId }: Cancelled,
  cancel: z.output<typeof cancellationBody>,
  priority: 'interactive' | 'bulk',
): Submission<'cancellations', 'cancel'> => ({
  sellerId,
  queue: 'cancellations',
  name: 'cancel',
  payload: { orderId, refundId: newId(), cancel },
  refs: { channel, order: channelOrderId },
  priority,
  subjectId: orderId,
});
