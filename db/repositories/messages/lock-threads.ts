import type { Language } from '../../../src/domain/languages.ts';
import type { ThreadName } from '../../../src/domain/response-time/message.ts';
import type { Tx } from '../../client.ts';
import { threadIdOf } from './thread-id.ts';

/** A conversation that somebody names, whether it is there yet or not. */
export interface NamedThread extends ThreadName {
  readonly sellerId: string;
}

/** A conversation whose row this transaction holds. */
export interface LockedThread extends NamedThread {
  readonly id: string;
  /** Of the order of that number; null: none is known (yet), or the thread has none. */
  readonly orderId: string | null;
  /** Of the order's buyer. */
  readonly orderEmail: string | null;
  /** That of the order; null: it is the channel's to say. */
  readonly language: Language | null;
}

/**
 * Makes the conversations that are new, then locks them all, always in the order of their ids. Whoever makes one
 * at the same time is waited for before any lock is held.
 */
export const lockThreads = async (
  { sql }: Tx,
  { named, ids }: { readonly named: readonly NamedThread[]; readonly ids: readonly string[] },
): Promise<LockedThread[]> => {
  const threads = new Map(named.map((one) => [threadIdOf(one.sellerId, one), one]));
  if (threads.size > 0) {
    const all = [...threads.values()];
    await sql`
      INSERT INTO thread (id, seller_id, channel, channel_order_id, buyer)
      SELECT * FROM unnest(
        ${[...threads.keys()]}::uuid[],
        ${all.map(({ sellerId }) => sellerId)}::uuid[],
        ${all.map(({ channel }) => channel)}::text[],
        ${all.map(({ channelOrderId }) => channelOrderId)}::text[],
        ${all.map(({ channelOrderId, buyer }) => (channelOrderId === null ? buyer : null))}::text[]
      ) AS new (id, seller_id, channel, channel_order_id, buyer)
      ORDER BY id
      ON CONFLICT DO NOTHING`;
  }
  return sql<LockedThread[]>`
    SELECT thread.id, thread.seller_id AS "sellerId", thread.channel,
      thread.channel_order_id AS "channelOrderId", thread.buyer, orders.id AS "orderId",
      orders.buyer ->> 'email' AS "orderEmail", orders.language
    FROM thread
    LEFT JOIN orders ON orders.seller_id = thread.seller_id AND orders.channel = thread.channel
      AND orders.channel_order_id = thread.channel_order_id
    WHERE thread.id = ANY (${[...ids, ...threads.keys()]}::uuid[])
    ORDER BY thread.id
    FOR NO KEY UPDATE OF thread`;
};
