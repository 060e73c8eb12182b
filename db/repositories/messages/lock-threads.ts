import { createHash } from 'node:crypto';
import type { Language } from '../../../src/domain/languages.ts';
import type { ThreadName } from '../../../src/domain/response-time/message.ts';
import { newId } from '../../../src/platform/ids.ts';
import type { Tx } from '../../client.ts';

/** A conversation that somebody names, whether it is there yet or not. */
export interface NamedThread extends ThreadName {
  readonly sellerId: string;
  /** Null: not told. A later one takes the place of an earlier one. */
  readonly buyerEmail: string | null;
}

/** A conversation whose row this transaction holds. */
export interface LockedThread extends NamedThread {
  readonly id: string;
  readonly key: string;
  /** Of the order of that number; null: none is known (yet), or the thread has none. */
  readonly orderId: string | null;
  /** Of the order's buyer, which wins over who wrote. */
  readonly orderEmail: string | null;
  /** Of the order; null: it is the channel's to say. */
  readonly language: Language | null;
}

/** A digest of the name: what is erased must not stay in a key. */
export const threadKey = ({ channel, channelOrderId, buyer }: ThreadName): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        channelOrderId === null ? ['buyer', channel, buyer] : ['order', channel, channelOrderId],
      ),
    )
    .digest('base64url');

/**
 * Makes the conversations that are new, then locks them all, always in the order of their ids. Whoever makes one
 * at the same time is waited for before any lock is held.
 */
export const lockThreads = async (
  { sql }: Tx,
  { named, ids }: { readonly named: readonly NamedThread[]; readonly ids: readonly string[] },
): Promise<LockedThread[]> => {
  const threads = [...new Map(named.map((one) => [`${one.sellerId} ${threadKey(one)}`, one])).values()];
  if (threads.length > 0) {
    await sql`
      INSERT INTO thread (id, seller_id, key, channel, channel_order_id, buyer)
      SELECT * FROM unnest(
        ${threads.map(() => newId())}::uuid[],
        ${threads.map(({ sellerId }) => sellerId)}::uuid[],
        ${threads.map(threadKey)}::text[],
        ${threads.map(({ channel }) => channel)}::text[],
        ${threads.map(({ channelOrderId }) => channelOrderId)}::text[],
        ${threads.map(({ channelOrderId, buyer }) => (channelOrderId === null ? buyer : null))}::text[]
      ) AS new (id, seller_id, key, channel, channel_order_id, buyer)
      ORDER BY seller_id, key
      ON CONFLICT DO NOTHING`;
  }
  const rows = await sql<LockedThread[]>`
    SELECT thread.id, thread.seller_id AS "sellerId", key, thread.channel,
      thread.channel_order_id AS "channelOrderId", thread.buyer, buyer_email AS "buyerEmail",
      orders.id AS "orderId", orders.buyer ->> 'email' AS "orderEmail", orders.language
    FROM thread
    LEFT JOIN orders ON orders.seller_id = thread.seller_id AND orders.channel = thread.channel
      AND orders.channel_order_id = thread.channel_order_id
    WHERE thread.id = ANY (${ids as string[]}::uuid[])
      OR (thread.seller_id, key) IN (
        SELECT * FROM unnest(${threads.map(({ sellerId }) => sellerId)}::uuid[], ${threads.map(threadKey)}::text[]))
    ORDER BY thread.id
    FOR NO KEY UPDATE OF thread`;
  return rows;
};

/** Keeps the newest address that a buyer wrote from. */
export const saveBuyerEmails = async (
  { sql }: Tx,
  threads: readonly { readonly id: string; readonly buyerEmail: string }[],
): Promise<void> => {
  if (threads.length === 0) return;
  await sql`
    UPDATE thread SET buyer_email = new.buyer_email
    FROM unnest(
      ${threads.map(({ id }) => id)}::uuid[], ${threads.map(({ buyerEmail }) => buyerEmail)}::text[]
    ) AS new (id, buyer_email)
    WHERE thread.id = new.id`;
};
