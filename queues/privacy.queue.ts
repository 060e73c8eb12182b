import { z } from 'zod';
import { defineQueue } from './contract.ts';
import { id } from './schemas/values.ts';

export const privacyQueue = defineQueue({
  name: 'privacy',
  title: 'Personal data',
  description:
    'Erases what is known of a buyer who asks for it, and of everybody some months after an order is over.',
  jobs: {
    'erase-buyer': z.object({ email: z.email().max(254) }),
    /** An order that was under way when its buyer asked: it is put off until it is over. */
    'erase-order': z.object({ orderId: id }),
    /** A return of somebody who got a gift, in the same way. */
    'erase-return': z.object({ orderId: id, returnId: id }),
    /** What has become old enough of one seller; once a day. */
    sweep: z.object({}),
  },
  payloadVersion: 1,
  attempts: 12,
  backoff: { baseMs: 1_000, maxMs: 3_600_000 },
  concurrency: 2,
  // Each goes on from page to page: one of them may be the work of thousands of orders.
  bundleSize: 1,
  window: 50,
});
