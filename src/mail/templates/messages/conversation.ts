import { tidy } from '../returns/return-items.ts';
import type { MessageMailSubject } from './message-mail-kinds.ts';

/** What a conversation is called in a sentence. `orderNumber` null: it began before there was an order. */
export type Conversation = Pick<MessageMailSubject, 'orderNumber' | 'channel'>;

/** Numbers come from other systems: on one line, and one of blanks alone is none. */
export const tidyNumber = (orderNumber: string | null): string | null => tidy(orderNumber ?? '') || null;

export const conversationOf = ({ orderNumber, channel }: Conversation): Conversation => ({
  orderNumber: tidyNumber(orderNumber),
  channel: tidy(channel),
});
