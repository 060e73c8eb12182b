import type { Instant, LocalDate } from '../../../src/domain/calendar/instant.ts';
import type { PaymentProvider } from '../../../src/domain/orders/order.ts';
import type { BookComparison } from '../../../src/domain/refunds/reconcile.ts';
import type { Tx } from '../../client.ts';

export interface Reconciliation extends BookComparison {
  readonly provider: PaymentProvider;
  /** In UTC. */
  readonly day: LocalDate;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** Keeps what a comparison found; a later one of the same day takes its place. */
export const saveReconciliation = async (
  { sql }: Tx,
  sellerId: string,
  { provider, day, fromAt, untilAt, ours, theirs, sums, differences }: Reconciliation,
): Promise<void> => {
  await sql`
    INSERT INTO reconciliation (seller_id, provider, day, from_at, until_at, ours, theirs, sums, differences)
    VALUES (${sellerId}, ${provider}, ${day}, ${fromAt}, ${untilAt}, ${ours}, ${theirs},
      ${JSON.stringify(sums)}::jsonb, ${JSON.stringify(differences)}::jsonb)
    ON CONFLICT (seller_id, provider, day) DO UPDATE SET
      from_at = excluded.from_at, until_at = excluded.until_at, ours = excluded.ours, theirs = excluded.theirs,
      sums = excluded.sums, differences = excluded.differences, compared_at = now()`;
};
