import type { Database } from '../../client.ts';

/** What a command needs to know of its order: that it is there, and what it is called outside. */
export interface OrderRefs {
  readonly channel: string;
  readonly channelOrderId: string;
}

/** Null: no such order of this seller. */
export const findOrderRefs = async (
  database: Database,
  sellerId: string,
  orderId: string,
): Promise<OrderRefs | null> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const [row] = await sql<OrderRefs[]>`
      SELECT channel, channel_order_id AS "channelOrderId" FROM orders WHERE id = ${orderId}`;
    return row ?? null;
  });
