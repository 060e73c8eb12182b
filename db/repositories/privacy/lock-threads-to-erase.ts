import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';

export interface ThreadToErase {
  readonly id: string;
  readonly sellerId: string;
  readonly channel: string;
  readonly channelOrderId: string | null;
  /** Of the order of that number; null: none is known. */
  readonly orderId: string | null;
  readonly orderErasedAt: Instant | null;
  readonly createdAt: Instant;
  readonly lastMessageAt: Instant | null;
}

/** Locks conversations in the order of their ids, after their orders, and says what they are. */
export const lockThreadsToErase = async ({ sql }: Tx, ids: readonly string[]): Promise<ThreadToErase[]> => {
  if (ids.length === 0) return [];
  return sql<ThreadToErase[]>`
    SELECT thread.id, thread.seller_id AS "sellerId", thread.channel, thread.channel_order_id AS "channelOrderId",
      orders.id AS "orderId", orders.erased_at AS "orderErasedAt", thread.created_at AS "createdAt",
      (SELECT max(sent_at) FROM message WHERE thread_id = thread.id) AS "lastMessageAt"
    FROM thread
    LEFT JOIN orders ON orders.seller_id = thread.seller_id AND orders.channel = thread.channel
      AND orders.channel_order_id = thread.channel_order_id
    WHERE thread.id = ANY (${ids as string[]}::uuid[])
    ORDER BY thread.id
    FOR NO KEY UPDATE OF thread`;
};
