import type { Claim } from '../../../src/domain/claims/claim.ts';
import type { Database } from '../../client.ts';
import { type ClaimRow, claimColumns, toClaim } from '../claims/claim-columns.ts';
import type { ReportPage, ReportSpan } from '../refunds-read/read-refund-report.ts';

/** Claims that became eligible in a span, in the order in which they did. */
export const readClaimReport = (
  database: Database,
  sellerId: string,
  { from, until, channel }: ReportSpan,
  { after, limit }: ReportPage,
): Promise<Claim[]> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const rows = await sql<ClaimRow[]>`
      SELECT ${claimColumns(sql)} FROM claim
      WHERE seller_id = ${sellerId}
        ${from === null ? sql`` : sql`AND eligible_at >= ${from}`}
        ${until === null ? sql`` : sql`AND eligible_at < ${until}`}
        ${channel === null ? sql`` : sql`AND channel = ${channel}`}
        ${after === null ? sql`` : sql`AND (eligible_at, id) > (${after.at}, ${after.id}::uuid)`}
      ORDER BY eligible_at, id
      LIMIT ${limit}`;
    return rows.map(toClaim);
  });
