import type { Instant, LocalDate } from '../../../src/domain/calendar/instant.ts';
import type { Database } from '../../client.ts';
import type { Reconciliation } from '../refunds/save-reconciliation.ts';

export interface ComparedBooks extends Reconciliation {
  readonly comparedAt: Instant;
}

/** Comparisons with providers' books, the newest day first. `after`: day and provider of the last one shown. */
export const listReconciliations = async (
  database: Database,
  sellerId: string,
  {
    limit,
    after,
  }: {
    readonly limit: number;
    readonly after: { readonly day: LocalDate; readonly provider: string } | null;
  },
): Promise<ComparedBooks[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<ComparedBooks[]>`
      SELECT provider, day, from_at AS "fromAt", until_at AS "untilAt", ours, theirs, sums, differences,
        compared_at AS "comparedAt"
      FROM reconciliation
      WHERE seller_id = ${sellerId}
        ${after === null ? sql`` : sql`AND (day, provider) < (${after.day}::date, ${after.provider})`}
      ORDER BY day DESC, provider DESC
      LIMIT ${limit}`,
  );
