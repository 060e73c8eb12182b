import type { ClaimKind, ClaimState } from '../../../src/domain/claims/claim.ts';
import type { Database } from '../../client.ts';
import { type ClaimRow, claimColumns } from '../claims/claim-columns.ts';
import type { Page } from '../orders-read/list-orders.ts';
import { type FullClaim, toFullClaims } from './full-claim.ts';

export interface ClaimQuery {
  readonly state: ClaimState | null;
  readonly kind: ClaimKind | null;
  readonly orderId: string | null;
  readonly channel: string | null;
  /** Only those that nobody has submitted and that still can be. */
  readonly unclaimed: boolean;
}

/** A seller's claims, those made last first. */
export const listClaims = (
  database: Database,
  sellerId: string,
  { state, kind, orderId, channel, unclaimed }: ClaimQuery,
  { limit, after }: Page,
): Promise<FullClaim[]> =>
  database.asSellers([sellerId], async (tx) => {
    const { sql } = tx;
    const rows = await sql<ClaimRow[]>`
      SELECT ${claimColumns(sql)} FROM claim
      WHERE seller_id = ${sellerId}
        ${state === null ? sql`` : sql`AND state = ${state}`}
        ${kind === null ? sql`` : sql`AND kind = ${kind}`}
        ${orderId === null ? sql`` : sql`AND order_id = ${orderId}`}
        ${channel === null ? sql`` : sql`AND channel = ${channel}`}
        ${unclaimed ? sql`AND state IN ('eligible', 'opened')` : sql``}
        ${after === null ? sql`` : sql`AND id < ${after}`}
      ORDER BY id DESC
      LIMIT ${limit}`;
    return toFullClaims(tx, rows);
  });
