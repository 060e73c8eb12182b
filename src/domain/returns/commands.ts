import type { Instant } from '../calendar/instant.ts';
import type { Address, Order } from '../orders/order.ts';
import type { Outcome } from '../outcome.ts';
import type { ClockNotice } from '../response-clock.ts';
import type { ReturnEvent } from './events.ts';
import type { ReturnPolicy } from './policy.ts';
import type { ClosureReason } from './reasons.ts';
import type {
  Condition,
  MismatchOutcome,
  RefundNotice,
  Requester,
  Return,
  ReturnContact,
  ReturnLabel,
  ReturnLine,
} from './return.ts';

/** Somebody asks to send something back, or withdraws, or the seller makes a return for the buyer. */
export interface RequestReturn {
  readonly type: 'request';
  readonly returnId: string;
  readonly requestedBy: Requester;
  /** Null: now. */
  readonly requestedAt: Instant | null;
  readonly withdrawal: { readonly statedAt: Instant; readonly confirmedAt: Instant | null } | null;
  readonly contact: ReturnContact | null;
  readonly lines: readonly ReturnLine[];
}

export interface LineQuantity {
  readonly lineId: string;
  readonly quantity: number;
}

/** The buyer's second step. `lines`: only these of the stated units. */
export interface ConfirmWithdrawal {
  readonly type: 'confirm_withdrawal';
  readonly at: Instant | null;
  readonly lines: readonly LineQuantity[] | null;
}

/** Where the goods go and with which label; what is null takes the channel's default. */
export interface DocumentChoice {
  readonly returnAddress: Address | null;
  readonly returnAddressId: string | null;
  readonly label: ReturnLabel | null;
}

export interface AuthorizeReturn extends DocumentChoice {
  readonly type: 'authorize';
  /** The seller's own number; null: the fresh one of the context. */
  readonly rma: string | null;
}

export interface ReplaceDocuments extends DocumentChoice {
  readonly type: 'replace_documents';
}

export interface CloseReturn {
  readonly type: 'close';
  readonly reason: ClosureReason;
  readonly message: string | null;
}

export interface ReplyToReturn {
  readonly type: 'reply';
  readonly message: string;
  /** For the reply in the order's conversation. */
  readonly messageId: string;
}

/** The seller wrote to the buyer in the order's conversation, at `sentAt`. */
export interface NoteAnswer {
  readonly type: 'note_answer';
  readonly messageId: string;
  readonly sentAt: Instant;
}

/** A message of the seller's could not be delivered; `next` is what answers in its place, if anything does. */
export interface UndeliveredAnswer {
  readonly type: 'undelivered_answer';
  readonly messageId: string;
  readonly next: Pick<NoteAnswer, 'messageId' | 'sentAt'> | null;
}

/** The buyer changes their mind. */
export interface CancelReturn {
  readonly type: 'cancel';
  readonly at: Instant | null;
}

export interface DispatchReturn {
  readonly type: 'dispatch';
  readonly at: Instant | null;
  readonly proof: string | null;
}

export interface EscalateReturn {
  readonly type: 'escalate';
  readonly at: Instant | null;
}

/** What the warehouse found in the parcel. */
export interface ReceiveReturn {
  readonly type: 'receive';
  readonly receivedAt: Instant;
  readonly lines: readonly {
    /** One of the two is set. */
    readonly lineId: string | null;
    readonly sku: string | null;
    readonly quantity: number;
    readonly condition: Condition;
    /** For what of it does not fit the authorisation. */
    readonly mismatchId: string;
  }[];
}

export interface DecideMismatch {
  readonly type: 'decide_mismatch';
  readonly mismatchId: string;
  readonly outcome: MismatchOutcome;
}

export interface CompleteReturn {
  readonly type: 'complete';
}

/** A wake-up: what to do is decided again from the clock and the state. */
export interface RaiseNotice {
  readonly type: 'raise_notice';
  readonly notice: ClockNotice | RefundNotice;
}

/** A refund for this return has succeeded. */
export interface NoteRefund {
  readonly type: 'note_refund';
  readonly refundId: string;
  readonly amountMinor: number;
  /** Nothing more is owed for what has come back. */
  readonly isAll: boolean;
  readonly at: Instant;
}

/** Nothing is owed for what has come back: the money went back otherwise. */
export interface NoteNothingOwed {
  readonly type: 'note_nothing_owed';
  readonly at: Instant;
}

/** What had settled this return without naming it was taken back. */
export interface NoteOwedAgain {
  readonly type: 'note_owed_again';
}

/** A refund that had succeeded was taken back by the provider. */
export interface NoteRefundReversed {
  readonly type: 'note_refund_reversed';
  readonly refundId: string;
}

export type ReturnCommand =
  | RequestReturn
  | ConfirmWithdrawal
  | AuthorizeReturn
  | ReplaceDocuments
  | CloseReturn
  | ReplyToReturn
  | NoteAnswer
  | UndeliveredAnswer
  | CancelReturn
  | DispatchReturn
  | EscalateReturn
  | ReceiveReturn
  | DecideMismatch
  | CompleteReturn
  | RaiseNotice
  | NoteRefund
  | NoteNothingOwed
  | NoteRefundReversed
  | NoteOwedAgain;

/** What a decision may know beside the return and the command. */
export interface ReturnContext {
  readonly now: Instant;
  readonly order: Order;
  /** The other returns of the order. */
  readonly others: readonly Return[];
  readonly policy: ReturnPolicy;
  /** The first instant at which the money for goods that arrived at `at` is late, by the seller's policy. */
  readonly refundDueAt: (at: Instant) => Instant;
  /** Generated for this decision, unguessable and not in use. */
  readonly freshRma: string;
  /** Whether another return of the seller has this number, whatever its case. */
  readonly isRmaTaken: (rma: string) => boolean;
}

/** What happened because of a command: nothing, when it told nothing new. Or the rule's refusal. */
export type ReturnDecision = Outcome<readonly ReturnEvent[]>;
