import type { PaymentProvider } from '../../../domain/orders/order.ts';
import type { RefundState } from '../../../domain/refunds/refund.ts';
import type { ReceiptFeeReason } from '../../refund-receipt-data.ts';

/** The words on a refund's receipt. */
export interface ReceiptTexts {
  readonly title: string;
  readonly refund: string;
  readonly order: string;
  readonly channel: string;
  readonly stateName: string;
  readonly states: Readonly<Record<RefundState, string>>;
  readonly requestedOn: string;
  readonly refundedOn: string;
  /** In place of it, when it was declined or failed. */
  readonly endedOn: string;
  readonly providerName: string;
  readonly provider: (provider: PaymentProvider, channel: string) => string;
  readonly providerReference: string;
  readonly item: string;
  readonly quantity: string;
  readonly amount: string;
  readonly amountLessFee: string;
  readonly items: string;
  readonly itemsBeforeFee: string;
  readonly fee: string;
  readonly feeReasons: Readonly<Record<ReceiptFeeReason, string>>;
  readonly shipping: string;
  readonly total: string;
  readonly taxInside: string;
  readonly noTaxDocument: string;
  /** For a refund that has not succeeded, or not for good. */
  readonly notPaid: string;
}
