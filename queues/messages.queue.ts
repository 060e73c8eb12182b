import { z } from 'zod';
import { defineQueue } from './contract.ts';
import { messageRecord, messageReply, messageThread } from './schemas/message.schema.ts';
import { id, instant } from './schemas/values.ts';

/**
 * `link`, where there is one, is the key of the link in a mail that asked for it: used once it has done
 * something, and given back by a refusal.
 */
const onMessage = { threadId: id, messageId: id };
const link = z.string().optional();

export const messagesQueue = defineQueue({
  name: 'messages',
  title: 'Messages',
  description: 'Records messages of buyers and sellers, answers them, and keeps their clocks.',
  jobs: {
    record: z.object({ messageId: id, thread: messageThread, message: messageRecord, link }),
    /** `at`: when the seller sent it, however long the mail takes. */
    reply: z.object({ ...onMessage, replyId: id, at: instant, reply: messageReply, link }),
    'no-response-needed': z.object({ ...onMessage, link }),
    /** What became of the mail of a message of ours. */
    'record-delivery': z.object({ ...onMessage, delivered: z.boolean() }),
  },
  payloadVersion: 1,
  attempts: 8,
  backoff: { baseMs: 500, maxMs: 60_000 },
  concurrency: 4,
  bundleSize: 100,
  window: 800,
});
