import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';

/** An entry of the sandbox's books. `status` is how it ends, `calls` tells how far it has come. */
export interface SandboxRefund {
  readonly id: string;
  readonly refundId: string;
  readonly paymentReference: string | null;
  readonly status: 'succeeded' | 'declined' | 'failed';
  readonly declineCode: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  /** Calls with this key, and for a pending refund also the looks at it. */
  readonly calls: number;
  readonly bookedAt: Instant;
}

export const sandboxColumns = (sql: Tx['sql']) => sql`
  id, refund_id AS "refundId", payment_reference AS "paymentReference", status, decline_code AS "declineCode",
  amount_minor AS "amountMinor", currency, calls, booked_at AS "bookedAt"`;
