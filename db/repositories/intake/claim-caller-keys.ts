import type { Tx } from '../../client.ts';

export interface CallerKeyRow {
  readonly sellerId: string;
  readonly scope: string;
  readonly key: string;
  readonly hash: string;
  readonly jobId: string;
}

/**
 * Inserts callers' Idempotency-Keys and returns those that were new. Sorted, because two transactions
 * that insert the same keys in different orders deadlock.
 */
export const claimCallerKeys = async ({ sql }: Tx, rows: readonly CallerKeyRow[]): Promise<Set<string>> => {
  if (rows.length === 0) return new Set();
  const won = await sql<{ jobId: string }[]>`
    INSERT INTO idempotency_key (seller_id, scope, key, request_hash, job_id)
    SELECT * FROM unnest(
      ${rows.map((row) => row.sellerId)}::uuid[],
      ${rows.map((row) => row.scope)}::text[],
      ${rows.map((row) => row.key)}::text[],
      ${rows.map((row) => row.hash)}::text[],
      ${rows.map((row) => row.jobId)}::uuid[]
    ) AS new (seller_id, scope, key, request_hash, job_id)
    ORDER BY seller_id, scope, key
    ON CONFLICT DO NOTHING
    RETURNING job_id AS "jobId"`;
  return new Set(won.map((row) => row.jobId));
};

/** The rows that hold these keys now, in the order asked. A statement of its own sees what others committed. */
export const readCallerKeys = async (
  { sql }: Tx,
  rows: readonly CallerKeyRow[],
): Promise<Map<string, CallerKeyRow>> => {
  if (rows.length === 0) return new Map();
  const found = await sql<(CallerKeyRow & { asked: string })[]>`
    SELECT asked.job_id AS asked, held.seller_id AS "sellerId", held.scope, held.key,
      held.request_hash AS hash, held.job_id AS "jobId"
    FROM unnest(
      ${rows.map((row) => row.sellerId)}::uuid[],
      ${rows.map((row) => row.scope)}::text[],
      ${rows.map((row) => row.key)}::text[],
      ${rows.map((row) => row.jobId)}::uuid[]
    ) AS asked (seller_id, scope, key, job_id)
    JOIN idempotency_key AS held USING (seller_id, scope, key)`;
  return new Map(found.map((row) => [row.asked, row]));
};

/** Points keys, claimed by this transaction, at the job that had their content before. */
export const repointCallerKeys = async (
  { sql }: Tx,
  moves: readonly { readonly row: CallerKeyRow; readonly to: string }[],
): Promise<void> => {
  if (moves.length === 0) return;
  await sql`
    UPDATE idempotency_key SET job_id = moved.job_id
    FROM unnest(
      ${moves.map(({ row }) => row.sellerId)}::uuid[],
      ${moves.map(({ row }) => row.scope)}::text[],
      ${moves.map(({ row }) => row.key)}::text[],
      ${moves.map(({ to }) => to)}::uuid[]
    ) AS moved (seller_id, scope, key, job_id)
    WHERE idempotency_key.seller_id = moved.seller_id AND idempotency_key.scope = moved.scope
      AND idempotency_key.key = moved.key`;
};

/** Gives keys back that this transaction claimed for what turned out to be a conflict. */
export const releaseCallerKeys = async ({ sql }: Tx, rows: readonly CallerKeyRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    DELETE FROM idempotency_key USING unnest(
      ${rows.map((row) => row.sellerId)}::uuid[],
      ${rows.map((row) => row.scope)}::text[],
      ${rows.map((row) => row.key)}::text[]
    ) AS released (seller_id, scope, key)
    WHERE idempotency_key.seller_id = released.seller_id AND idempotency_key.scope = released.scope
      AND idempotency_key.key = released.key`;
};
