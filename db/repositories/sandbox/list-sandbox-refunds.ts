import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';
import { type SandboxRefund, sandboxColumns } from './sandbox-refund.ts';

/** The sandbox's entries of a seller that were booked in `[from, until)`, oldest first. */
export const listSandboxRefunds = (
  { sql }: Tx,
  sellerId: string,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<SandboxRefund[]> =>
  sql<SandboxRefund[]>`
    SELECT ${sandboxColumns(sql)} FROM sandbox_refund
    WHERE seller_id = ${sellerId} AND booked_at >= ${from} AND booked_at < ${until}
    ORDER BY booked_at, id`;
