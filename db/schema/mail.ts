import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

export const mailStates = ['pending', 'sending', 'sent', 'refused', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

/** A document of a return, by its key; its bytes are read when the mail goes out. */
export interface MailAttachmentRef {
  readonly returnId: string;
  readonly version: number;
  readonly format: string;
  readonly filename: string;
}

/**
 * A mail on its way out. pending → sending (a lease) → sent | refused | failed; an expired lease is
 * sent again under the same Message-ID, so that a receiver can tell it is the same mail.
 */
export const mail = pgTable(
  'mail',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    state: text('state').$type<MailState>().notNull().default('pending'),
    messageId: text('message_id').notNull(),
    /** What it is about, an order, a return or whatever its Message-ID names; null: nothing that we know. */
    thingId: uuid('thing_id').generatedAlwaysAs(
      sql`substring(message_id from '[.]([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@')::uuid`,
    ),
    recipient: text('recipient').notNull(),
    senderName: text('sender_name'),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    headers: jsonb('headers').$type<Record<string, string>>().notNull().default({}),
    attachments: jsonb('attachments').$type<readonly MailAttachmentRef[]>().notNull().default([]),
    leaseUntil: instant('lease_until'),
    /** The server's own words when it refused. */
    response: text('response'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    sentAt: instant('sent_at'),
  },
  (t) => [
    // save-mail: one mail per Message-ID.
    uniqueIndex('mail_message_id').on(t.sellerId, t.messageId),
    // erase-mails: those about a thing.
    index('mail_thing').on(t.thingId).where(sql`thing_id IS NOT NULL`),
    // app.things_of_buyer: what was written to an address.
    index('mail_recipient').on(sql`hashtextextended(lower(recipient), 0)`),
    sellerPolicy('mail'),
  ],
);
