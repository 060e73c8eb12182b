import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { MessageDirection, MessageSource } from '../../src/domain/response-time/message.ts';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy, systemPolicy } from '../roles.ts';
import { thread } from './thread.ts';

/**
 * A message and its clock. A buyer's is open → answered; the answer may become an earlier one, or none, as
 * messages arrive in any order (docs/response-time.md). What `counts` says follows from the other columns, and
 * is stored because indexes need a plain column behind row-level security. Changed under its thread's lock,
 * together with `response_tally`.
 */
export const message = pgTable(
  'message',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => thread.id),
    channel: text('channel').notNull(),
    direction: text('direction').$type<MessageDirection>().notNull(),
    source: text('source').$type<MessageSource>().notNull(),
    sentAt: instant('sent_at').notNull(),
    subject: text('subject'),
    body: text('body').notNull(),
    externalId: text('external_id'),
    /** Of the buyer who wrote it, where the channel tells. */
    buyerEmail: text('buyer_email'),
    intent: text('intent').$type<'cancellation'>(),
    automatic: boolean('automatic').notNull(),
    noResponseNeeded: boolean('no_response_needed').notNull(),
    historical: boolean('historical').notNull(),
    undelivered: boolean('undelivered').notNull().default(false),
    /** Ours: the mail that carries it. */
    mailId: uuid('mail_id'),
    /** A buyer's, neither automatic nor marked: in the figures. */
    counts: boolean('counts').notNull(),
    warnAt: instant('warn_at'),
    dueAt: instant('due_at'),
    internalDueAt: instant('internal_due_at'),
    answeredAt: instant('answered_at'),
    warnedAt: instant('warned_at'),
    breachedAt: instant('breached_at'),
    internalOverdueAt: instant('internal_overdue_at'),
    receivedAt: instant('received_at').notNull().default(sql`now()`),
  },
  (t) => [
    // read-thread-slices, and a conversation in its order.
    index('message_thread').on(t.threadId, t.sentAt, t.id),
    // list-messages, those recorded last first.
    index('message_list').on(t.sellerId, t.id),
    // list-messages that await an answer, by the time that is left; the gauges.
    index('message_awaiting').on(t.sellerId, t.dueAt, t.id).where(sql`counts AND answered_at IS NULL`),
    // figure-facts: the edges of windows, message by message. All that they ask is in the index.
    index('message_sent')
      .on(t.sellerId, t.sentAt, t.channel, t.dueAt, t.warnAt, t.internalDueAt, t.answeredAt)
      .where(sql`counts`),
    index('message_answered')
      .on(t.sellerId, t.answeredAt, t.sentAt, t.channel, t.dueAt, t.warnAt, t.internalDueAt)
      .where(sql`counts AND answered_at IS NOT NULL`),
    // find-message-of-mail, when a mail server refuses it.
    uniqueIndex('message_mail').on(t.mailId).where(sql`mail_id IS NOT NULL`),
    // app.things_of_buyer: what an address has written.
    index('message_buyer_email')
      .on(sql`hashtextextended(lower(buyer_email), 0)`)
      .where(sql`buyer_email IS NOT NULL`),
    check('message_direction', sql`direction IN ('inbound', 'outbound')`),
    check('message_clock', sql`counts <= (direction = 'inbound' AND due_at IS NOT NULL)`),
    sellerPolicy('message'),
    systemPolicy('message'),
  ],
);
