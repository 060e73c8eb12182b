import { z } from 'zod';
import {
  messageDirections,
  messageSources,
  mostMessageCharacters,
} from '../../src/domain/response-time/message.ts';
import { channel, instant, text } from './values.ts';

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** Characters are code points here, as people count them: an emoji is one of them. */
export const messageBody = text(100_000)
  .refine(
    (body) => [...body].length <= mostMessageCharacters,
    `Is longer than ${mostMessageCharacters} characters`,
  )
  .regex(/\S/, 'Is blank')
  .meta({ maxLength: mostMessageCharacters });

/** The conversation of a message: its order's, by number, else its buyer's. */
export const messageThread = z.object({
  channel,
  channelOrderId: optional(text(100)),
  /** As the channel knows the buyer, else the address in lower case. */
  buyer: optional(text(254)),
});

/** A message as the ledger keeps it: text that people read, and what clocks ask. */
export const messageRecord = z.object({
  direction: z.enum(messageDirections),
  source: z.enum(messageSources),
  sentAt: instant,
  subject: optional(text(500)),
  body: messageBody,
  externalId: optional(text(255)),
  /** Of the buyer who wrote it. */
  buyerEmail: optional(z.email().max(254)),
  intent: optional(z.enum(['cancellation'])),
  noResponseNeeded: z.boolean(),
  automatic: z.boolean(),
  historical: z.boolean(),
});

export const messageReply = z.object({
  body: messageBody,
  noResponseNeeded: z
    .boolean()
    .default(false)
    .meta({ description: 'Takes the message out of all figures as well' }),
});
