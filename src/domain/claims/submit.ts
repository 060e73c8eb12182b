import { accept, refuse } from '../outcome.ts';
import type { Claim } from './claim.ts';
import type { ClaimContext, ClaimDecision, ClaimsOfOrder, SubmitClaim } from './commands.ts';
import { refuseFound } from './open.ts';

/** The claim goes to the carrier or the network. Sent twice, the second says nothing new. */
export const decideSubmit = (
  claims: ClaimsOfOrder,
  { claimId }: SubmitClaim,
  context: ClaimContext,
): ClaimDecision => {
  const claim = claims.find(({ id }) => id === claimId);
  if (claim === undefined) return refuse('unknown_claim', 'There is no such claim.');
  switch (claim.state) {
    case 'eligible':
    case 'opened':
      return submitUnclaimed(claim, context);
    case 'submitted':
      return accept([]);
    case 'approved':
    case 'reimbursed':
    case 'denied':
      return refuse('claim_decided', `The claim was decided already: ${claim.state}.`);
    case 'expired':
      return refuse('claim_closed', `The claim could be submitted until ${claim.closesAt}.`);
    case 'withdrawn':
      return refuseWithdrawn(claim, context);
    default:
      return claim.state satisfies never;
  }
};

const submitUnclaimed = (claim: Claim, context: ClaimContext): ClaimDecision => {
  const { now, photos } = context;
  const { id: claimId, kind, closesAt } = claim;
  if (now >= closesAt) return refuse('claim_closed', `The claim could be submitted until ${closesAt}.`);
  if (kind === 'damaged' && (photos.get(claimId) ?? 0) === 0) {
    return refuse('photos_missing', 'A damage is submitted with a photograph at least.');
  }
  const found = foundRefusal(claim, context);
  return found ?? accept([{ type: 'submitted', claimId, actor: 'seller', at: now }]);
};

/** Of a claim for a loss: the parcel has turned up. Null: not as far as its scans say. */
const foundRefusal = ({ kind, shipmentId }: Claim, { order }: ClaimContext): ClaimDecision | null => {
  const parcel = order.shipments.find(({ id }) => id === shipmentId);
  const refusal = kind === 'damaged' || parcel === undefined ? null : refuseFound(parcel);
  return refusal === null ? null : { ok: false, refusal };
};

const refuseWithdrawn = (claim: Claim, context: ClaimContext): ClaimDecision =>
  foundRefusal(claim, context) ??
  refuse('claim_withdrawn', 'The claim was withdrawn, for the parcel had turned up.');
