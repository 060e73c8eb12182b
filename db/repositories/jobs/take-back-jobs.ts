import type { Sql } from '../../client.ts';

/** Rows whose carrier never reached BullMQ wait again, unless something else happened to them since. */
export const takeBackJobs = async (sql: Sql, carriers: readonly string[]): Promise<void> => {
  if (carriers.length === 0) return;
  await sql`
    UPDATE job SET state = 'waiting', carrier = NULL, handed_at = NULL
    WHERE state = 'queued' AND carrier = ANY (${carriers as string[]}::text[])
      AND handed_at > now() - interval '1 hour'`;
};
