import type { Instant } from '../calendar/instant.ts';
import type { Order, ParcelLine } from '../orders/order.ts';
import type { Outcome } from '../outcome.ts';
import type { Return } from '../returns/return.ts';
import type { Claim, ClaimDeadlineKind, ClaimKind, ClaimPolicy } from './claim.ts';
import type { ClaimEvent } from './events.ts';

/** A parcel's time may be up. */
export interface DetectLost {
  readonly type: 'detect_lost';
  readonly shipmentId: string;
}

/** Units of a return may have come back damaged by the carrier. */
export interface DetectDamaged {
  readonly type: 'detect_damaged';
  readonly returnId: string;
}

/** The seller claims by hand, or takes up what was found. */
export interface OpenClaim {
  readonly type: 'open';
  /** Of the new claim, if there has to be one. */
  readonly claimId: string;
  readonly kind: ClaimKind;
  /** Null: all of one parcel that can be claimed. */
  readonly lines: readonly ParcelLine[] | null;
}

export interface SubmitClaim {
  readonly type: 'submit';
  readonly claimId: string;
}

/** What the carrier or the network has answered, or paid. */
export interface RecordAnswer {
  readonly type: 'record_answer';
  readonly claimId: string;
  readonly outcome: 'approved' | 'denied' | 'reimbursed';
  /** Null: what was claimed, or approved. */
  readonly amountMinor: number | null;
  /** Null: now. */
  readonly at: Instant | null;
}

/** A scan came after a parcel was found lost: what to do is decided from the state. */
export interface ReconsiderClaims {
  readonly type: 'reconsider';
}

/** A wake-up: what to do is decided again from the state. */
export interface MeetClaimDeadline {
  readonly type: 'meet_deadline';
  readonly claimId: string;
  readonly kind: ClaimDeadlineKind;
}

export type ClaimCommand =
  | DetectLost
  | DetectDamaged
  | OpenClaim
  | SubmitClaim
  | RecordAnswer
  | ReconsiderClaims
  | MeetClaimDeadline;

/** What a decision may know beside the claims of the order and the command. */
export interface ClaimContext {
  readonly now: Instant;
  readonly order: Order;
  readonly returns: readonly Return[];
  readonly policy: ClaimPolicy;
  /** For each parcel the id of a claim that may be made of it. */
  readonly newIds: ReadonlyMap<string, string>;
  /** Parcels that were on their way back at any time: they are not lost by themselves, whatever comes after. */
  readonly turnedBack: ReadonlySet<string>;
  /** How many photographs each claim has; none where it is missing. */
  readonly photos: ReadonlyMap<string, number>;
}

/** All claims of an order: a unit is claimed once, so a decision about one is about all of them. */
export type ClaimsOfOrder = readonly Claim[];

export type ClaimDecision = Outcome<readonly ClaimEvent[]>;
