import type { ErasureCounts } from '../../../src/domain/privacy/counts.ts';
import type { Tx } from '../../client.ts';

export interface ErasureProgress {
  /** The last order that was looked at; null: none yet. */
  readonly afterOrderId: string | null;
  readonly counts: ErasureCounts;
}

/** How far the work of this request is; null: not begun. */
export const findErasure = async ({ sql }: Tx, id: string): Promise<ErasureProgress | null> => {
  const [row] = await sql<ErasureProgress[]>`
    SELECT after_order_id AS "afterOrderId", counts FROM erasure WHERE id = ${id}`;
  return row ?? null;
};

/** Notes how far it is, in the transaction that came there. */
export const saveErasure = async (
  { sql }: Tx,
  {
    id,
    sellerId,
    afterOrderId,
    counts,
    finished,
  }: ErasureProgress & { readonly id: string; readonly sellerId: string; readonly finished: boolean },
): Promise<void> => {
  await sql`
    INSERT INTO erasure (id, seller_id, after_order_id, counts, finished_at)
    VALUES (${id}, ${sellerId}, ${afterOrderId}::uuid, ${JSON.stringify(counts)}::jsonb,
      CASE WHEN ${finished} THEN now() END)
    ON CONFLICT (id) DO UPDATE SET after_order_id = excluded.after_order_id, counts = excluded.counts,
      finished_at = excluded.finished_at`;
};
