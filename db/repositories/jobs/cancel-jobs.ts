import type { Tx } from '../../client.ts';

/**
 * Cancels unfinished work by its unique keys. BullMQ is not touched: a carrier will find nothing to do.
 * A row that a handler holds at this moment is passed over: it decides from the state anyway, and to
 * wait for it could be to wait in a circle, for it may want the order that we hold.
 */
export const cancelJobsByKey = async ({ sql }: Tx, uniqueKeys: readonly string[]): Promise<void> => {
  if (uniqueKeys.length === 0) return;
  await sql`
    UPDATE job SET state = 'cancelled', finished_at = now()
    WHERE id = ANY (ARRAY (
      SELECT id FROM job
      WHERE unique_key = ANY (${uniqueKeys as string[]}::text[]) AND state IN ('waiting', 'queued')
        AND seller_id = ANY ((SELECT app.sellers())::uuid[])
      FOR UPDATE SKIP LOCKED))`;
};
