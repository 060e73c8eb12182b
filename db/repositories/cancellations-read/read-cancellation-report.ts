import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Database } from '../../client.ts';
import { type CancellationRow, selectCancellations } from './cancellation-row.ts';

export interface CancellationPeriod {
  /** Null: without a beginning, and the first instant that is no longer in it; null: without an end. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly channel: string | null;
}

/** A seller's cancellations in the order in which they were made, from after the last one of the page before. */
export const readCancellationReport = async (
  database: Database,
  sellerId: string,
  { from, until, channel }: CancellationPeriod,
  {
    after,
    limit,
  }: { readonly after: { readonly at: Instant; readonly id: string } | null; readonly limit: number },
): Promise<CancellationRow[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<CancellationRow[]>`
      ${selectCancellations(sql)}
      WHERE cancellation.seller_id = ${sellerId}
        ${from === null ? sql`` : sql`AND cancelled_at >= ${from}`}
        ${until === null ? sql`` : sql`AND cancelled_at < ${until}`}
        ${channel === null ? sql`` : sql`AND cancellation.channel = ${channel}`}
        ${after === null ? sql`` : sql`AND (cancelled_at, cancellation.id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
      ORDER BY cancelled_at, cancellation.id
      LIMIT ${limit}`,
  );
