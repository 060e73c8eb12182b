import { z } from 'zod';
import { claimNotices } from '../src/domain/claims/claim.ts';
import { defineQueue } from './contract.ts';
import { claimBody, claimDecision } from './schemas/refund.schema.ts';
import { id } from './schemas/values.ts';

const onClaim = { orderId: id, claimId: id };

export const claimsQueue = defineQueue({
  name: 'claims',
  title: 'Claims',
  description:
    'Finds what a carrier or a fulfilment network owes the seller, and follows it until it is paid.',
  jobs: {
    open: z.object({ ...onClaim, claim: claimBody }),
    /** `link`: the key of the link in a mail that asked for it. */
    submit: z.object({ ...onClaim, link: z.string().optional() }),
    decide: z.object({ ...onClaim, decision: claimDecision }),
    /** A parcel's time is up (`shipmentId`), or a return came back damaged by the carrier (`returnId`). */
    detect: z.object({ orderId: id, shipmentId: id.optional(), returnId: id.optional() }),
    /** A scan came after the parcel was found lost. */
    reconsider: z.object({ orderId: id }),
    'meet-deadline': z.object({ ...onClaim, kind: z.enum([...claimNotices, 'closing']) }),
  },
  payloadVersion: 1,
  attempts: 8,
  backoff: { baseMs: 500, maxMs: 60_000 },
  concurrency: 4,
  bundleSize: 1,
  window: 200,
});
