import type { Wording } from '../../returns/wording.ts';
import type { Conversation } from '../conversation.ts';

/** One language's mails to the seller about a buyer's message; the conversation stands between opening and next. */
export interface SellerTexts {
  warned(conversation: Conversation, answerBy: string): Wording;
  breached(conversation: Conversation, answerBy: string): Wording;
  internalOverdue(conversation: Conversation, ownEnd: string, answerBy: string): Wording;
  written(conversation: Conversation, answerBy: string): Wording;
  /** `answerBy` null: nothing waits for an answer. */
  undelivered(conversation: Conversation, answerBy: string | null): Wording;
  /** Above the messages that are shown. */
  earlier(count: number): string;
  /** The words follow. */
  readonly heading: Record<'buyer' | 'seller', (sentAt: string) => string>;
  /** The link follows. */
  readonly actHere: string;
  readonly tryAgainHere: string;
  actElsewhere(channel: string): string;
  readonly replyLabel: string;
}
