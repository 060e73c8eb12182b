import type { Database } from '../../client.ts';
import { type ClaimRow, claimColumns } from '../claims/claim-columns.ts';
import { type FullClaim, toFullClaims } from './full-claim.ts';

export type { FullClaim };

/** A claim of this seller; null: no such claim. */
export const findClaim = (database: Database, sellerId: string, claimId: string): Promise<FullClaim | null> =>
  database.asSellers([sellerId], async (tx) => {
    const { sql } = tx;
    const rows = await sql<ClaimRow[]>`
      SELECT ${claimColumns(sql)} FROM claim WHERE seller_id = ${sellerId} AND id = ${claimId}`;
    const [claim] = await toFullClaims(tx, rows);
    return claim ?? null;
  });
