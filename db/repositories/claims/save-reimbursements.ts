import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';

export interface NewReimbursement {
  readonly sellerId: string;
  readonly claimId: string;
  readonly orderId: string;
  readonly channel: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly paidAt: Instant;
}

/** Enters what was paid into the seller's ledger, once per claim. */
export const saveReimbursements = async (
  { sql }: Tx,
  reimbursements: readonly NewReimbursement[],
): Promise<void> => {
  if (reimbursements.length === 0) return;
  await sql`
    INSERT INTO reimbursement (claim_id, seller_id, order_id, channel, currency, amount_minor, paid_at)
    SELECT * FROM unnest(
      ${reimbursements.map(({ claimId }) => claimId)}::uuid[],
      ${reimbursements.map(({ sellerId }) => sellerId)}::uuid[],
      ${reimbursements.map(({ orderId }) => orderId)}::uuid[],
      ${reimbursements.map(({ channel }) => channel)}::text[],
      ${reimbursements.map(({ currency }) => currency)}::text[],
      ${reimbursements.map(({ amountMinor }) => amountMinor)}::bigint[],
      ${reimbursements.map(({ paidAt }) => paidAt)}::timestamptz[]
    )
    ON CONFLICT (claim_id) DO NOTHING`;
};
