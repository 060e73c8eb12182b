import type { Tx } from '../../client.ts';
import { type SandboxRefund, sandboxColumns } from './sandbox-refund.ts';

/** The entry of a key; null: nobody called with it. `counts`: this look brings it nearer to its end. */
export const lookUpSandboxRefund = async (
  { sql }: Tx,
  { sellerId, gatewayKey, counts }: { sellerId: string; gatewayKey: string; counts: boolean },
): Promise<SandboxRefund | null> => {
  const [row] = await sql<SandboxRefund[]>`
    UPDATE sandbox_refund SET calls = calls + ${counts ? 1 : 0}::int
    WHERE seller_id = ${sellerId} AND gateway_key = ${gatewayKey}
    RETURNING ${sandboxColumns(sql)}`;
  return row ?? null;
};
