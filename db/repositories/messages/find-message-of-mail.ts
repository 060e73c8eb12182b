import type { Tx } from '../../client.ts';

export interface MailedMessage {
  readonly messageId: string;
  readonly threadId: string;
  readonly channel: string;
  readonly channelOrderId: string | null;
  /** Whether it counts as not delivered. */
  readonly undelivered: boolean;
}

/** The message that a mail carries; null: it carries none. */
export const findMessageOfMail = async ({ sql }: Tx, mailId: string): Promise<MailedMessage | null> => {
  const [row] = await sql<MailedMessage[]>`
    SELECT message.id AS "messageId", thread_id AS "threadId", message.channel,
      channel_order_id AS "channelOrderId", undelivered
    FROM message JOIN thread ON thread.id = message.thread_id
    WHERE mail_id = ${mailId}`;
  return row ?? null;
};
