import type { Sql } from '../../client.ts';
import type { JobError } from '../../schema/job.ts';

export interface StaleCarrier {
  readonly queue: string;
  readonly carrier: string;
}

/** Carriers of rows that were handed over long ago and have not finished, oldest first. */
export const findStaleCarriers = async (
  sql: Sql,
  { olderThanSeconds, limit }: { olderThanSeconds: number; limit: number },
): Promise<StaleCarrier[]> =>
  sql<StaleCarrier[]>`
    SELECT queue, carrier FROM (
      SELECT queue, carrier, handed_at FROM job
      WHERE state = 'queued' AND handed_at < now() - make_interval(secs => ${olderThanSeconds})
      ORDER BY handed_at
      LIMIT ${limit * 200}
    ) AS stale
    WHERE carrier IS NOT NULL
    GROUP BY queue, carrier
    ORDER BY min(handed_at)
    LIMIT ${limit}`;

/** BullMQ still holds them: ask again later. */
export const keepCarriers = async (sql: Sql, carriers: readonly string[]): Promise<void> => {
  if (carriers.length === 0) return;
  await sql`UPDATE job SET handed_at = now() WHERE state = 'queued' AND carrier = ANY (${carriers as string[]}::text[])`;
};

/** BullMQ has lost them, or ended them without our row's end: their rows wait for a new carrier. */
export const requeueCarriers = async (sql: Sql, carriers: readonly string[]): Promise<number> => {
  if (carriers.length === 0) return 0;
  const rows = await sql`
    UPDATE job SET state = 'waiting', carrier = NULL, handed_at = NULL, run_at = least(run_at, now())
    WHERE state = 'queued' AND carrier = ANY (${carriers as string[]}::text[])`;
  return rows.count;
};

/**
 * BullMQ gave up on these carriers, which happens to what kills its workers: each row uses an attempt
 * and travels alone from now on, or fails at its queue's limit, so that it ends.
 */
export const punishCarriers = async (
  sql: Sql,
  carriers: readonly string[],
  { attemptsLimit, error }: { attemptsLimit: number; error: JobError },
): Promise<void> => {
  if (carriers.length === 0) return;
  await sql`
    UPDATE job SET
      attempts = attempts + 1,
      solo = true,
      state = CASE WHEN attempts + 1 >= ${attemptsLimit} THEN 'failed' ELSE 'waiting' END,
      error = CASE WHEN attempts + 1 >= ${attemptsLimit} THEN ${JSON.stringify(error)}::jsonb ELSE error END,
      finished_at = CASE WHEN attempts + 1 >= ${attemptsLimit} THEN now() ELSE NULL END,
      carrier = NULL,
      handed_at = NULL
    WHERE state = 'queued' AND carrier = ANY (${carriers as string[]}::text[])`;
};
