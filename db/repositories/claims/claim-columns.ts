import type { Claim } from '../../../src/domain/claims/claim.ts';
import type { Tx } from '../../client.ts';
import type { ClaimDetails } from '../../schema/claim.ts';

/** A claim's row, as `claimColumns` selects it. */
export type ClaimRow = Omit<Claim, keyof ClaimDetails> & { readonly details: ClaimDetails };

/** All that makes a claim, for a SELECT from `claim`. */
export const claimColumns = (sql: Tx['sql']) => sql`
  claim.id, claim.order_id AS "orderId", claim.channel, claim.channel_order_id AS "channelOrderId", claim.kind,
  claim.state, claim.shipment_id AS "shipmentId", claim.return_id AS "returnId", claim.currency,
  claim.amount_minor AS "amountMinor", claim.approved_minor AS "approvedMinor",
  claim.reimbursed_minor AS "reimbursedMinor", claim.eligible_at AS "eligibleAt", claim.closes_at AS "closesAt",
  claim.submitted_at AS "submittedAt", claim.decided_at AS "decidedAt", claim.reimbursed_at AS "reimbursedAt",
  claim.details`;

export const toClaim = ({ details, ...columns }: ClaimRow): Claim => ({ ...columns, ...details });
