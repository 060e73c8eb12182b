import type { CancellationRequestState } from '../../../domain/cancellations/cancellation-request.ts';
import type { ClaimKind, ClaimState } from '../../../domain/claims/claim.ts';
import type { RefundState } from '../../../domain/refunds/refund.ts';
import type { Headline } from '../../returns/texts/link-texts.ts';
import type { MoneyAct, PhotoFault } from '../ports.ts';

/** What the pages about money say beside what all pages of links and the receipts say, in one language. */
export interface MoneyTexts {
  readonly wholeOrder: string;
  /** The seller decides about a buyer's official request. */
  readonly decide: {
    readonly title: string;
    readonly lead: string;
    readonly request: string;
    readonly requestedAt: string;
    readonly toCancel: string;
    readonly noReason: string;
    /** The items stand below it. */
    readonly partLeft: string;
    readonly nothingLeft: string;
    readonly legend: string;
    readonly accept: string;
    readonly acceptHint: string;
    readonly refuse: string;
    readonly refuseHint: string;
    readonly button: string;
  };
  /** The buyer asks officially. */
  readonly ask: {
    readonly title: string;
    readonly lead: string;
    readonly notLeft: string;
    readonly partLeft: string;
    readonly legend: string;
    /** All that has not left, when a part has. */
    readonly rest: string;
    readonly some: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly button: string;
  };
  readonly claim: {
    readonly titles: Readonly<Record<ClaimKind, string>>;
    readonly leads: Readonly<Record<ClaimKind, string>>;
    readonly heading: string;
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly items: string;
    readonly amount: string;
    readonly closesAt: string;
    readonly photosFirst: string;
    readonly choice: string;
    readonly button: string;
  };
  readonly photos: {
    readonly heading: string;
    readonly none: string;
    photo(number: number): string;
    readonly field: string;
    readonly hint: string;
    readonly button: string;
    readonly full: string;
    /** Above the faults, when nothing or not everything could be added. */
    readonly notAdded: string;
    readonly faults: Readonly<Record<PhotoFault, string>>;
    readonly tooLarge: string;
  };
  /** The seller refunds what is owed for a return. */
  readonly refund: {
    readonly title: string;
    readonly lead: string;
    readonly back: string;
    readonly kept: string;
    readonly owed: string;
    readonly total: string;
    /** The time stands behind each. */
    readonly dueAt: string;
    readonly overdueSince: string;
    external(channel: string): string;
    readonly earlier: string;
    choice(amount: string): string;
    readonly button: string;
  };
  /** The buyer looks at a refund. */
  readonly shown: {
    title(amount: string): string;
    readonly sentences: Readonly<Record<RefundState, string>>;
    readonly heading: string;
    readonly receipt: string;
  };
  readonly done: Readonly<Record<MoneyAct['name'], Headline>>;
  /** Why a link can do nothing, or nothing any more. */
  readonly over: {
    readonly accepted: Headline;
    readonly refused: Headline;
    readonly lapsed: Headline;
    readonly pending: Headline;
    readonly calledOff: Headline;
    readonly shipped: Headline;
    readonly requestOpen: Headline;
    readonly claimSubmitted: Headline;
    readonly claimDecided: Headline;
    readonly claimExpired: Headline;
    readonly claimWithdrawn: Headline;
    readonly parcelDelivered: Headline;
    readonly parcelReturning: Headline;
    readonly refunded: Headline;
    readonly refundUnderWay: Headline;
    readonly notBack: Headline;
    readonly nothingOwed: Headline;
  };
  readonly requestStates: Readonly<Record<CancellationRequestState, string>>;
  readonly claimStates: Readonly<Record<ClaimState, string>>;
  readonly facts: {
    readonly submittedAt: string;
    readonly decidedAt: string;
    readonly approved: string;
    readonly reimbursed: string;
    readonly refund: string;
    readonly noRefund: string;
  };
  readonly refusals: {
    readonly amountChanged: string;
    readonly itemsGone: string;
    readonly photosMissing: string;
    readonly paymentUnknown: string;
    readonly other: string;
  };
  readonly tooLarge: string;
}
