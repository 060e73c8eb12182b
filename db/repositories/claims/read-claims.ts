import type { Claim } from '../../../src/domain/claims/claim.ts';
import type { Tx } from '../../client.ts';
import { type ClaimRow, claimColumns, toClaim } from './claim-columns.ts';

/** All claims of some orders, in the order in which they were made. */
export const readClaimsOfOrders = async (
  { sql }: Tx,
  orderIds: readonly string[],
): Promise<readonly Claim[]> => {
  if (orderIds.length === 0) return [];
  const rows = await sql<ClaimRow[]>`
    SELECT ${claimColumns(sql)} FROM claim
    WHERE order_id = ANY (${orderIds as string[]}::uuid[]) ORDER BY id`;
  return rows.map(toClaim);
};
