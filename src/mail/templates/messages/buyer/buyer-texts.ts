import type { Conversation } from '../conversation.ts';

/** One language's answer of the shop to a buyer. */
export interface BuyerTexts {
  /** Where the buyer's message had none of its own. */
  subject(conversation: Conversation): string;
  /** The shop's words follow. */
  opening(conversation: Conversation): string;
  /** The buyer's own words follow. */
  readonly yourMessage: string;
  /** The link follows. */
  readonly answerHere: string;
  readonly answerElsewhere: string;
}
