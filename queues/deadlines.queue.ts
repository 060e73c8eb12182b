import { z } from 'zod';
import { deadlineKinds } from '../src/domain/orders/commands.ts';
import { clockNotices } from '../src/domain/response-clock.ts';
import { refundNotices } from '../src/domain/returns/return.ts';
import { defineQueue } from './contract.ts';
import { channel, id } from './schemas/values.ts';

export const deadlinesQueue = defineQueue({
  name: 'deadlines',
  title: 'Deadlines',
  description:
    'Wakes an order, a return or a message when a time is up: payment not verified, not shipped by its delivery date, automatic cancellation, a request or a message that nobody has answered, money that is due, a parcel that may be lost. Writes the daily digests.',
  jobs: {
    'meet-order-deadline': z.object({ orderId: id, kind: z.enum(deadlineKinds) }),
    'meet-return-deadline': z.object({
      orderId: id,
      returnId: id,
      kind: z.enum([...clockNotices, ...refundNotices]),
    }),
    /** One for each open clock: it is put off from notice to notice. */
    'watch-message': z.object({ threadId: id, messageId: id }),
    /** A parcel that is neither delivered nor on its way back when the day of its promise is a week past. */
    'find-lost-parcel': z.object({ orderId: id, shipmentId: id }),
    'send-digest': z.object({ channel }),
  },
  payloadVersion: 1,
  attempts: 12,
  backoff: { baseMs: 500, maxMs: 60_000 },
  concurrency: 4,
  bundleSize: 100,
  window: 800,
});
