import type { Tx } from '../../client.ts';

/** Cancels unfinished work by its unique keys. BullMQ is not touched: its carrier will find nothing to do. */
export const cancelJobsByKey = async ({ sql }: Tx, uniqueKeys: readonly string[]): Promise<void> => {
  if (uniqueKeys.length === 0) return;
  await sql`
    UPDATE job SET state = 'cancelled', finished_at = now()
    WHERE unique_key = ANY (${uniqueKeys as string[]}::text[]) AND state IN ('waiting', 'queued')
      AND seller_id = ANY ((SELECT app.sellers())::uuid[])`;
};
