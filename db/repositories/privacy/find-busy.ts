import type { Tx } from '../../client.ts';

/** Work that follows from other work names its order, or a return of it, in its payload alone; there is never much of it at once. */
const followingQueues = ['labels', 'refunds', 'payments', 'claims'];

/**
 * Of these orders, those about which something was accepted that is not done yet, or a mail is on its way: what
 * would need their buyers in a moment. Their rows are locked, so that no more can come.
 */
export const findBusyOrders = async ({ sql }: Tx, orderIds: readonly string[]): Promise<Set<string>> => {
  if (orderIds.length === 0) return new Set();
  const rows = await sql<{ id: string }[]>`
    WITH asked AS (
      SELECT orders.id, thread.id AS thread_id FROM orders
      LEFT JOIN thread ON thread.seller_id = orders.seller_id AND thread.channel = orders.channel
        AND thread.channel_order_id = orders.channel_order_id
      WHERE orders.id = ANY (${orderIds as string[]}::uuid[])
    ), thing AS (
      SELECT id AS order_id, id FROM asked
      UNION ALL SELECT asked.id, message.id FROM asked JOIN message USING (thread_id)
      UNION ALL SELECT order_id, id FROM "return" WHERE order_id = ANY (${orderIds as string[]}::uuid[])
      UNION ALL SELECT order_id, id FROM refund WHERE order_id = ANY (${orderIds as string[]}::uuid[])
      UNION ALL SELECT order_id, id FROM claim WHERE order_id = ANY (${orderIds as string[]}::uuid[])
      UNION ALL SELECT order_id, id FROM cancellation_request WHERE order_id = ANY (${orderIds as string[]}::uuid[])
    ), following AS MATERIALIZED (
      SELECT coalesce(payload ->> 'orderId', "return".order_id::text) AS order_id FROM job
      LEFT JOIN "return" ON job.queue = 'labels' AND "return".id = (payload ->> 'returnId')::uuid
      WHERE job.queue = ANY (${followingQueues}::text[]) AND job.state IN ('waiting', 'queued')
        AND job.run_at <= now() + interval '1 minute'
    )
    SELECT id FROM asked WHERE EXISTS (
      SELECT 1 FROM job
      WHERE job.subject_id IN (asked.id, asked.thread_id) AND job.state IN ('waiting', 'queued'))
    UNION
    SELECT order_id FROM thing JOIN mail ON mail.thing_id = thing.id WHERE mail.state IN ('pending', 'sending')
    UNION
    SELECT asked.id FROM asked JOIN following ON following.order_id = asked.id::text`;
  return new Set(rows.map(({ id }) => id));
};

/** Of these conversations, the same. */
export const findBusyThreads = async ({ sql }: Tx, threadIds: readonly string[]): Promise<Set<string>> => {
  if (threadIds.length === 0) return new Set();
  const rows = await sql<{ id: string }[]>`
    SELECT subject_id AS id FROM job
    WHERE subject_id = ANY (${threadIds as string[]}::uuid[]) AND state IN ('waiting', 'queued')
    UNION
    SELECT message.thread_id FROM message JOIN mail ON mail.thing_id = message.id
    WHERE message.thread_id = ANY (${threadIds as string[]}::uuid[]) AND mail.state IN ('pending', 'sending')`;
  return new Set(rows.map(({ id }) => id));
};
