import type { Sql } from '../../client.ts';

/** A person's retry: a failed row gets all its attempts again and runs alone. False: it was not failed. */
export const retryJob = async (sql: Sql, id: string): Promise<boolean> => {
  const rows = await sql`
    UPDATE job SET state = 'waiting', attempts = 0, solo = true, run_at = now(), carrier = NULL, handed_at = NULL,
      error = NULL, finished_at = NULL
    WHERE id = ${id} AND state = 'failed'`;
  return rows.count > 0;
};

/** Runs a waiting row now instead of at its time. */
export const promoteJob = async (sql: Sql, id: string): Promise<boolean> => {
  const rows =
    await sql`UPDATE job SET run_at = now() WHERE id = ${id} AND state = 'waiting' AND run_at > now()`;
  return rows.count > 0;
};

/** A person's cancellation of what has not ended. */
export const cancelJob = async (sql: Sql, id: string): Promise<boolean> => {
  const rows = await sql`
    UPDATE job SET state = 'cancelled', finished_at = now() WHERE id = ${id} AND state IN ('waiting', 'queued')`;
  return rows.count > 0;
};

/** Retries what failed of a queue, oldest first, at most `limit` rows. Returns how many. */
export const retryFailedJobs = async (
  sql: Sql,
  { queue, limit }: { queue: string; limit: number },
): Promise<number> => {
  const rows = await sql`
    UPDATE job SET state = 'waiting', attempts = 0, solo = true, run_at = now(), carrier = NULL, handed_at = NULL,
      error = NULL, finished_at = NULL
    WHERE id = ANY (ARRAY (
      SELECT id FROM job WHERE state = 'failed' AND queue = ${queue} ORDER BY id LIMIT ${limit}
      FOR UPDATE SKIP LOCKED))`;
  return rows.count;
};
