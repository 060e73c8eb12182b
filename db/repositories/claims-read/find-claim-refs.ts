import type { Database } from '../../client.ts';

/** What a command needs to know of its claim: that it is there, its order, and what that is called outside. */
export interface ClaimRefs {
  readonly claimId: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
}

/** Null: this seller has no such claim. */
export const findClaimRefs = (
  database: Database,
  sellerId: string,
  claimId: string,
): Promise<ClaimRefs | null> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const [row] = await sql<ClaimRefs[]>`
      SELECT id AS "claimId", order_id AS "orderId", channel, channel_order_id AS "channelOrderId"
      FROM claim WHERE seller_id = ${sellerId} AND id = ${claimId}`;
    return row ?? null;
  });
