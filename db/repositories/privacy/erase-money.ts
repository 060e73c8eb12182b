import { anonymiseRefund } from '../../../src/domain/privacy/anonymise.ts';
import type { Tx } from '../../client.ts';
import type { OwnedRefund } from '../refunds/read-refunds.ts';

/** Takes the words of people out of refunds whose orders are locked; amounts, dates and states stay. */
export const eraseRefunds = async ({ sql }: Tx, refunds: readonly OwnedRefund[]): Promise<void> => {
  if (refunds.length === 0) return;
  const all = refunds.map(({ refund }) => anonymiseRefund(refund));
  await sql`
    UPDATE refund SET reason = new.reason, details = new.details
    FROM unnest(
      ${all.map(({ id }) => id)}::uuid[],
      ${all.map(({ reason }) => reason)}::text[],
      ${all.map(({ lines, declineDetail, steps }) => JSON.stringify({ lines, declineDetail, steps }))}::jsonb[]
    ) AS new (id, reason, details)
    WHERE refund.id = new.id`;
};

/** Deletes the photographs of claims of locked orders; the claims stay. Gives how many. */
export const erasePhotos = async ({ sql }: Tx, orderIds: readonly string[]): Promise<number> => {
  if (orderIds.length === 0) return 0;
  const rows = await sql`
    DELETE FROM claim_photo WHERE claim_id IN (
      SELECT id FROM claim WHERE order_id = ANY (${orderIds as string[]}::uuid[]))`;
  return rows.count;
};
