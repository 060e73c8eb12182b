import { z } from 'zod';
import { paymentProviders } from '../src/domain/orders/order.ts';
import { defineQueue } from './contract.ts';
import { id, localDate } from './schemas/values.ts';

const onRefund = { orderId: id, refundId: id };

export const paymentsQueue = defineQueue({
  name: 'payments',
  title: 'Payments',
  description:
    'Calls payment providers: to refund, to ask what became of a refund, and to compare the books.',
  jobs: {
    execute: z.object(onRefund),
    ask: z.object(onRefund),
    /** Compares our refunds of a seller with the provider's, up to the end of this day in UTC. */
    reconcile: z.object({ provider: z.enum(paymentProviders), day: localDate }),
  },
  payloadVersion: 1,
  // Some two days of trying: after that a person looks.
  attempts: 60,
  backoff: { baseMs: 1_000, maxMs: 3_600_000 },
  concurrency: 8,
  bundleSize: 1,
  window: 200,
});
