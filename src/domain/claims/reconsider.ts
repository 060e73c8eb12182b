import type { Shipment } from '../orders/order.ts';
import { accept } from '../outcome.ts';
import { type Claim, isUnclaimed } from './claim.ts';
import type { ClaimContext, ClaimDecision, ClaimsOfOrder } from './commands.ts';
import type { ClaimEvent } from './events.ts';
import { whereaboutsOf } from './lost.ts';

type Change = 'withdrawn' | 'delivered_after_submission' | 'returned_after_submission';

/**
 * What becomes of claims for losses whose parcels have turned up. One that nobody has submitted is withdrawn. One
 * that was submitted stays as it is: the seller settles it with the carrier, and is told once that it must be.
 */
export const decideReconsider = (claims: ClaimsOfOrder, { order, now }: ClaimContext): ClaimDecision =>
  accept(
    claims.flatMap((claim): ClaimEvent[] => {
      const parcel = order.shipments.find(({ id }) => id === claim.shipmentId);
      const type = claim.kind !== 'lost' || parcel === undefined ? null : changeOf(claim, parcel);
      return type === null ? [] : [{ type, claimId: claim.id, actor: 'system', at: now }];
    }),
  );

const changeOf = (claim: Claim, parcel: Shipment): Change | null => {
  if (isUnclaimed(claim)) return whereaboutsOf(parcel) === 'on_its_way' ? null : 'withdrawn';
  const isAsked = claim.state === 'submitted' || claim.state === 'approved' || claim.state === 'reimbursed';
  const type = isAsked ? arrivalOf(parcel) : null;
  return claim.steps.some((step) => step.type === type) ? null : type;
};

/** Where a parcel has arrived; on the way back it can still be lost. */
const arrivalOf = (parcel: Shipment): Change | null => {
  if (whereaboutsOf(parcel) === 'with_buyer') return 'delivered_after_submission';
  return parcel.status === 'returned_to_sender' ? 'returned_after_submission' : null;
};
