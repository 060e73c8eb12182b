import type { Database } from '../../client.ts';
import type { Page } from '../orders-read/list-orders.ts';
import type { FullMessage } from './full-message.ts';
import { selectMessages } from './select-messages.ts';

export interface MessageQuery {
  /** Only those that wait for an answer, the least time left first; else all, those recorded last first. */
  readonly awaiting: boolean;
  readonly channel: string | null;
  readonly threadId: string | null;
  readonly orderId: string | null;
}

/** A seller's messages. */
export const listMessages = (
  database: Database,
  sellerId: string,
  { awaiting, channel, threadId, orderId }: MessageQuery,
  { limit, after }: Page,
): Promise<FullMessage[]> =>
  database.asSellers([sellerId], ({ sql }) => {
    const place = awaiting
      ? sql`AND (message.due_at, message.id) > (SELECT due_at, id FROM message WHERE id = ${after})`
      : sql`AND message.id < ${after}`;
    const order = awaiting ? sql`message.due_at, message.id` : sql`message.id DESC`;
    return selectMessages(
      sql,
      sql`WHERE message.seller_id = ${sellerId}
        ${awaiting ? sql`AND message.counts AND message.answered_at IS NULL` : sql``}
        ${channel === null ? sql`` : sql`AND message.channel = ${channel}`}
        ${threadId === null ? sql`` : sql`AND message.thread_id = ${threadId}`}
        ${
          orderId === null
            ? sql``
            : sql`AND message.thread_id IN (
                SELECT thread.id FROM thread JOIN orders USING (seller_id, channel, channel_order_id)
                WHERE orders.id = ${orderId})`
        }
        ${after === null ? sql`` : place}
        ORDER BY ${order} LIMIT ${limit}`,
    );
  });
