import { z } from 'zod';
import type { WorkPorts } from '../accept/accept-work.ts';
import { workEndpoint } from '../accept/work-endpoint.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';

const count = z.int().min(0);

const erasure = z
  .object({
    ordersErased: count.meta({ description: 'Orders that hold no personal data any more' }),
    pending: count.meta({
      description: 'Orders and returns that are under way: each is erased by itself once it is over',
    }),
    messages: count,
    returns: count,
    documents: count.meta({ description: 'Slips and labels, in each form that was drawn' }),
    photographs: count,
    mails: count,
    jobs: count.meta({
      description: 'Jobs that had failed or were called off, emptied: they can no longer be retried',
    }),
  })
  .meta({ id: 'Erasure' });

/** What buyers may ask of a seller about themselves. */
export const buyerEndpoints = (ports: WorkPorts): Endpoint[] => [
  workEndpoint(ports, {
    path: '/v1/buyers/erase',
    operationId: 'eraseBuyer',
    tag: 'Buyers',
    summary: 'Erase the personal data of a buyer',
    description:
      'By the address, whatever its case: names, addresses, mails, words of messages, comments and reasons, labels and ' +
      'photographs. Amounts, dates and states stay, and so do reports and figures. What is over is erased now. An order ' +
      'that is under way, has an open return, claim or request, or money on its way, needs its buyer until it is over: it ' +
      'counts as `pending` and is erased by itself then. Asked again, it finds what is left. A later order of the same ' +
      'address is a new one.',
    body: z.object({ email: z.email().max(254) }).meta({ id: 'EraseBuyer' }),
    result: erasure,
    example: { email: 'zoe@example.com' },
    submission: ({ body: { email }, caller: { sellerId } }) => ({
      sellerId,
      queue: 'privacy' as const,
      name: 'erase-buyer' as const,
      payload: { email: email.toLowerCase() },
      refs: {},
      priority: 'interactive' as const,
    }),
  }),
];
