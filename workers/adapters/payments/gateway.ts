import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { BookEntry } from '../../../src/domain/refunds/reconcile.ts';

/** What a provider is asked to do. Amounts in minor units. */
export interface GatewayRefund {
  readonly sellerId: string;
  readonly refundId: string;
  readonly orderId: string;
  /** Sent with every attempt, so that a repetition is known as one. */
  readonly key: string;
  readonly paymentReference: string | null;
  readonly amountMinor: number;
  readonly currency: string;
}

/** What a provider says of a refund. It never throws what can be expected of a network. */
export type GatewayAnswer =
  | { readonly kind: 'succeeded'; readonly providerRefundId: string }
  /** It has it, and will tell later how it ends. */
  | { readonly kind: 'pending'; readonly providerRefundId: string }
  /** It refuses, and has booked nothing. */
  | { readonly kind: 'declined'; readonly code: string; readonly detail: string | null }
  /** It had it, and took it back. */
  | { readonly kind: 'failed'; readonly providerRefundId: string; readonly code: string }
  /** No answer, or one that tells nothing: booked or not. */
  | { readonly kind: 'unknown'; readonly code: string }
  /** It has certainly done nothing, and may be asked again: too many requests, nobody there. */
  | { readonly kind: 'busy'; readonly code: string; readonly retryAfterMs: number | null };

/** What a look into a provider's books finds; `absent`: it was not booked up to now. */
export type LookUp = Exclude<GatewayAnswer, { kind: 'declined' }> | { readonly kind: 'absent' };

/** A payment provider. Every call ends within ten seconds. */
export interface PaymentGateway {
  refund(refund: GatewayRefund): Promise<GatewayAnswer>;
  find(refund: GatewayRefund): Promise<LookUp>;
  /**
   * The provider's books of this seller, of what was booked in `[from, until)`; entries that are not Navette's are
   * among them where the provider cannot tell sellers apart by itself (`refundId` null).
   * @throws when the provider cannot be read: the comparison is tried again later.
   */
  books(
    sellerId: string,
    span: { readonly from: Instant; readonly until: Instant },
  ): Promise<readonly BookEntry[]>;
}
