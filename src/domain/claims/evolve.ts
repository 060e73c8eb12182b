import type { Claim } from './claim.ts';
import type { ClaimsOfOrder } from './commands.ts';
import type { ClaimEvent } from './events.ts';

/**
 * The claims of an order after one event. Makes new objects and never changes the old ones; throws only on a stream
 * that `decide` cannot have given.
 */
export const evolve = (claims: ClaimsOfOrder, event: ClaimEvent): ClaimsOfOrder => {
  if (event.type === 'made') return [...claims, event.claim];
  if (!claims.some(({ id }) => id === event.claimId)) {
    throw new Error(`${event.type} came to a claim that nobody made`);
  }
  return claims.map((claim) => (claim.id === event.claimId ? evolveOne(claim, event) : claim));
};

type StepEvent = Exclude<ClaimEvent, { readonly type: 'made' }>;

const evolveOne = (claim: Claim, event: StepEvent): Claim => {
  const { type, actor, at } = event;
  const noted = { ...claim, steps: [...claim.steps, { type, actor, at }] };
  switch (type) {
    case 'opened':
    case 'expired':
    case 'withdrawn':
      return { ...noted, state: type };
    case 'submitted':
      return { ...noted, state: type, submittedAt: at };
    case 'denied':
      return { ...noted, state: type, decidedAt: event.decidedAt };
    case 'approved':
      return { ...noted, state: type, decidedAt: event.decidedAt, approvedMinor: event.amountMinor };
    case 'reimbursed':
      return {
        ...noted,
        state: type,
        // Whoever pays has approved.
        decidedAt: claim.decidedAt ?? event.paidAt,
        approvedMinor: claim.approvedMinor ?? event.amountMinor,
        reimbursedAt: event.paidAt,
        reimbursedMinor: event.amountMinor,
      };
    case 'delivered_after_submission':
    case 'returned_after_submission':
    case 'closing_soon':
    case 'closing_very_soon':
      return noted;
    default:
      return event satisfies never;
  }
};
