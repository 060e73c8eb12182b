import type { Instant } from '../domain/calendar/instant.ts';
import type { PaymentProvider } from '../domain/orders/order.ts';
import type { RefundState } from '../domain/refunds/refund.ts';

export interface ReceiptLine {
  readonly title: string;
  /** Null: the line was refunded by amount. */
  readonly quantity: number | null;
  /** What the buyer got, a fee taken off; tax inside. */
  readonly amountMinor: number;
}

/** Why a fee was withheld, where a rule tells it (002). */
export type ReceiptFeeReason = 'return_to_sender' | 'buyer_fault';

/** All that a refund's receipt says, as plain JSON. Amounts in minor units of `currency`. */
export interface RefundReceipt {
  readonly refundId: string;
  readonly state: RefundState;
  readonly requestedAt: Instant;
  /** When it succeeded, was declined or failed; null: none of that yet. */
  readonly settledAt: Instant | null;
  /** IANA name of the zone whose days are written. */
  readonly timeZone: string;
  readonly sellerName: string | null;
  readonly orderNumber: string;
  readonly channel: string;
  readonly currency: string;
  readonly lines: readonly ReceiptLine[];
  /** Of the lines before the fee. */
  readonly itemsMinor: number;
  readonly feeMinor: number;
  readonly feeReason: ReceiptFeeReason | null;
  readonly shippingMinor: number;
  /** What the buyer got: items less fee, and shipping. */
  readonly amountMinor: number;
  /** Inside `amountMinor`. */
  readonly taxMinor: number;
  readonly provider: PaymentProvider;
  readonly providerRefundId: string | null;
}
