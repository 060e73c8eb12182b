import type { Database } from '../../client.ts';

/** The channel of an order or of a conversation, whichever has this id; null: neither of this seller's has. */
export const findChannelOf = (database: Database, sellerId: string, id: string): Promise<string | null> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const [row] = await sql<{ channel: string }[]>`
      SELECT channel FROM orders WHERE id = ${id} UNION ALL SELECT channel FROM thread WHERE id = ${id}`;
    return row?.channel ?? null;
  });
