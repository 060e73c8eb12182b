import type { Tx } from '../../client.ts';

/** How many photographs the claims of some orders have; those without any are missing. */
export const countClaimPhotos = async (
  { sql }: Tx,
  orderIds: readonly string[],
): Promise<Map<string, number>> => {
  if (orderIds.length === 0) return new Map();
  const rows = await sql<{ claimId: string; count: number }[]>`
    SELECT claim_id AS "claimId", count(*) AS count FROM claim_photo
    WHERE claim_id IN (SELECT id FROM claim WHERE order_id = ANY (${orderIds as string[]}::uuid[]))
    GROUP BY claim_id`;
  return new Map(rows.map(({ claimId, count }) => [claimId, count]));
};
