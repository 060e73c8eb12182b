import type { FullMessage, FullThread } from '../../../../db/repositories/messages-read/full-message.ts';
import type { Message } from '../../../../src/domain/response-time/message.ts';
import { startMessageClock } from '../../../../src/domain/response-time/policy.ts';

export const sellerId = '0198a000-0000-7000-8000-000000000001';
export const threadId = '0198a000-0000-7000-8000-000000000002';

/** The nth message of the conversation. */
export const idOf = (n: number): string => `0198a000-0000-7000-9000-${String(n).padStart(12, '0')}`;
/** The buyer's question, which a seller's link is about, and the seller's message that a buyer's link is about. */
export const questionId = idOf(2);
export const answerId = idOf(1);

const policy = { targetHours: 24, warningHours: 20, businessHours: null };

export const aMessage = (
  id: string,
  sentAt: string,
  {
    message = {},
    ...changes
  }: Partial<Omit<FullMessage, 'message'>> & { readonly message?: Partial<Message> } = {},
): FullMessage => {
  const { direction = 'inbound', automatic = false } = message;
  return {
    threadId,
    channel: 'amazon.fr',
    channelOrderId: '403-9930700-9360319',
    orderId: '0198a000-0000-7000-8000-000000000003',
    source: 'upstream',
    subject: null,
    body: `Message ${id.slice(-2)}`,
    externalId: null,
    intent: null,
    receivedAt: sentAt,
    ...changes,
    message: {
      id,
      direction,
      sentAt,
      automatic,
      noResponseNeeded: false,
      historical: false,
      undelivered: false,
      clock: direction === 'inbound' && !automatic ? startMessageClock(sentAt, policy) : null,
      ...message,
    },
  };
};

export const answer = aMessage(answerId, '2026-05-06T09:00:00.000Z', {
  source: 'reply',
  body: 'Votre colis part demain.',
  message: { direction: 'outbound' },
});

/** Sent at 8:30 on 8 May, so an answer is in time until 8:30 on 9 May. */
export const question = (message: Partial<Message> = {}): FullMessage =>
  aMessage(questionId, '2026-05-08T08:30:00.000Z', {
    subject: 'Question <b>sur</b> la taille',
    body: 'Bonjour,\nla bague est-elle en <script>alert(1)</script> or ?',
    message,
  });

export const aThread = (
  messages: readonly FullMessage[] = [answer, question()],
  changes: Partial<FullThread> = {},
): FullThread => ({
  threadId,
  channel: 'amazon.fr',
  channelOrderId: '403-9930700-9360319',
  orderId: '0198a000-0000-7000-8000-000000000003',
  buyer: null,
  reachable: true,
  messages,
  earlier: 0,
  ...changes,
});
