import type { Tx } from '../../client.ts';

/** A bundle whose write failed: each of its rows waits again, to travel alone and show which one it was. */
export const dissolveBundle = async ({ sql }: Tx, ids: readonly string[]): Promise<void> => {
  await sql`
    UPDATE job SET state = 'waiting', solo = true, carrier = NULL, handed_at = NULL, run_at = least(run_at, now())
    WHERE id = ANY (${ids as string[]}::uuid[]) AND state = 'queued'`;
};
