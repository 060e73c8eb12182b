import type { Instant } from '../calendar/instant.ts';
import type { PaymentProvider } from '../orders/order.ts';
import type { RefundedLine } from './left.ts';

export const refundStates = [
  'requested',
  'processing',
  'succeeded',
  'declined',
  'unknown',
  'failed',
] as const;
export type RefundState = (typeof refundStates)[number];

/** What asked for a refund: a person by hand or by file, or a rule of the seller's. */
export const refundCauses = [
  'seller',
  'batch',
  'return_received',
  'keep_item',
  'cancellation',
  'return_to_sender',
] as const;
export type RefundCause = (typeof refundCauses)[number];

/** Why a person has to look at a refund; nothing is tried again by itself. */
export const refundAttentions = ['unresolved', 'contradicted'] as const;
export type RefundAttention = (typeof refundAttentions)[number];

/** Longest reason of a refund, in characters. */
export const mostRefundReasonCharacters = 500;

/** One thing that happened to a refund. Codes are the provider's own where it gave one. */
export type RefundStep =
  | { readonly type: 'requested'; readonly at: Instant }
  /** The provider is about to be called. */
  | { readonly type: 'called'; readonly at: Instant }
  /** The provider has it and will tell how it ends. */
  | { readonly type: 'pending'; readonly at: Instant; readonly providerRefundId: string | null }
  | { readonly type: 'succeeded'; readonly at: Instant; readonly providerRefundId: string | null }
  | { readonly type: 'declined'; readonly at: Instant; readonly code: string; readonly detail: string | null }
  /** No answer, or one that tells nothing: it may be booked or not. */
  | { readonly type: 'unknown'; readonly at: Instant; readonly code: string }
  /** The provider took it back after it had succeeded. */
  | { readonly type: 'failed'; readonly at: Instant; readonly code: string; readonly detail: string | null }
  /** Neither the same key nor a look in the provider's books can settle it any more. */
  | { readonly type: 'handed_to_person'; readonly at: Instant; readonly code: string }
  /** The provider says otherwise than what it had said for good. */
  | { readonly type: 'contradicted'; readonly at: Instant; readonly says: string };

/** The seller pays the buyer back. Amounts in minor units of `currency`, tax inside. */
export interface Refund {
  readonly id: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly returnId: string | null;
  readonly cause: RefundCause;
  readonly reason: string;
  readonly currency: string;
  readonly lines: readonly RefundedLine[];
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
  /** Of the lines before the fee. */
  readonly itemsMinor: number;
  /** Restocking fee that was withheld from the items. */
  readonly feeMinor: number;
  /** What the buyer gets. */
  readonly amountMinor: number;
  readonly taxMinor: number;
  readonly provider: PaymentProvider;
  /** The provider's name of the payment that is refunded. */
  readonly paymentReference: string | null;
  /** Idempotency key for the provider: minted once, sent with every attempt. */
  readonly gatewayKey: string;
  readonly state: RefundState;
  readonly requestedAt: Instant;
  /** When the provider was called for the first time: the life of the key counts from here. */
  readonly firstCalledAt: Instant | null;
  /** When it succeeded, was declined, or failed. */
  readonly settledAt: Instant | null;
  readonly providerRefundId: string | null;
  /** Why it was declined or failed. */
  readonly declineCode: string | null;
  readonly declineDetail: string | null;
  readonly attention: RefundAttention | null;
  readonly steps: readonly RefundStep[];
}

/** Whether its amounts are taken from what can still be refunded. */
export const counts = ({ state }: Pick<Refund, 'state'>): boolean =>
  state !== 'declined' && state !== 'failed';

/** Whether nothing more is expected of the provider, but for taking it back. */
export const isSettled = ({ state }: Pick<Refund, 'state'>): boolean =>
  state === 'succeeded' || state === 'declined' || state === 'failed';

/**
 * What a fee was withheld for, as it is told to the buyer; null: none was, or whoever withheld it by hand has not
 * said. Of a return it is withheld only where the buyer is at fault.
 */
export const feeReasonOf = ({
  feeMinor,
  cause,
  returnId,
}: Pick<Refund, 'feeMinor' | 'cause' | 'returnId'>): 'return_to_sender' | 'buyer_fault' | null => {
  if (feeMinor === 0) return null;
  if (cause === 'return_to_sender') return 'return_to_sender';
  return returnId === null ? null : 'buyer_fault';
};
