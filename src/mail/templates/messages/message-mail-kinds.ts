import type { Instant } from '../../../domain/calendar/instant.ts';

/** A message of the conversation, as it stands in a mail to the seller. */
export interface QuotedMessage {
  readonly from: 'buyer' | 'seller';
  readonly sentAt: Instant;
  /** What strangers wrote: plain text. */
  readonly body: string;
}

/** The conversation that a mail is about, as its reader knows it. */
export interface MessageMailSubject {
  /** Null: the buyer wrote before there was an order. */
  readonly orderNumber: string | null;
  readonly channel: string;
  /** IANA name: times are written as they read there. */
  readonly timeZone: string;
}

/** What the seller is told; `replyUrl` null: the seller wants no links in mails, and is told where to act. */
export type SellerMessageMail = {
  readonly replyUrl: string | null;
  /** Oldest first; the last one is what waits for an answer. */
  readonly thread: readonly QuotedMessage[];
  /** Messages before those. */
  readonly earlier: number;
} & (
  | ({
      /** The last instant at which an answer is in time. */
      readonly answerBy: Instant;
    } & WaitingMail)
  /**
   * The seller's answer, which is the last of the thread, could not be delivered: the clock runs again, until
   * `answerBy`. Null: nothing waits for an answer.
   */
  | { readonly kind: 'seller_undelivered'; readonly answerBy: Instant | null }
);

type WaitingMail =
  | { readonly kind: 'seller_warning' }
  | { readonly kind: 'seller_breach' }
  /** The seller's own target in business hours is over; the channel's is not. */
  | { readonly kind: 'seller_internal_overdue'; readonly internalDueAt: Instant }
  /** The buyer wrote on our page, so no other system tells the seller. */
  | { readonly kind: 'seller_message' };

/** The seller's words to the buyer; `answerUrl` is the page on which the buyer can write back. */
export interface BuyerAnswerMail {
  readonly kind: 'buyer_answer';
  /** Of the message that is answered; null: it had none. */
  readonly subject: string | null;
  readonly body: string;
  /** What is answered, to be quoted below it. */
  readonly question: string | null;
  readonly answerUrl: string | null;
}

export type MessageMail = SellerMessageMail | BuyerAnswerMail;

/** One mail a day instead of one for each notice. */
export interface DigestMail {
  readonly channel: string;
  readonly timeZone: string;
  /** When it is written. */
  readonly at: Instant;
  /** Messages that wait for an answer, the most urgent first. */
  readonly messages: readonly DigestItem[];
  /** Return requests that wait for an answer. */
  readonly returns: readonly DigestItem[];
  /** What else the seller should know: each alert's title, ready in the reader's language. */
  readonly orders: readonly { readonly orderNumber: string; readonly title: string }[];
}

export interface DigestItem {
  readonly orderNumber: string | null;
  readonly answerBy: Instant;
  readonly overdue: boolean;
  /** Where it can be answered; null: no links in mails. */
  readonly url: string | null;
}
