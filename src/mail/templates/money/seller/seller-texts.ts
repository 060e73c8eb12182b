import type { ClaimKind } from '../../../../domain/claims/claim.ts';
import type { BookDifference } from '../../../../domain/refunds/reconcile.ts';
import type { RefundAttention } from '../../../../domain/refunds/refund.ts';
import type { Wording } from '../../returns/wording.ts';
import type { SellerMoneyMail } from '../money-mail-kinds.ts';
import type { MoneyOrder } from '../money-order.ts';

type Due = Extract<SellerMoneyMail, { kind: 'refund_due' }>;

/** One language's mails to a seller about money; items and facts stand between opening and next. */
export interface SellerTexts {
  readonly cancellation: {
    /** `whole`: not some of its items only. */
    requested(order: MoneyOrder, whole: boolean): Wording;
    readonly heading: string;
    /** The buyer's words follow. */
    readonly reason: string;
    readonly actHere: string;
    readonly actLabel: string;
  };
  readonly refund: {
    declined(order: MoneyOrder, amount: string): Wording;
    failed(order: MoneyOrder, amount: string): Wording;
    needsPerson(order: MoneyOrder, amount: string, why: RefundAttention): Wording;
    readonly codeLabel: string;
    readonly detailLabel: string;
    readonly refundLabel: string;
    readonly paymentLabel: string;
    readonly stepsHeading: string;
    /** What to do with a refund whose end is not known. `path`: where the API takes the outcome. */
    steps(path: string): readonly string[];
    due(order: MoneyOrder, notice: Due['notice'], dueAt: string): Wording;
    readonly rule: Readonly<Record<Due['rule'], string>>;
    readonly actHere: string;
    readonly actLabel: string;
  };
  readonly books: {
    differ(provider: string, day: string): Wording;
    readonly heading: string;
    readonly kind: Readonly<Record<BookDifference['kind'], string>>;
    ours(amount: string): string;
    theirs(amount: string): string;
    refund(refundId: string): string;
    more(count: number): string;
  };
  readonly claim: {
    eligible(order: MoneyOrder, kind: ClaimKind, amount: string): Wording;
    submitted(order: MoneyOrder, kind: ClaimKind, amount: string): Wording;
    closing(order: MoneyOrder, kind: ClaimKind, amount: string): Wording;
    expired(order: MoneyOrder, kind: ClaimKind, amount: string): Wording;
    delivered(order: MoneyOrder, amount: string, deliveredAt: string): Wording;
    readonly carrierLabel: string;
    readonly trackingLabel: string;
    /** Of the first instant that is too late. */
    readonly beforeLabel: string;
    readonly needsPhotos: string;
    readonly actHere: string;
    readonly actHereWithPhotos: string;
    readonly actLabel: string;
  };
  /** Where the seller wants no links. */
  actElsewhere(channel: string): string;
}
