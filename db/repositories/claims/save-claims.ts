import type { Claim } from '../../../src/domain/claims/claim.ts';
import type { Tx } from '../../client.ts';

export interface OwnedClaim {
  readonly sellerId: string;
  readonly claim: Claim;
}

const detailsOf = ({ lines, basis, steps }: Claim): string => JSON.stringify({ lines, basis, steps });

/** Writes claims, new ones and changed ones, whose orders this transaction has locked. What is claimed never changes. */
export const saveClaims = async ({ sql }: Tx, claims: readonly OwnedClaim[]): Promise<void> => {
  if (claims.length === 0) return;
  const all = claims.map((owned) => owned.claim);
  await sql`
    INSERT INTO claim (id, seller_id, order_id, channel, channel_order_id, kind, state, shipment_id, return_id,
      currency, amount_minor, approved_minor, reimbursed_minor, eligible_at, closes_at, submitted_at, decided_at,
      reimbursed_at, details)
    SELECT * FROM unnest(
      ${all.map(({ id }) => id)}::uuid[],
      ${claims.map(({ sellerId }) => sellerId)}::uuid[],
      ${all.map(({ orderId }) => orderId)}::uuid[],
      ${all.map(({ channel }) => channel)}::text[],
      ${all.map(({ channelOrderId }) => channelOrderId)}::text[],
      ${all.map(({ kind }) => kind)}::text[],
      ${all.map(({ state }) => state)}::text[],
      ${all.map(({ shipmentId }) => shipmentId)}::uuid[],
      ${all.map(({ returnId }) => returnId)}::uuid[],
      ${all.map(({ currency }) => currency)}::text[],
      ${all.map(({ amountMinor }) => amountMinor)}::bigint[],
      ${all.map(({ approvedMinor }) => approvedMinor)}::bigint[],
      ${all.map(({ reimbursedMinor }) => reimbursedMinor)}::bigint[],
      ${all.map(({ eligibleAt }) => eligibleAt)}::timestamptz[],
      ${all.map(({ closesAt }) => closesAt)}::timestamptz[],
      ${all.map(({ submittedAt }) => submittedAt)}::timestamptz[],
      ${all.map(({ decidedAt }) => decidedAt)}::timestamptz[],
      ${all.map(({ reimbursedAt }) => reimbursedAt)}::timestamptz[],
      ${all.map(detailsOf)}::jsonb[]
    )
    ON CONFLICT (id) DO UPDATE SET
      state = excluded.state, approved_minor = excluded.approved_minor,
      reimbursed_minor = excluded.reimbursed_minor, submitted_at = excluded.submitted_at,
      decided_at = excluded.decided_at, reimbursed_at = excluded.reimbursed_at, details = excluded.details,
      updated_at = now()`;
};
