import { z } from 'zod';
import type { FullClaim } from '../../../db/repositories/claims-read/find-claim.ts';
import { claimBases, claimKinds, claimStates } from '../../domain/claims/claim.ts';
import { instantOut, minorOut } from '../openapi/values.ts';

export const claimState = z.enum(claimStates).meta({
  id: 'ClaimState',
  description:
    'eligible: found, nobody has asked for it. opened: somebody means to. submitted, approved, reimbursed, denied. ' +
    'expired: its closing date has passed. withdrawn: the parcel turned up before it was submitted.',
});

/** What a claim's job results in. */
export const claimResult = z
  .object({
    claimId: z.uuid(),
    state: claimState,
    amountMinor: minorOut.meta({ description: 'By the policy of the day on which it became eligible' }),
    currency: z.string(),
    closesAt: instantOut.meta({ description: 'The first instant at which it cannot be submitted any more' }),
  })
  .meta({ id: 'ClaimResult' });

export const photoOut = z
  .object({
    photoId: z.uuid(),
    contentType: z.string(),
    width: z.int(),
    height: z.int(),
    bytes: z
      .int()
      .meta({ description: 'As it is kept: drawn anew, without place, camera or other hidden data' }),
  })
  .meta({ id: 'ClaimPhoto' });

export const claimOut = z
  .object({
    ...claimResult.shape,
    orderId: z.uuid(),
    channel: z.string(),
    channelOrderId: z.string(),
    kind: z.enum(claimKinds),
    shipmentId: z.uuid(),
    returnId: z.uuid().nullable().meta({ description: 'The return whose receipt told of the damage' }),
    lines: z.array(z.object({ lineId: z.string(), quantity: z.int(), amountMinor: minorOut })),
    basis: z.enum(claimBases),
    eligibleAt: instantOut,
    submittedAt: instantOut.nullable(),
    decidedAt: instantOut.nullable(),
    reimbursedAt: instantOut.nullable(),
    approvedMinor: minorOut.nullable(),
    reimbursedMinor: minorOut.nullable(),
    photos: z.array(z.object({ ...photoOut.shape, createdAt: instantOut })),
    history: z.array(z.object({ type: z.string(), actor: z.enum(['seller', 'system']), at: instantOut })),
  })
  .meta({ id: 'Claim' });

/** The answer about a claim. */
export const showClaim = ({ claim, photos }: FullClaim) => ({
  claimId: claim.id,
  state: claim.state,
  amountMinor: claim.amountMinor,
  currency: claim.currency,
  closesAt: claim.closesAt,
  orderId: claim.orderId,
  channel: claim.channel,
  channelOrderId: claim.channelOrderId,
  kind: claim.kind,
  shipmentId: claim.shipmentId,
  returnId: claim.returnId,
  lines: claim.lines,
  basis: claim.basis,
  eligibleAt: claim.eligibleAt,
  submittedAt: claim.submittedAt,
  decidedAt: claim.decidedAt,
  reimbursedAt: claim.reimbursedAt,
  approvedMinor: claim.approvedMinor,
  reimbursedMinor: claim.reimbursedMinor,
  photos,
  history: claim.steps,
});
