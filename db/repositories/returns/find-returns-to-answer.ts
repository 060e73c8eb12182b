import type { Tx } from '../../client.ts';
import type { NamedThread } from '../messages/lock-threads.ts';

export interface ReturnToAnswer {
  readonly sellerId: string;
  readonly orderId: string;
  readonly returnId: string;
}

/**
 * Return requests that wait for an answer, of the orders that these conversations are about. Not locked: one that
 * is asked for at this moment was not known to whoever wrote.
 */
export const findReturnsToAnswer = async (
  { sql }: Tx,
  { named, threadIds }: { readonly named: readonly NamedThread[]; readonly threadIds: readonly string[] },
): Promise<ReturnToAnswer[]> => {
  const keys = named.filter(({ channelOrderId }) => channelOrderId !== null);
  if (keys.length === 0 && threadIds.length === 0) return [];
  return sql<ReturnToAnswer[]>`
    SELECT asked.seller_id AS "sellerId", orders.id AS "orderId", "return".id AS "returnId"
    FROM (
      SELECT seller_id, channel, channel_order_id FROM thread WHERE id = ANY (${threadIds as string[]}::uuid[])
      UNION
      SELECT * FROM unnest(
        ${keys.map(({ sellerId }) => sellerId)}::uuid[],
        ${keys.map(({ channel }) => channel)}::text[],
        ${keys.map(({ channelOrderId }) => channelOrderId)}::text[])
    ) AS asked (seller_id, channel, channel_order_id)
    JOIN orders USING (seller_id, channel, channel_order_id)
    JOIN "return" ON "return".order_id = orders.id
    WHERE "return".state = 'requested' AND details #> '{clock,stoppedAt}' = 'null'::jsonb`;
};
