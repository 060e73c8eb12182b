import type { ReturnPolicy } from '../returns/policy.ts';
import type { RestockingFee } from './compute-refund.ts';

/** What a seller has decided about money back; a change never touches what is under way (003). */
export interface RefundPolicy extends Pick<ReturnPolicy, 'faultByReason'> {
  /** Withheld where the buyer is at fault; null: nothing is. */
  readonly restockingFee: RestockingFee | null;
  /** What a return's receipt owes is refunded by itself. */
  readonly autoRefundOnReceipt: boolean;
  /** What came back to the sender is refunded by itself, less the fee (002). */
  readonly autoRefundOnReturnToSender: boolean;
  /** Working days of the fulfilment centre after a receipt until the money is late. */
  readonly refundBusinessDays: number;
}

export const defaultRefundPolicy: RefundPolicy = {
  faultByReason: {},
  restockingFee: null,
  autoRefundOnReceipt: false,
  autoRefundOnReturnToSender: true,
  refundBusinessDays: 2,
};
