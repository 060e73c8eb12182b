import type { Instant } from '../calendar/instant.ts';

export const claimKinds = ['lost', 'damaged'] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const claimStates = [
  'eligible',
  'opened',
  'submitted',
  'approved',
  'reimbursed',
  'denied',
  'expired',
  'withdrawn',
] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimBases = ['sale_price_without_tax', 'unit_cost'] as const;
export type ClaimBasis = (typeof claimBases)[number];

/** Photographs of one claim, and bytes of each. */
export const mostClaimPhotos = 10;
export const mostClaimPhotoBytes = 10 * 1024 * 1024;

/** What a seller has decided about claims. */
export interface ClaimPolicy {
  readonly basis: ClaimBasis;
  /** In minor units of the order's currency. */
  readonly capPerUnitMinor: number;
  /** Days of 24 hours from eligibility. */
  readonly closingDays: number;
  /** A lost parcel's claim is submitted as soon as it is eligible. */
  readonly autoFile: boolean;
}

export const defaultClaimPolicy: ClaimPolicy = {
  basis: 'sale_price_without_tax',
  capPerUnitMinor: 500_000,
  closingDays: 90,
  autoFile: false,
};

export const claimNotices = ['closing_soon', 'closing_very_soon'] as const;
export type ClaimNotice = (typeof claimNotices)[number];

/** What a claim that nobody has asked for is woken by. */
export type ClaimDeadlineKind = ClaimNotice | 'closing';

export interface ClaimLine {
  readonly lineId: string;
  readonly quantity: number;
  readonly amountMinor: number;
}

/** One thing that happened to a claim. */
export interface ClaimStep {
  readonly type:
    | 'eligible'
    | 'opened'
    | 'submitted'
    | 'approved'
    | 'denied'
    | 'reimbursed'
    | 'expired'
    | 'withdrawn'
    /** A parcel that was claimed as lost was delivered after the claim was submitted. */
    | 'delivered_after_submission'
    /** The same, and it came back to its sender. */
    | 'returned_after_submission'
    | ClaimNotice;
  readonly actor: 'seller' | 'system';
  readonly at: Instant;
}

/** The carrier or the fulfilment network pays the seller: a ledger of its own, never netted against refunds (001). */
export interface Claim {
  readonly id: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly kind: ClaimKind;
  readonly state: ClaimState;
  /** The parcel that it is about. */
  readonly shipmentId: string;
  /** The return whose receipt told of the damage, where one did. */
  readonly returnId: string | null;
  readonly lines: readonly ClaimLine[];
  readonly currency: string;
  /** By the policy of the day on which it became eligible. */
  readonly amountMinor: number;
  readonly basis: ClaimBasis;
  readonly eligibleAt: Instant;
  /** The first instant at which it can no longer be submitted. */
  readonly closesAt: Instant;
  readonly submittedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly reimbursedAt: Instant | null;
  /** What was granted, and then paid; null: not (yet). */
  readonly approvedMinor: number | null;
  readonly reimbursedMinor: number | null;
  readonly steps: readonly ClaimStep[];
}

/** Money that nobody has asked for yet. */
export const isUnclaimed = ({ state }: Pick<Claim, 'state'>): boolean =>
  state === 'eligible' || state === 'opened';
