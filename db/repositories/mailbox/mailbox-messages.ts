import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Sql } from '../../client.ts';
import type { MailboxAttachment } from '../../schema/mailbox-message.ts';

export interface MailboxMessage {
  readonly id: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Record<string, string>;
  /** Without their contents, which a list would be heavy with. */
  readonly attachments: readonly Omit<MailboxAttachment, 'base64'>[];
  readonly receivedAt: Instant;
}

const columns = (sql: Sql) => sql`
  id, message_id AS "messageId", sender AS "from", recipient AS "to", subject, text, html, headers,
  received_at AS "receivedAt",
  (SELECT coalesce(jsonb_agg(one.value - 'base64' ORDER BY one.ordinality), '[]')
   FROM jsonb_array_elements(attachments) WITH ORDINALITY AS one) AS attachments`;

/** Newest first: ids are in order of time. */
export const listMailboxMessages = async (
  sql: Sql,
  { limit }: { limit: number },
): Promise<MailboxMessage[]> =>
  sql<MailboxMessage[]>`SELECT ${columns(sql)} FROM mailbox_message ORDER BY id DESC LIMIT ${limit}`;

export const findMailboxMessage = async (sql: Sql, id: string): Promise<MailboxMessage | null> => {
  const [row] = await sql<MailboxMessage[]>`SELECT ${columns(sql)} FROM mailbox_message WHERE id = ${id}`;
  return row ?? null;
};

/** The n-th attachment of a message, with its contents; null: no such thing. */
export const findMailboxAttachment = async (
  sql: Sql,
  id: string,
  index: number,
): Promise<MailboxAttachment | null> => {
  const [row] = await sql<{ attachment: MailboxAttachment | null }[]>`
    SELECT attachments -> ${index}::int AS attachment FROM mailbox_message WHERE id = ${id}`;
  return row?.attachment ?? null;
};
