import type { FullClaim } from '../../../db/repositories/claims-read/find-claim.ts';
import type { ClaimPhotoContent } from '../../../db/repositories/claims-read/find-claim-photo.ts';
import type { ReturnRefund } from '../../../db/repositories/refunds-read/read-return-refund.ts';
import type { JobState } from '../../../db/schema/job.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { CancellationRequest } from '../../domain/cancellations/cancellation-request.ts';
import type { Language } from '../../domain/languages.ts';
import type { Order, ParcelLine } from '../../domain/orders/order.ts';
import type { Refund } from '../../domain/refunds/refund.ts';
import type { ActOutcome } from '../links/act-once.ts';
import type { PageDocument } from '../returns/ports.ts';
import type { MoneyLinkAction } from './link-actions.ts';

/** What a link is about, by what it is for: all that its pages show. */
export type Matter =
  | {
      readonly action: 'decide_cancellation';
      readonly order: Order;
      readonly request: CancellationRequest;
      /** Of the order. */
      readonly refunds: readonly Refund[];
    }
  | {
      readonly action: 'request_cancellation';
      readonly order: Order;
      /** All official requests about it, in the order in which they were made. */
      readonly requests: readonly CancellationRequest[];
    }
  | ({ readonly action: 'file_claim'; readonly order: Order } & FullClaim)
  | ({
      readonly action: 'refund_return';
      /** Of the return. */
      readonly refunds: readonly Refund[];
    } & ReturnRefund)
  | { readonly action: 'show_refund'; readonly order: Order; readonly refund: Refund };

export type MatterOf<Action extends Matter['action']> = Extract<Matter, { readonly action: Action }>;

/** What a link's form asks for, validated: a job of the queues `cancellations`, `claims` or `refunds`. */
export type MoneyAct =
  /** Accepts the buyer's request, for what of it can still be cancelled. */
  | { readonly name: 'cancel' }
  | { readonly name: 'refuse-request'; readonly message: string | null }
  | {
      readonly name: 'request';
      readonly reason: string | null;
      /** Null: all that has not left. */
      readonly lines: readonly ParcelLine[] | null;
    }
  | { readonly name: 'submit' }
  | {
      readonly name: 'settle-return';
      /** What the page showed as the total, in minor units: another one is not what the seller has agreed to. */
      readonly amountMinor: number;
    };

export interface MoneySubmission {
  readonly sellerId: string;
  readonly matter: Matter;
  /** `linkKeyOf` the token: what makes it act once. */
  readonly linkKey: string;
  readonly act: MoneyAct;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
}

/** The job that a link has made. */
export interface MoneyLinkUse {
  /** Null: it is so old that it was removed. */
  readonly name: MoneyAct['name'] | null;
  readonly state: JobState;
  readonly finishedAt: Instant | null;
  /** Refunds and the request that it made; empty and null: none, or not yet. */
  readonly refundIds: readonly string[];
  readonly requestId: string | null;
}

/** Why a photograph was not added to a claim. */
export type PhotoFault = 'missing' | 'wrong_type' | 'too_large' | 'unreadable' | 'full' | 'closed';

export interface Shop {
  /** In which its seller is addressed. */
  readonly language: Language;
  /** As buyers know the sender; null: none is set. */
  readonly shopName: string | null;
}

/** All that the pages about money need from outside. */
export interface MoneyPagePorts {
  /** Null: this seller has no such thing. */
  findMatter(sellerId: string, action: MoneyLinkAction, thingId: string): Promise<Matter | null>;
  getShop(sellerId: string, channel: string): Promise<Shop>;
  /** Null: the link has not been used, or what it asked for was refused. */
  findLinkUse(sellerId: string, linkKey: string): Promise<MoneyLinkUse | null>;
  /** Commits the act and waits some seconds for its end. */
  act(submission: MoneySubmission): Promise<ActOutcome>;
  /** Keeps a photograph of a claim, judged by its content. Null: it is kept, now or since before. */
  addPhoto(sellerId: string, claimId: string, bytes: Uint8Array): Promise<PhotoFault | null>;
  findPhoto(sellerId: string, claimId: string, photoId: string): Promise<ClaimPhotoContent | null>;
  /** The receipt of a refund that has succeeded; null: there is none. */
  receipt(sellerId: string, refundId: string): Promise<PageDocument | null>;
}
