import type { Instant } from '../calendar/instant.ts';
import type { Claim, ClaimNotice, ClaimStep } from './claim.ts';

/** What happened to the claims of an order; `at` is when it became known, and stands in the history. */
export type ClaimEvent =
  /** With its first step: found by itself, or opened by hand. */
  | { readonly type: 'made'; readonly claim: Claim }
  | (Happening & {
      readonly type:
        | 'opened'
        | 'submitted'
        | 'expired'
        | 'withdrawn'
        | 'delivered_after_submission'
        | 'returned_after_submission'
        | ClaimNotice;
    })
  | (Happening & { readonly type: 'denied'; readonly decidedAt: Instant })
  | (Happening & { readonly type: 'approved'; readonly decidedAt: Instant; readonly amountMinor: number })
  | (Happening & { readonly type: 'reimbursed'; readonly paidAt: Instant; readonly amountMinor: number });

type Happening = { readonly claimId: string } & Pick<ClaimStep, 'actor' | 'at'>;

/** The claim that an event is about. */
export const claimIdOf = (event: ClaimEvent): string =>
  event.type === 'made' ? event.claim.id : event.claimId;
