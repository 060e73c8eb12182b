import type { Sql } from '../../client.ts';
import type { MailboxAttachment } from '../../schema/mailbox-message.ts';

export interface NewMailboxMessage {
  readonly id: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly MailboxAttachment[];
}

/**
 * Puts a mail into the development mailbox, once per Message-ID, and drops the oldest beyond `keep`: a
 * mailbox that nobody empties must not fill the disk.
 */
export const saveMailboxMessage = async (
  sql: Sql,
  message: NewMailboxMessage,
  { keep }: { keep: number },
): Promise<void> => {
  await sql`
    INSERT INTO mailbox_message (id, message_id, sender, recipient, subject, text, html, headers, attachments)
    VALUES (${message.id}, ${message.messageId}, ${message.from}, ${message.to}, ${message.subject},
      ${message.text}, ${message.html}, ${JSON.stringify(message.headers)}::jsonb,
      ${JSON.stringify(message.attachments)}::jsonb)
    ON CONFLICT (message_id) DO NOTHING`;
  await sql`
    DELETE FROM mailbox_message
    WHERE id <= (SELECT id FROM mailbox_message ORDER BY id DESC OFFSET ${keep} LIMIT 1)`;
};
