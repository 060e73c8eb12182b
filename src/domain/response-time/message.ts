import type { Instant } from '../calendar/instant.ts';
import type { ResponseClock } from '../response-clock.ts';

/** Of a message's text, in Unicode code points (003). */
export const mostMessageCharacters = 4_000;

/** Inbound is from the buyer, outbound from the seller. */
export const messageDirections = ['inbound', 'outbound'] as const;
export type MessageDirection = (typeof messageDirections)[number];

/** Who told us of a message: the upstream system, a seller's reply here, a reply to a return, a buyer's page. */
export const messageSources = ['upstream', 'reply', 'return_reply', 'buyer_page'] as const;
export type MessageSource = (typeof messageSources)[number];

/** A conversation is named by its order's number, else by its buyer: one of the two (DOMAIN: thread). */
export interface ThreadName {
  readonly channel: string;
  readonly channelOrderId: string | null;
  /** As the channel knows the buyer; where it names none, the address, in lower case. */
  readonly buyer: string | null;
}

/** The time to answer a buyer's message, and beside it the seller's own target, which never replaces it. */
export interface MessageClock extends ResponseClock {
  /** The last instant of the seller's own target in business hours; null: none was set. */
  readonly internalDueAt: Instant | null;
  readonly internalOverdueAt: Instant | null;
}

/** What clocks ask of a message. */
export interface Message {
  readonly id: string;
  readonly direction: MessageDirection;
  readonly sentAt: Instant;
  /** An automatic reply or a bounce (automatic.ts): neither starts nor stops a clock. */
  readonly automatic: boolean;
  /** Marked by the seller: it is in no figure, and nobody is warned (003). */
  readonly noResponseNeeded: boolean;
  /** Old data being loaded: it counts, and raises no notice. */
  readonly historical: boolean;
  /** Ours, which the mail server refused for good: the buyer has not got it, so it answers nothing. */
  readonly undelivered: boolean;
  /** Of a buyer's message that is not automatic; else null. `stoppedAt` is when it was answered. */
  readonly clock: MessageClock | null;
}

/** Whether a buyer's message is in the figures. */
export const counts = (message: Message): message is Message & { readonly clock: MessageClock } =>
  message.clock !== null && !message.noResponseNeeded;

/** Whether a seller's message stops the clocks of those before it. */
export const isAnswer = ({ direction, automatic, undelivered }: Message): boolean =>
  direction === 'outbound' && !automatic && !undelivered;

export type ClockState = 'open' | 'answered_in_time' | 'answered_late' | 'excluded';

/** What is known of a message's clock today; null: it has none. */
export const clockStateOf = (message: Message): ClockState | null => {
  if (message.clock === null) return null;
  if (message.noResponseNeeded) return 'excluded';
  const { stoppedAt, dueAt } = message.clock;
  if (stoppedAt === null) return 'open';
  return stoppedAt <= dueAt ? 'answered_in_time' : 'answered_late';
};
