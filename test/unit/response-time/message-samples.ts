import type { Message } from '../../../src/domain/response-time/message.ts';
import {
  defaultResponsePolicy,
  type ResponsePolicy,
  startMessageClock,
} from '../../../src/domain/response-time/policy.ts';

const plain = {
  automatic: false,
  noResponseNeeded: false,
  historical: false,
  undelivered: false,
} as const;

/** A buyer's message with a running clock. */
export const question = (
  id: string,
  sentAt: string,
  changes: Partial<Message> = {},
  policy: ResponsePolicy = defaultResponsePolicy,
): Message => ({
  ...plain,
  id,
  direction: 'inbound',
  sentAt,
  clock: changes.automatic === true ? null : startMessageClock(sentAt, policy),
  ...changes,
});

export const answer = (id: string, sentAt: string, changes: Partial<Message> = {}): Message => ({
  ...plain,
  id,
  direction: 'outbound',
  sentAt,
  clock: null,
  ...changes,
});
