import { z } from 'zod';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { drain, readBytes } from '../http/read-bytes.ts';
import { verifyStripeEvent } from './stripe-events.ts';
import { takeStripeEvent } from './take-stripe-event.ts';

/** Events are a few kilobytes; what is larger is none. */
const bodyLimitBytes = 1024 * 1024;

const received = z.object({
  received: z.literal(true),
  refunds: z.int().meta({ description: 'How many refunds of ours it is about' }),
});

/** What Stripe tells of refunds, its own and those that somebody makes in its dashboard. */
export const stripeEndpoints = (
  deps: Pick<ApiDeps, 'database' | 'intake' | 'logger' | 'stripeWebhookSecret'>,
): Endpoint[] => [
  defineEndpoint({
    method: 'post',
    path: '/webhooks/stripe',
    operationId: 'receiveStripeEvent',
    tag: 'Webhooks',
    access: 'open',
    summary: 'An event of Stripe',
    description:
      'Signed by Stripe and needs no key. `refund.created`, `refund.updated`, `refund.failed` and `charge.refunded` settle ' +
      'refunds; other events are taken and change nothing. 200 once what follows of it is committed: an event that ' +
      'comes again does nothing again. 404 while STRIPE_WEBHOOK_SECRET is not set.',
    requestHeaders: [{ name: 'Stripe-Signature', description: 'As Stripe makes it, at most 5 minutes old' }],
    streamedBody: {
      'application/json': {
        schema: z.record(z.string(), z.unknown()),
        example: '',
        description: 'The event as it was signed',
      },
    },
    success: { 200: { description: 'It is committed', schema: received } },
    problems: ['signature_invalid', 'not_found', 'database_unavailable'],
    handle: async ({ request }) => {
      const { stripeWebhookSecret: secret } = deps;
      if (secret === null) {
        drain(request);
        throw new Problem('not_found', { detail: 'No events of Stripe are awaited here' });
      }
      const body = await readBytes(request, bodyLimitBytes);
      if (body === null) {
        throw new Problem('body_too_large', { detail: `An event has at most ${bodyLimitBytes} bytes` });
      }
      const signature = request.headers['stripe-signature'];
      const events = typeof signature === 'string' ? verifyStripeEvent(body, signature, secret) : null;
      if (events === null) throw new Problem('signature_invalid');
      let refunds = 0;
      for (const event of events) refunds += await takeStripeEvent(deps, event);
      return { status: 200, body: { received: true, refunds } };
    },
  }),
];
