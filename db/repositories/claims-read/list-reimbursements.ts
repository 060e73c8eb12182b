import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Database } from '../../client.ts';
import type { Page } from '../orders-read/list-orders.ts';

/** What a carrier or a network has paid for a claim. */
export interface Reimbursement {
  readonly claimId: string;
  readonly orderId: string;
  readonly channel: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly paidAt: Instant;
}

/** A seller's ledger of reimbursements, of the claims made last first. */
export const listReimbursements = (
  database: Database,
  sellerId: string,
  { limit, after }: Page,
): Promise<Reimbursement[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<Reimbursement[]>`
      SELECT claim_id AS "claimId", order_id AS "orderId", channel, currency, amount_minor AS "amountMinor",
        paid_at AS "paidAt"
      FROM reimbursement
      WHERE seller_id = ${sellerId} ${after === null ? sql`` : sql`AND claim_id < ${after}`}
      ORDER BY claim_id DESC
      LIMIT ${limit}`,
  );
