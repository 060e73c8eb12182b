import { sql } from 'drizzle-orm';
import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { systemPolicy } from '../roles.ts';

export interface MailboxAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly size: number;
  readonly base64: string;
}

/** The development mailbox: what would have gone out by SMTP. Belongs to the installation. */
export const mailboxMessage = pgTable(
  'mailbox_message',
  {
    id: uuid('id').primaryKey(),
    messageId: text('message_id').notNull().unique(),
    sender: text('sender').notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    headers: jsonb('headers').$type<Record<string, string>>().notNull(),
    attachments: jsonb('attachments').$type<readonly MailboxAttachment[]>().notNull(),
    receivedAt: instant('received_at').notNull().default(sql`now()`),
  },
  () => [systemPolicy('mailbox_message')],
);
