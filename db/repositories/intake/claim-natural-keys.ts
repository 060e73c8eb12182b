import type { Tx } from '../../client.ts';

export interface NaturalKeyRow {
  readonly sellerId: string;
  readonly kind: string;
  readonly key: string;
  readonly hash: string;
  readonly jobId: string;
}

/** Inserts the outside names of new things, sorted against deadlocks; returns the jobs whose name was new. */
export const claimNaturalKeys = async ({ sql }: Tx, rows: readonly NaturalKeyRow[]): Promise<Set<string>> => {
  if (rows.length === 0) return new Set();
  const won = await sql<{ jobId: string }[]>`
    INSERT INTO natural_key (seller_id, kind, key, content_hash, job_id)
    SELECT * FROM unnest(
      ${rows.map((row) => row.sellerId)}::uuid[],
      ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.key)}::text[],
      ${rows.map((row) => row.hash)}::text[],
      ${rows.map((row) => row.jobId)}::uuid[]
    ) AS new (seller_id, kind, key, content_hash, job_id)
    ORDER BY seller_id, kind, key
    ON CONFLICT DO NOTHING
    RETURNING job_id AS "jobId"`;
  return new Set(won.map((row) => row.jobId));
};

/** The rows that hold these names now, by the job that asked. */
export const readNaturalKeys = async (
  { sql }: Tx,
  rows: readonly NaturalKeyRow[],
): Promise<Map<string, NaturalKeyRow>> => {
  if (rows.length === 0) return new Map();
  const found = await sql<(NaturalKeyRow & { asked: string })[]>`
    SELECT asked.job_id AS asked, held.seller_id AS "sellerId", held.kind, held.key,
      held.content_hash AS hash, held.job_id AS "jobId"
    FROM unnest(
      ${rows.map((row) => row.sellerId)}::uuid[],
      ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.key)}::text[],
      ${rows.map((row) => row.jobId)}::uuid[]
    ) AS asked (seller_id, kind, key, job_id)
    JOIN natural_key AS held USING (seller_id, kind, key)`;
  return new Map(found.map((row) => [row.asked, row]));
};

/** Gives names back whose jobs were rejected: a corrected thing may come under its old name. */
export const releaseNaturalKeys = async (
  { sql }: Tx,
  rows: readonly Pick<NaturalKeyRow, 'sellerId' | 'kind' | 'key' | 'jobId'>[],
): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    DELETE FROM natural_key USING unnest(
      ${rows.map((row) => row.sellerId)}::uuid[],
      ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.key)}::text[],
      ${rows.map((row) => row.jobId)}::uuid[]
    ) AS released (seller_id, kind, key, job_id)
    WHERE natural_key.seller_id = released.seller_id AND natural_key.kind = released.kind
      AND natural_key.key = released.key AND natural_key.job_id = released.job_id`;
};
