import { z } from 'zod';
import { deadlineKinds } from '../src/domain/orders/commands.ts';
import { clockNotices } from '../src/domain/response-clock.ts';
import { defineQueue } from './contract.ts';
import { id } from './schemas/values.ts';

export const deadlinesQueue = defineQueue({
  name: 'deadlines',
  title: 'Deadlines',
  description:
    'Wakes an order or a return when a time is up: payment not verified, not shipped by its delivery date, automatic cancellation, a request that nobody has answered.',
  jobs: {
    'meet-order-deadline': z.object({ orderId: id, kind: z.enum(deadlineKinds) }),
    'meet-return-deadline': z.object({ orderId: id, returnId: id, kind: z.enum(clockNotices) }),
  },
  payloadVersion: 1,
  attempts: 12,
  backoff: { baseMs: 500, maxMs: 60_000 },
  concurrency: 4,
  bundleSize: 100,
  window: 800,
});
