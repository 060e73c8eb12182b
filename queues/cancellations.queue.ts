import { z } from 'zod';
import { defineQueue } from './contract.ts';
import { cancellationBody, cancellationRefusal, cancellationRequestBody } from './schemas/refund.schema.ts';
import { id } from './schemas/values.ts';

/** `link`: the key of the link in a mail that asked for it. */
const byLink = { orderId: id, link: z.string().optional() };

export const cancellationsQueue = defineQueue({
  name: 'cancellations',
  title: 'Cancellations',
  description: "Cancels orders before they leave, and keeps buyers' official requests to do so.",
  jobs: {
    request: z.object({ ...byLink, requestId: id, request: cancellationRequestBody }),
    /** `refundId`: of the refund that follows, where something was captured. */
    cancel: z.object({ ...byLink, refundId: id, cancel: cancellationBody }),
    'refuse-request': z.object({ ...byLink, requestId: id, refusal: cancellationRefusal }),
  },
  payloadVersion: 1,
  attempts: 8,
  backoff: { baseMs: 500, maxMs: 60_000 },
  concurrency: 4,
  bundleSize: 1,
  window: 200,
});
