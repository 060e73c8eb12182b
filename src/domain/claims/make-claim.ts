import { addDays, type Instant } from '../calendar/instant.ts';
import type { PricedUnits } from './amounts.ts';
import type { Claim, ClaimKind } from './claim.ts';
import type { ClaimContext } from './commands.ts';

export interface NewClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly shipmentId: string;
  readonly returnId: string | null;
  readonly priced: PricedUnits;
  /** By the rule, and not when it was noticed: the closing date counts from here. */
  readonly eligibleAt: Instant;
  readonly by: 'seller' | 'system';
}

/** The first instant at which a claim that was eligible then can no longer be submitted. */
export const closingOf = (eligibleAt: Instant, { policy }: Pick<ClaimContext, 'policy'>): Instant =>
  addDays(eligibleAt, policy.closingDays);

/** A claim as it begins: amounts and closing date are frozen by the policy of today. */
export const makeClaim = (
  context: ClaimContext,
  { id, kind, shipmentId, returnId, priced, eligibleAt, by }: NewClaim,
): Claim => {
  const { order, policy, now } = context;
  const state = by === 'seller' ? 'opened' : 'eligible';
  return {
    id,
    orderId: order.id,
    channel: order.channel,
    channelOrderId: order.channelOrderId,
    kind,
    state,
    shipmentId,
    returnId,
    lines: priced.lines,
    currency: order.currency,
    amountMinor: priced.amountMinor,
    basis: policy.basis,
    eligibleAt,
    closesAt: closingOf(eligibleAt, context),
    submittedAt: null,
    decidedAt: null,
    reimbursedAt: null,
    approvedMinor: null,
    reimbursedMinor: null,
    steps: [{ type: state, actor: by, at: now }],
  };
};
