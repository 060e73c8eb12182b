import type { Instant } from '../../../domain/calendar/instant.ts';
import type { ClosureReason, ReturnReason } from '../../../domain/returns/reasons.ts';
import type { Requester, ReturnAdvice, ReturnWarning } from '../../../domain/returns/return.ts';

/** The return that a mail is about, as its reader knows it. */
export interface ReturnMailSubject {
  readonly orderNumber: string;
  readonly channel: string;
  /** IANA name: deadlines and times are written as they read there. */
  readonly timeZone: string;
  /** All that was asked for; of a withdrawal all that was stated, what had not left included. */
  readonly lines: readonly {
    readonly title: string;
    readonly quantity: number;
    readonly reason: ReturnReason | null;
    readonly comment: string | null;
  }[];
}

/** `attached`: ours, on one page with the slip. `seller_own_attached`: the seller's, beside the slip. */
export type LabelKind = 'attached' | 'seller_own_attached' | 'none';

/** To whoever sends back: the buyer, or who was given the goods. */
export type BuyerMail =
  | {
      readonly kind: 'buyer_requested';
      readonly answerBy: Instant | null;
      readonly cancelUrl: string | null;
      /** It names what the goods cost: null towards somebody to whom they were given. */
      readonly offerCredit?: Pick<ReturnAdvice, 'costMinor' | 'valueMinor' | 'currency'> | null;
    }
  | {
      readonly kind: 'buyer_authorized';
      readonly rma: string;
      readonly labelUrl: string | null;
      readonly label: LabelKind;
      /** False: none is known yet, so the documents follow. */
      readonly returnAddress: boolean;
      /** The seller or the carrier is at fault, so the way back is not the buyer's to pay (003). */
      readonly postageRefunded?: boolean;
      /** Later versions take the place of documents that were mailed before. */
      readonly replaces?: boolean;
    }
  | { readonly kind: 'buyer_closed'; readonly reason: ClosureReason; readonly message: string | null }
  /** The seller's words to the buyer. `cancelUrl` while the request is open; `answerUrl` where they can write back. */
  | {
      readonly kind: 'buyer_reply';
      readonly message: string;
      readonly cancelUrl: string | null;
      readonly answerUrl?: string | null;
    }
  | { readonly kind: 'buyer_cancelled' }
  | { readonly kind: 'buyer_received'; readonly units: number; readonly complete: boolean }
  /** Step two is still to do. */
  | { readonly kind: 'withdrawal_stated'; readonly statedAt: Instant; readonly confirmUrl: string }
  /**
   * The acknowledgement on a durable medium, with what was stated and when (Directive 2011/83/EU,
   * article 11a(4)).
   */
  | {
      readonly kind: 'withdrawal_acknowledged';
      readonly statedAt: Instant;
      readonly confirmedAt: Instant;
      /** Null: nothing has to come back. */
      readonly rma: string | null;
      readonly labelUrl: string | null;
      readonly label: LabelKind;
      readonly cancelledUnits: number;
      readonly refundBy: Instant | null;
      readonly late: boolean;
      /** The consumer's name, which is a part of the statement (11a(2)(a)), where it is known. */
      readonly statedBy?: string | null;
    };

/** Where a seller acts without signing in. */
export interface SellerLinks {
  readonly authorize: string;
  readonly close: string;
  readonly reply: string;
}

/** `links` null: the seller wants none in mails, and is told where to act. */
export type SellerMail =
  | {
      readonly kind: 'seller_requested';
      readonly requestedBy: Requester;
      readonly answerBy: Instant | null;
      readonly links: SellerLinks | null;
      readonly warnings: readonly ReturnWarning[];
      readonly advice: readonly ReturnAdvice[];
    }
  | { readonly kind: 'seller_cancelled' }
  | {
      readonly kind: 'seller_withdrawn';
      readonly needsAddress: boolean;
      readonly cancelledUnits: number;
      readonly refundBy: Instant | null;
      readonly late: boolean;
      readonly closeUrl: string | null;
      /** False: nothing had left, so nothing comes back. What `lines` say, unless given. */
      readonly comesBack?: boolean;
    }
  | { readonly kind: 'seller_escalated' }
  | { readonly kind: 'seller_warning'; readonly answerBy: Instant; readonly links: SellerLinks | null }
  | { readonly kind: 'seller_breach'; readonly answerBy: Instant; readonly links: SellerLinks | null }
  | {
      readonly kind: 'seller_mismatch';
      readonly items: readonly { readonly sku: string; readonly quantity: number }[];
    };

export type ReturnMail = BuyerMail | SellerMail;
