import { z } from 'zod';
import { messageBody } from '../../../queues/schemas/message.schema.ts';
import { channel, id, instant, text } from '../../../queues/schemas/values.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { isAutomatic } from '../../domain/response-time/automatic.ts';
import {
  messageDirections,
  mostMessageCharacters,
  type ThreadName,
} from '../../domain/response-time/message.ts';
import { hashContent } from '../accept/idempotency-key.ts';
import type { FieldError } from '../http/problem.ts';
import { readableText } from './readable-text.ts';

/** HTML says little in many characters: so much of it is read, and what it says is held to the limit of text. */
const mostRawCharacters = 100_000;
/** Of a header field, more than any says. */
const mostHeaderCharacters = 1_000;
/** How far ahead the clock of an upstream system may go. */
const mostAheadMs = 5 * 60_000;

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** What a person wrote, as text. */
export const writtenText = z
  .string()
  .max(mostRawCharacters)
  .transform(readableText)
  .pipe(messageBody)
  .meta({
    description: `At most ${mostMessageCharacters.toLocaleString('en')} characters, an emoji being one. HTML is kept as the text that people read`,
  });

/** Mails without a subject have an empty one. */
const subject = z.preprocess((given) => (given === '' ? null : given), text(500).nullable());

const buyer = z
  .object({
    id: optional(text(254)).meta({ description: 'As the channel knows the buyer' }),
    email: optional(z.email().max(254)),
  })
  .meta({
    description: 'Names the conversation where there is no order yet; beside an order only an address',
  });

export const newMessage = z
  .object({
    orderId: optional(id).meta({ description: 'Of the order that it is about' }),
    channel: optional(channel).meta({ description: 'Needed without `orderId`' }),
    channelOrderId: optional(text(100)).meta({
      description: 'The number of an order of that channel, known here or not yet',
    }),
    buyer: optional(buyer),
    direction: z.enum(messageDirections).meta({ description: 'inbound: from the buyer' }),
    sentAt: instant,
    subject: subject.optional(),
    body: writtenText,
    externalId: optional(text(255)).meta({ description: 'What the channel calls the message' }),
    intent: optional(z.enum(['cancellation'])),
    noResponseNeeded: z.boolean().default(false).meta({ description: 'It is in no figure' }),
    autoSubmitted: optional(z.union([z.boolean(), z.string().max(mostHeaderCharacters)])).meta({
      description: 'The header field Auto-Submitted, or whether a machine wrote it: it then has no clock',
    }),
    returnPath: optional(z.string().max(mostHeaderCharacters)).meta({
      description: 'Of the mail; empty or `<>`: a bounce, which has no clock',
    }),
    historical: z
      .boolean()
      .default(false)
      .meta({ description: 'Old data being loaded: it counts, and raises no alert' }),
  })
  .meta({ id: 'NewMessage' });

export type NewMessage = z.output<typeof newMessage>;

/** An order's name outside, where the message names it by our id. */
interface KnownOrder {
  readonly channel: string;
  readonly channelOrderId: string;
}

const required = (path: string, message: string): FieldError => ({ path, code: 'required', message });

const differs = (path: 'channel' | 'channelOrderId'): FieldError => ({
  path,
  code: 'not_of_this_order',
  message: 'Is not that of `orderId`; leave it out',
});

/** What a schema cannot say of a message but everybody can know at once. */
export function* checkMessage(
  message: NewMessage,
  { order, now }: { readonly order: KnownOrder | null; readonly now: Instant },
): Generator<FieldError> {
  if (order !== null) {
    for (const path of ['channel', 'channelOrderId'] as const) {
      if (message[path] !== null && message[path] !== order[path]) yield differs(path);
    }
  } else {
    if (message.channel === null) yield required('channel', 'Is required without orderId');
    if (message.channelOrderId === null && message.buyer === null) {
      yield required('buyer', 'Name the order, or the buyer by id or email');
    } else if (message.channelOrderId === null && (message.buyer?.id ?? message.buyer?.email) == null) {
      yield required('buyer.id', 'Name the buyer by id or email');
    }
  }
  if (Date.parse(message.sentAt) > Date.parse(now) + mostAheadMs) {
    yield { path: 'sentAt', code: 'in_future', message: 'Is more than five minutes from now' };
  }
}

/** The conversation: named by its order where there is one, else by its buyer, and never by both. */
const threadOf = ({ channel: of, channelOrderId, buyer: who }: NewMessage, order: KnownOrder | null) => {
  const number = order?.channelOrderId ?? channelOrderId;
  return {
    channel: order?.channel ?? of ?? '',
    channelOrderId: number,
    buyer: number === null ? (who?.id ?? who?.email?.toLowerCase() ?? null) : null,
  };
};

/** Thread and record as the job takes them, of a message that was checked. */
export const toRecord = (message: NewMessage, order: KnownOrder | null) => {
  const {
    direction,
    sentAt,
    subject = null,
    body,
    externalId,
    intent,
    noResponseNeeded,
    historical,
  } = message;
  const automatic = isAutomatic(message);
  const record = {
    direction,
    sentAt,
    subject,
    body,
    externalId,
    // Whoever the seller writes to, only the buyer says where an answer reaches them.
    buyerEmail: direction === 'inbound' && !automatic ? (message.buyer?.email ?? null) : null,
    intent,
    noResponseNeeded,
    automatic,
    historical,
  };
  return { thread: threadOf(message, order), record: { ...record, source: 'upstream' as const } };
};

/** The same content again is the same message; where its answers can be sent is no part of it. */
export const contentHash = (
  { channel: of, channelOrderId, buyer: who }: ThreadName,
  { externalId: _, source: __, buyerEmail: ___, ...content }: ReturnType<typeof toRecord>['record'],
): string => hashContent([of, channelOrderId, who, content]);
