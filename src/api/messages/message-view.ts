import { z } from 'zod';
import type { FullMessage, FullThread } from '../../../db/repositories/messages-read/full-message.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { clockView } from '../../domain/response-time/clock-view.ts';
import { messageDirections, messageSources } from '../../domain/response-time/message.ts';
import { instantOut } from '../openapi/values.ts';

const clock = z
  .object({
    state: z.enum(['open', 'answered_in_time', 'answered_late', 'excluded']).meta({
      description: 'excluded: no response is needed, so it is in no figure',
    }),
    overdue: z.boolean().meta({ description: 'Open, and past `dueAt`' }),
    startedAt: instantOut,
    warnAt: instantOut.nullable().meta({ description: 'Null: no warning comes before the target' }),
    dueAt: instantOut.meta({ description: 'The last instant at which an answer is in time' }),
    answeredAt: instantOut.nullable(),
    responseSeconds: z.int().nullable().meta({ description: 'From sending to the answer' }),
    internalDueAt: instantOut
      .nullable()
      .meta({ description: "The end of the seller's own target in business hours; null: there is none" }),
    warnedAt: instantOut.nullable(),
    breachedAt: instantOut.nullable(),
  })
  .meta({ id: 'ResponseClock' });

const clockOrNone = clock.nullable().meta({
  description: "The time to answer. Null: the seller's own messages, automatic replies and bounces have none",
});

/** What recording a message results in. */
export const recordedMessage = z
  .object({ messageId: z.uuid(), threadId: z.uuid(), clock: clockOrNone })
  .meta({ id: 'RecordedMessage' });

/** What an act on a buyer's message results in. */
export const messageResult = z
  .object({
    messageId: z.uuid(),
    threadId: z.uuid(),
    direction: z.enum(messageDirections),
    sentAt: instantOut,
    clock: clockOrNone,
    reply: z
      .object({ messageId: z.uuid(), sentAt: instantOut })
      .optional()
      .meta({ description: 'What was written to the buyer, a message of its own' }),
  })
  .meta({ id: 'MessageResult' });

export const messageOut = z
  .object({
    messageId: z.uuid(),
    threadId: z.uuid(),
    channel: z.string(),
    channelOrderId: z.string().nullable().meta({ description: 'Null: it belongs to no order' }),
    orderId: z.uuid().nullable().meta({ description: 'Null: no order of that number is known yet' }),
    direction: z.enum(messageDirections).meta({ description: 'inbound: from the buyer' }),
    source: z.enum(messageSources),
    sentAt: instantOut,
    receivedAt: instantOut.meta({ description: 'When it was recorded here' }),
    subject: z.string().nullable(),
    body: z.string().meta({ description: 'Plain text' }),
    externalId: z.string().nullable(),
    intent: z.enum(['cancellation']).nullable(),
    noResponseNeeded: z.boolean(),
    automatic: z.boolean().meta({ description: 'An automatic reply or a bounce' }),
    historical: z.boolean(),
    delivery: z
      .enum(['undelivered'])
      .nullable()
      .meta({ description: 'undelivered: the mail server refused it for good, so it answers nothing' }),
    clock: clockOrNone,
  })
  .meta({ id: 'Message' });

export const threadOut = z
  .object({
    threadId: z.uuid(),
    channel: z.string(),
    channelOrderId: z.string().nullable(),
    orderId: z.uuid().nullable(),
    buyer: z.string().nullable().meta({ description: 'Who it is with, where it belongs to no order' }),
    reachable: z.boolean().meta({ description: 'Whether an address is known that a reply can be sent to' }),
    earlier: z.int().meta({ description: 'Messages before these, which are left out' }),
    messages: z.array(messageOut).meta({ description: 'The last 200, in the order of sending' }),
  })
  .meta({ id: 'Thread' });

/** The answer about a message. */
export const showMessage = (full: FullMessage, now: Instant) => {
  const { message } = full;
  return {
    messageId: message.id,
    threadId: full.threadId,
    channel: full.channel,
    channelOrderId: full.channelOrderId,
    orderId: full.orderId,
    direction: message.direction,
    source: full.source,
    sentAt: message.sentAt,
    receivedAt: full.receivedAt,
    subject: full.subject,
    body: full.body,
    externalId: full.externalId,
    intent: full.intent,
    noResponseNeeded: message.noResponseNeeded,
    automatic: message.automatic,
    historical: message.historical,
    delivery: message.undelivered ? 'undelivered' : null,
    clock: clockView(message, now),
  };
};

/** The answer about a conversation. */
export const showThread = ({ messages, ...thread }: FullThread, now: Instant) => ({
  ...thread,
  messages: messages.map((message) => showMessage(message, now)),
});
