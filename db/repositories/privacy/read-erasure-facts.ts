import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';

/** What is known of an order's erasure beside what hangs on it. */
export interface ErasureFacts {
  readonly orderId: string;
  readonly askedAt: Instant | null;
  readonly erasedAt: Instant | null;
  /** Its conversation; null: there is none. */
  readonly threadId: string | null;
  readonly lastMessageAt: Instant | null;
}

/** Of orders whose rows are locked. */
export const readErasureFacts = async (
  { sql }: Tx,
  orderIds: readonly string[],
): Promise<Map<string, ErasureFacts>> => {
  const rows = await sql<ErasureFacts[]>`
    SELECT orders.id AS "orderId", orders.erase_asked_at AS "askedAt", orders.erased_at AS "erasedAt",
      thread.id AS "threadId",
      (SELECT max(sent_at) FROM message WHERE thread_id = thread.id) AS "lastMessageAt"
    FROM orders
    LEFT JOIN thread ON thread.seller_id = orders.seller_id AND thread.channel = orders.channel
      AND thread.channel_order_id = orders.channel_order_id
    WHERE orders.id = ANY (${orderIds as string[]}::uuid[])`;
  return new Map(rows.map((row) => [row.orderId, row]));
};
