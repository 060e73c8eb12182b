import type { Cancellation } from '../../../../domain/orders/order.ts';
import type { Wording } from '../../returns/wording.ts';
import type { BuyerMoneyMail } from '../money-mail-kinds.ts';
import type { MoneyOrder } from '../money-order.ts';

type HowToCancel = Extract<BuyerMoneyMail, { kind: 'how_to_cancel' }>;
type RefundMade = Extract<BuyerMoneyMail, { kind: 'refund_made' }>;

/** One language's mails to a buyer about cancellations and refunds; the items stand between opening and next. */
export interface BuyerTexts {
  readonly cancelled: {
    whole(order: MoneyOrder, source: Cancellation['source']): Wording;
    part(order: MoneyOrder, source: Cancellation['source']): Wording;
    readonly heading: string;
    readonly refundLabel: string;
    readonly nothingToRefund: string;
  };
  readonly request: {
    /** `whole`: not some of its items only. */
    received(order: MoneyOrder, whole: boolean): Wording;
    readonly heading: string;
    refused(order: MoneyOrder): Wording;
    lapsed(order: MoneyOrder): Wording;
    /** The words follow. */
    readonly sellerMessage: string;
  };
  /** Of an unknown order the number is empty. `hasLink`: the official way is below, not only on the order's page. */
  howToCancel(order: MoneyOrder, situation: HowToCancel['situation'], hasLink: boolean): Wording;
  readonly requestLabel: string;
  readonly withdrawLabel: string;
  readonly refund: {
    made(order: MoneyOrder, amount: string): Wording;
    readonly heading: string;
    /** Of a line that is refunded by amount, not by units. */
    partOf(amount: string): string;
    readonly totalLabel: string;
    readonly shippingLabel: string;
    readonly taxLabel: string;
    fee(amount: string, why: RefundMade['feeWhy']): string;
    readonly receiptLabel: string;
  };
  /** How money comes back; no promise of when. */
  readonly comesBack: string;
}
