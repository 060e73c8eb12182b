import type { ClaimNoticeKind, RefundNoticeKind } from '../../../../../db/schema/digest-entry.ts';

/** One language's daily mail to a seller. */
export interface DigestTexts {
  subject(day: string, channel: string): string;
  opening(channel: string): string;
  readonly messagesHeading: string;
  readonly returnsHeading: string;
  readonly refundsHeading: string;
  readonly claimsHeading: string;
  readonly ordersHeading: string;
  order(orderNumber: string): string;
  readonly beforeOrder: string;
  /** Ends the name of what is late. */
  readonly overdue: string;
  answerBy(moment: string): string;
  readonly refundNotice: Readonly<Record<RefundNoticeKind, string>>;
  readonly claimNotice: Readonly<Record<ClaimNoticeKind, string>>;
  /** Ends a list that was cut. */
  more(count: number): string;
  /** `which`: an order's number, or `withoutNumber`. */
  messageLabel(which: string): string;
  returnLabel(which: string): string;
  refundLabel(which: string): string;
  claimLabel(which: string): string;
  readonly withoutNumber: string;
  actElsewhere(channel: string): string;
  readonly onceADay: string;
}
