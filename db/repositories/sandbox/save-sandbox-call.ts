import type { Tx } from '../../client.ts';
import { type SandboxRefund, sandboxColumns } from './sandbox-refund.ts';

export interface SandboxCall extends Omit<SandboxRefund, 'calls' | 'bookedAt'> {
  readonly sellerId: string;
  readonly gatewayKey: string;
}

/** Books a call, once per key: of a repetition only the number is noted. Returns the entry as it stands. */
export const saveSandboxCall = async ({ sql }: Tx, call: SandboxCall): Promise<SandboxRefund> => {
  const [row] = await sql<[SandboxRefund]>`
    INSERT INTO sandbox_refund AS booked
      (seller_id, gateway_key, id, refund_id, payment_reference, status, decline_code, amount_minor, currency)
    VALUES (${call.sellerId}, ${call.gatewayKey}, ${call.id}, ${call.refundId}, ${call.paymentReference},
      ${call.status}, ${call.declineCode}, ${call.amountMinor}, ${call.currency})
    ON CONFLICT (seller_id, gateway_key) DO UPDATE SET calls = booked.calls + 1
    RETURNING ${sandboxColumns(sql)}`;
  return row;
};
