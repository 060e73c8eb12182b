import type { Database } from '../../client.ts';
import type { FullThread } from './full-message.ts';
import { selectMessages } from './select-messages.ts';

/** More than a page or an answer should hold; a conversation seldom has twenty. */
const mostMessages = 200;

interface Row extends Omit<FullThread, 'messages' | 'earlier'> {
  readonly messageCount: number;
}

/** A conversation with its last 200 messages, by its id or by one of theirs; null: no such one of this seller. */
export const findThread = (
  database: Database,
  sellerId: string,
  asked: { readonly threadId: string } | { readonly messageId: string },
): Promise<FullThread | null> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const id =
      'threadId' in asked
        ? sql`${asked.threadId}`
        : sql`(SELECT thread_id FROM message WHERE id = ${asked.messageId})`;
    const [thread] = await sql<Row[]>`
      SELECT thread.id AS "threadId", thread.channel, thread.channel_order_id AS "channelOrderId",
        orders.id AS "orderId", thread.buyer, (orders.buyer ->> 'email' IS NOT NULL OR EXISTS (
          SELECT 1 FROM message WHERE thread_id = thread.id AND direction = 'inbound' AND NOT automatic
            AND buyer_email IS NOT NULL)) AS reachable,
        (SELECT count(*) FROM message WHERE thread_id = thread.id) AS "messageCount"
      FROM thread
      LEFT JOIN orders ON orders.seller_id = thread.seller_id AND orders.channel = thread.channel
        AND orders.channel_order_id = thread.channel_order_id
      WHERE thread.id = ${id}`;
    if (thread === undefined) return null;
    const newestFirst = await selectMessages(
      sql,
      sql`WHERE message.thread_id = ${thread.threadId}
        ORDER BY message.sent_at DESC, message.id DESC LIMIT ${mostMessages}`,
    );
    const { messageCount, ...rest } = thread;
    return { ...rest, messages: newestFirst.reverse(), earlier: messageCount - newestFirst.length };
  });
