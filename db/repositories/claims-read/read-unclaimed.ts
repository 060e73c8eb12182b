import { addDays, type Instant } from '../../../src/domain/calendar/instant.ts';
import { daysBeforeClosing } from '../../../src/domain/claims/deadlines.ts';
import type { Database } from '../../client.ts';

/** Money that nobody has asked for yet, in one currency. */
export interface Unclaimed {
  readonly currency: string;
  readonly count: number;
  readonly amountMinor: number;
  /** How many of them close within 14 days. */
  readonly closingSoonCount: number;
  readonly nextClosesAt: Instant;
}

/** What a seller can still ask for at `asOf`, by currency. */
export const readUnclaimed = (database: Database, sellerId: string, asOf: Instant): Promise<Unclaimed[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<Unclaimed[]>`
      SELECT currency, count(*) AS count, sum(amount_minor)::bigint AS "amountMinor",
        count(*) FILTER (WHERE closes_at <= ${addDays(asOf, daysBeforeClosing.closing_soon)}) AS "closingSoonCount",
        min(closes_at) AS "nextClosesAt"
      FROM claim
      WHERE seller_id = ${sellerId} AND state IN ('eligible', 'opened') AND closes_at > ${asOf}
      GROUP BY currency ORDER BY currency`,
  );
