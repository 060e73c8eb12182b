import { z } from 'zod';
import { defineQueue } from './contract.ts';
import { refundReport, refundRequest } from './schemas/refund.schema.ts';
import { id, minor } from './schemas/values.ts';

export const refundsQueue = defineQueue({
  name: 'refunds',
  title: 'Refunds',
  description: 'Decides about refunds under the lock of their order, and records what providers say of them.',
  jobs: {
    /** `link`: the key of the link in a mail that asked for it. */
    request: z.object({
      orderId: id,
      refundId: id,
      source: z.enum(['api', 'batch', 'link']),
      request: refundRequest,
      link: z.string().optional(),
    }),
    /** What is owed for units that were cancelled or that came back to the sender, and not refunded yet. */
    'settle-order': z.object({ orderId: id }),
    /** What is owed for a return: for what was received of it, or for all of it, because the buyer keeps it. */
    'settle-return': z.object({
      orderId: id,
      returnId: id,
      cause: z.enum(['return_received', 'keep_item']),
      /** A rule of the seller's, or the seller by a link. */
      by: z.enum(['policy', 'seller']),
      /** What the seller agreed to, in minor units: anything else is refused. */
      expectedMinor: minor.optional(),
      link: z.string().optional(),
    }),
    'record-outcome': z.object({
      orderId: id,
      refundId: id,
      from: z.enum(['webhook', 'upstream']),
      report: refundReport,
    }),
  },
  payloadVersion: 1,
  attempts: 8,
  backoff: { baseMs: 500, maxMs: 60_000 },
  concurrency: 4,
  // One by one: what fails concerns one refund, and is looked at as one.
  bundleSize: 1,
  window: 200,
});
