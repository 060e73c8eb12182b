import type { Instant } from '../calendar/instant.ts';
import type { Language } from '../languages.ts';
import type { Address } from '../orders/order.ts';
import type { ResponseClock } from '../response-clock.ts';
import type { ClosureReason, ReturnReason } from './reasons.ts';

export const returnStates = ['requested', 'authorized', 'received', 'completed', 'closed'] as const;
export type ReturnState = (typeof returnStates)[number];

export const requesters = ['buyer', 'seller', 'gift_recipient'] as const;
export type Requester = (typeof requesters)[number];

/** Who did something to a return. */
export const returnActors = ['buyer', 'seller', 'gift_recipient', 'system'] as const;
export type ReturnActor = (typeof returnActors)[number];

/** Longest comment on a line (003), message with a closure (003), and reply (003), in characters. */
export const mostCommentCharacters = 200;
export const mostClosingMessageCharacters = 1_000;
export const mostReplyCharacters = 4_000;

export interface ReturnLine {
  readonly lineId: string;
  /** Units that are to come back. */
  readonly quantity: number;
  /** Null: a withdrawal, which needs none. */
  readonly reason: ReturnReason | null;
  readonly comment: string | null;
}

/** The European right of withdrawal (Directive 2011/83/EU): stated, then confirmed. */
export interface Withdrawal {
  readonly statedAt: Instant;
  readonly confirmedAt: Instant | null;
  /** The first instant at which a statement is too late. Null: open, because no delivery is known. */
  readonly windowEndsAt: Instant | null;
  /** Money back by then: 14 days after confirmation. */
  readonly refundDueAt: Instant | null;
  /** Units that had not left: cancelled when it was confirmed, so they need not come back. */
  readonly cancelledLines: readonly { readonly lineId: string; readonly quantity: number }[];
}

/** Somebody else than the buyer who gets the mails: the one to whom a gift was given. */
export interface ReturnContact {
  readonly name: string | null;
  readonly email: string;
  readonly language: Language | null;
}

export type ReturnLabel =
  | { readonly kind: 'generated' }
  /** The seller's own: its bytes are a document beside ours. */
  | { readonly kind: 'uploaded'; readonly contentType: 'application/pdf' | 'image/png' };

export interface Authorization {
  readonly at: Instant;
  readonly by: 'seller' | 'system';
  readonly rma: string;
  /** Null: a withdrawal was authorised before the seller had stored an address. */
  readonly returnAddress: Address | null;
  readonly label: ReturnLabel;
  /** 1, and one more each time that address or label are replaced: earlier documents stay. */
  readonly documentVersion: number;
  /** When the documents of this version were asked for: the date on the slip. */
  readonly issuedAt: Instant;
}

export interface Closing {
  readonly by: 'buyer' | 'seller' | 'system';
  readonly reason: ClosureReason;
  readonly message: string | null;
  readonly at: Instant;
}

export const conditions = ['sellable', 'customer_damaged', 'carrier_damaged', 'defective', 'other'] as const;
export type Condition = (typeof conditions)[number];

/** Units of an authorised line that arrived, in the state in which they did. */
export interface ReceivedUnits {
  readonly lineId: string;
  readonly quantity: number;
  readonly condition: Condition;
  readonly receivedAt: Instant;
}

export const mismatchOutcomes = ['accept', 'send_back', 'keep_open'] as const;
export type MismatchOutcome = (typeof mismatchOutcomes)[number];

/** What arrived and was not authorised; the seller decides. */
export interface Mismatch {
  readonly id: string;
  readonly kind: 'unexpected_item' | 'more_than_authorized';
  /** Null: an item of no line of the order. */
  readonly lineId: string | null;
  readonly sku: string;
  readonly quantity: number;
  readonly condition: Condition;
  readonly receivedAt: Instant;
  /** `keep_open` may be decided again. */
  readonly outcome: MismatchOutcome | null;
  readonly decidedAt: Instant | null;
}

export const returnWarningCodes = [
  'duplicate_request',
  'outside_return_window',
  'not_returnable',
  'no_return_address',
  'withdrawal_late',
  'withdrawal_unconfirmed',
  'cancelled_before_shipping',
] as const;
export type ReturnWarningCode = (typeof returnWarningCodes)[number];

/** Something that keeps nobody from going on, but should be known. */
export interface ReturnWarning {
  readonly code: ReturnWarningCode;
  readonly detail: string;
  /** The open requests for the same units, with `duplicate_request`. */
  readonly returnIds?: readonly string[];
}

/** Advice about money (004): the return costs more than the goods are worth. Amounts in the order's currency. */
export interface ReturnAdvice {
  /** `keep_item`: refund in full, let the buyer keep it. `offer_credit`: the buyer's postage eats the value. */
  readonly code: 'keep_item' | 'offer_credit';
  readonly costMinor: number;
  readonly valueMinor: number;
  readonly currency: string;
}

/** The time that the seller has to give the money back: it runs once something is owed, and stops when it is paid. */
export interface RefundClock extends ResponseClock {
  /** Working days after the receipt by the seller's policy, or the 14 days of a withdrawal. */
  readonly rule: 'receipt' | 'withdrawal';
}

export const refundNotices = ['refund_warning', 'refund_breach'] as const;
export type RefundNotice = (typeof refundNotices)[number];

/** Money that went back to the buyer for a return. */
export interface RefundOfReturn {
  readonly refundId: string;
  readonly amountMinor: number;
  readonly at: Instant;
  /** The provider took it back. */
  readonly reversedAt: Instant | null;
}

interface ReturnBase {
  readonly id: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly requestedBy: Requester;
  readonly requestedAt: Instant;
  /** Of whoever sends the goods back. */
  readonly language: Language;
  readonly contact: ReturnContact | null;
  readonly lines: readonly ReturnLine[];
  readonly withdrawal: Withdrawal | null;
  /** Null: nobody has to answer, as when it was authorised at once. */
  readonly clock: ResponseClock | null;
  readonly repliedAt: Instant | null;
  /** The message that stopped the clock, where one did. */
  readonly answeredBy?: string | null;
  readonly warnings: readonly ReturnWarning[];
  readonly advice: readonly ReturnAdvice[];
  readonly received: readonly ReceivedUnits[];
  readonly mismatches: readonly Mismatch[];
  readonly dispatch: { readonly at: Instant; readonly proof: string | null } | null;
  /** The buyer has made a guarantee claim of it at the marketplace (003). */
  readonly escalatedAt: Instant | null;
  /** The time to give the money back; null or missing: nothing is owed yet. */
  readonly refundClock?: RefundClock | null;
  readonly refunds?: readonly RefundOfReturn[];
}

export interface RequestedReturn extends ReturnBase {
  readonly state: 'requested';
  readonly authorization: null;
  readonly closing: null;
  readonly completedAt: null;
}

export interface AuthorizedReturn extends ReturnBase {
  readonly state: 'authorized' | 'received';
  readonly authorization: Authorization;
  readonly closing: null;
  readonly completedAt: null;
}

/** Nothing is left to do. A withdrawal of units that had not left ends here without an authorisation. */
export interface CompletedReturn extends ReturnBase {
  readonly state: 'completed';
  readonly authorization: Authorization | null;
  readonly closing: null;
  readonly completedAt: Instant;
}

export interface ClosedReturn extends ReturnBase {
  readonly state: 'closed';
  readonly authorization: Authorization | null;
  readonly closing: Closing;
  readonly completedAt: null;
}

/** A return with all that happened to it: the state that `decide` reads and `evolve` makes. */
export type Return = RequestedReturn | AuthorizedReturn | CompletedReturn | ClosedReturn;
