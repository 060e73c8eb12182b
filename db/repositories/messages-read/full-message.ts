import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Message, MessageSource } from '../../../src/domain/response-time/message.ts';

/** A message with its words, for the API and for pages. */
export interface FullMessage {
  readonly threadId: string;
  readonly channel: string;
  /** Of its thread; null: the thread is a buyer's, without an order. */
  readonly channelOrderId: string | null;
  /** Null: none of that number is known (yet). */
  readonly orderId: string | null;
  readonly source: MessageSource;
  readonly subject: string | null;
  /** Plain text, whatever it looks like. */
  readonly body: string;
  readonly externalId: string | null;
  readonly intent: 'cancellation' | null;
  readonly receivedAt: Instant;
  readonly message: Message;
}

/** A conversation, its messages in the order in which they were sent. */
export interface FullThread {
  readonly threadId: string;
  readonly channel: string;
  readonly channelOrderId: string | null;
  readonly orderId: string | null;
  /** As the channel knows the buyer of a thread without an order, which may be an address. */
  readonly buyer: string | null;
  /** Whether an address is known to which an answer can be sent. */
  readonly reachable: boolean;
  readonly messages: readonly FullMessage[];
  /** How many earlier ones are left out. */
  readonly earlier: number;
}
