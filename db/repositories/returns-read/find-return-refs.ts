import type { Database } from '../../client.ts';

/** What a command needs to know of its return: that it is there, its order, and what that is called outside. */
export interface ReturnRefs {
  readonly returnId: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
}

/** Those of these returns that are this seller's. */
export const findReturnRefs = (
  database: Database,
  sellerId: string,
  returnIds: readonly string[],
): Promise<ReturnRefs[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<ReturnRefs[]>`
      SELECT id AS "returnId", order_id AS "orderId", channel, channel_order_id AS "channelOrderId"
      FROM "return" WHERE id = ANY (${returnIds as string[]}::uuid[])`,
  );

/** The return that a mismatch was found in; null: this seller has no such mismatch. */
export const findReturnOfMismatch = (
  database: Database,
  sellerId: string,
  mismatchId: string,
): Promise<ReturnRefs | null> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const [row] = await sql<ReturnRefs[]>`
      SELECT id AS "returnId", order_id AS "orderId", channel, channel_order_id AS "channelOrderId"
      FROM "return"
      WHERE seller_id = ${sellerId} AND details -> 'mismatches' <> '[]'::jsonb
        AND details -> 'mismatches' @> ${JSON.stringify([{ id: mismatchId }])}::jsonb`;
    return row ?? null;
  });
