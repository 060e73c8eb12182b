import type { Instant, LocalDate } from '../../../domain/calendar/instant.ts';
import type { ClaimKind } from '../../../domain/claims/claim.ts';
import type { Cancellation } from '../../../domain/orders/order.ts';
import type { BookDifference } from '../../../domain/refunds/reconcile.ts';
import type { RefundAttention } from '../../../domain/refunds/refund.ts';

/** The order that a mail is about, as both sides know it. */
export interface MoneyAbout {
  /** Empty where no order is known: in `how_to_cancel` about an unknown one, and in `books_differ`. */
  readonly orderNumber: string;
  readonly channel: string;
  /** IANA name: deadlines and times are written as they read there. */
  readonly timeZone: string;
}

export interface Money {
  /** In minor units of the currency as ISO 4217 counts them. */
  readonly amountMinor: number;
  readonly currency: string;
}

export interface MailLine {
  readonly title: string;
  readonly quantity: number;
}

export type BuyerMoneyMail =
  | {
      readonly kind: 'cancellation_confirmed';
      readonly whole: boolean;
      readonly lines: readonly MailLine[];
      /** Set going with the cancellation; null: nothing is to be refunded. */
      readonly refund: Money | null;
      readonly source: Cancellation['source'];
    }
  /** Of the buyer's official request, which the seller decides; `lines` null: the whole order. */
  | { readonly kind: 'cancellation_request_received'; readonly lines: readonly MailLine[] | null }
  | {
      readonly kind: 'cancellation_request_refused';
      /** `lapsed`: what it asked for had left. */
      readonly why: 'refused' | 'lapsed';
      /** The seller's own words. */
      readonly message: string | null;
      readonly withdrawUrl: string;
    }
  /** The automatic answer to a message that asks to cancel, since a message cancels nothing (002). */
  | {
      readonly kind: 'how_to_cancel';
      readonly situation: 'before_shipping' | 'shipped' | 'closed' | 'unknown_order';
      /** Null: the channel's own order page is the official way. */
      readonly requestUrl: string | null;
      readonly withdrawUrl: string;
    }
  | {
      readonly kind: 'refund_made';
      readonly amount: Money;
      /** Inside `amount`; null: none is known. */
      readonly tax: Money | null;
      /** A fee already taken off; `quantity` null: by amount. All in the currency of `amount`. */
      readonly lines: readonly {
        readonly title: string;
        readonly quantity: number | null;
        readonly amountMinor: number;
      }[];
      readonly shippingMinor: number;
      /** Restocking fee that was withheld. */
      readonly feeMinor: number;
      readonly feeWhy: 'return_to_sender' | 'buyer_fault' | null;
      readonly receiptUrl: string;
    };

/** A url null: the seller wants no links in mails, and is told where to act. */
export type SellerMoneyMail =
  | {
      readonly kind: 'cancellation_requested';
      /** The buyer's own words. */
      readonly reason: string | null;
      /** Null: the whole order. */
      readonly lines: readonly MailLine[] | null;
      readonly decideUrl: string | null;
    }
  /** Codes are the provider's own where it gave one. */
  | {
      readonly kind: 'refund_declined';
      readonly amount: Money;
      readonly code: string;
      readonly detail: string | null;
    }
  /** The provider took it back after it had succeeded. */
  | { readonly kind: 'refund_failed'; readonly amount: Money; readonly code: string }
  | {
      readonly kind: 'refund_needs_person';
      readonly amount: Money;
      readonly why: RefundAttention;
      readonly code: string;
      readonly refundId: string;
      readonly paymentReference: string | null;
    }
  | {
      readonly kind: 'refund_due';
      readonly notice: 'warning' | 'breach';
      /** The last instant at which it is in time. */
      readonly dueAt: Instant;
      /** What sets the time: the goods' receipt, or the law on withdrawals. */
      readonly rule: 'receipt' | 'withdrawal';
      readonly refundUrl: string | null;
    }
  | {
      readonly kind: 'books_differ';
      readonly provider: string;
      readonly day: LocalDate;
      readonly differences: readonly {
        readonly kind: BookDifference['kind'];
        readonly refundId: string | null;
        /** As our ledger has it; as the provider has it, where ours has none. */
        readonly amount: Money;
      }[];
    }
  | {
      readonly kind: 'claim_eligible';
      readonly claimKind: ClaimKind;
      readonly amount: Money;
      /** The first instant at which it can no longer be submitted. */
      readonly closesAt: Instant;
      readonly carrier: string;
      readonly trackingNumber: string;
      readonly fileUrl: string | null;
      readonly needsPhotos: boolean;
    }
  /** By itself, as the seller's policy has it. */
  | { readonly kind: 'claim_submitted'; readonly claimKind: ClaimKind; readonly amount: Money }
  | {
      readonly kind: 'claim_closing';
      readonly claimKind: ClaimKind;
      readonly amount: Money;
      readonly closesAt: Instant;
      readonly fileUrl: string | null;
      readonly needsPhotos: boolean;
    }
  | { readonly kind: 'claim_expired'; readonly claimKind: ClaimKind; readonly amount: Money }
  /** What was claimed as lost has been delivered after all. */
  | { readonly kind: 'claim_delivered'; readonly amount: Money; readonly deliveredAt: Instant };

export type MoneyMail = BuyerMoneyMail | SellerMoneyMail;
