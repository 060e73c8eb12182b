import type { Tx } from '../../client.ts';
import type { NamedThread } from '../messages/lock-threads.ts';

export interface ReturnToAnswer {
  readonly sellerId: string;
  readonly orderId: string;
  readonly returnId: string;
}

/**
 * Return requests that wait for an answer, or that a message has answered, of the orders of these conversations. Not locked: one that
 * is asked for at this moment was not known to whoever wrote.
 */
export const findReturnsToAnswer = async (
  { sql }: Tx,
  named: readonly NamedThread[],
  threadIds: readonly string[],
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
    WHERE "return".state = 'requested' AND details ->> 'requestedBy' <> 'gift_recipient'
      AND (details #> '{clock,stoppedAt}' = 'null'::jsonb OR details ->> 'answeredBy' IS NOT NULL)`;
};
