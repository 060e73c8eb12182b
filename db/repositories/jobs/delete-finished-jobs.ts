import type { Sql } from '../../client.ts';

/** States that a job leaves only by a person's retry, if at all; failed ones stay until one has looked. */
const removableStates = ['done', 'rejected', 'cancelled'];

/**
 * Deletes one small batch of a queue's finished jobs that were made more than `days` ago and ended more
 * than a day ago; small, so that it never holds many locks at once. Ids are in order of time, so the
 * index leads straight to the oldest. `ARRAY (…)` and not `IN (…)`: the list is then made once, whatever
 * PostgreSQL believes of the table's size. Returns how many.
 */
export const deleteFinishedJobs = async (
  sql: Sql,
  { queue, days, limit }: { queue: string; days: number; limit: number },
): Promise<number> => {
  const rows = await sql`
    DELETE FROM job WHERE id = ANY (ARRAY (
      SELECT old.id FROM unnest(${removableStates}::text[]) AS removable (state)
      CROSS JOIN LATERAL (
        SELECT id FROM job
        WHERE queue = ${queue} AND job.state = removable.state
          AND id < app.uuid_floor(now() - make_interval(days => ${days}))
          AND finished_at < now() - interval '1 day'
        ORDER BY id LIMIT ${limit}
      ) AS old
      LIMIT ${limit}))`;
  return rows.count;
};

/** Deletes one small batch of idempotency keys older than `days`. Returns how many. */
export const deleteOldIdempotencyKeys = async (
  sql: Sql,
  { days, limit }: { days: number; limit: number },
): Promise<number> => {
  const rows = await sql`
    DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY (
      SELECT ctid FROM idempotency_key
      WHERE created_at < now() - make_interval(days => ${days})
      LIMIT ${limit}))`;
  return rows.count;
};
