import type { Requester, ReturnAdvice, ReturnWarningCode } from '../../../../domain/returns/return.ts';
import type { ReturnOrder, Wording } from '../wording.ts';

/** One language's mails to the seller. */
export interface SellerTexts {
  requested(order: ReturnOrder, requestedBy: Requester): Wording;
  answerBefore(moment: string): string;
  readonly warningsHeading: string;
  warning(code: ReturnWarningCode, others: number): string;
  advice(code: ReturnAdvice['code'], cost: string, value: string): string;
  /** The links follow. */
  readonly actHere: string;
  actElsewhere(channel: string): string;
  cancelled(order: ReturnOrder): Wording;
  withdrawn(order: ReturnOrder): Wording;
  readonly needsAddress: string;
  unitsCancelled(units: number): string;
  refundBy(day: string): string;
  readonly mayCloseLate: string;
  readonly mayCloseExempt: string;
  escalated(order: ReturnOrder): Wording;
  warned(order: ReturnOrder, answerBy: string): Wording;
  breached(order: ReturnOrder, answerBy: string): Wording;
  mismatch(order: ReturnOrder): Wording;
  readonly mismatchHeading: string;
  readonly authorizeLabel: string;
  readonly closeLabel: string;
  readonly replyLabel: string;
}
