import type { Sql } from '../../client.ts';

/** How the outcome of a revocation reads to a person. */
export type Revocation = 'revoked' | 'unknown' | 'ambiguous';

/** Revokes a key by its id or by the first characters that the list shows; it works a few seconds longer. */
export const revokeApiKey = async (sql: Sql, idOrPrefix: string): Promise<Revocation> => {
  const found = await sql<{ id: string }[]>`
    SELECT id FROM api_key WHERE (id::text = ${idOrPrefix} OR prefix = ${idOrPrefix}) AND revoked_at IS NULL LIMIT 2`;
  const [only] = found;
  if (only === undefined) return 'unknown';
  if (found.length > 1) return 'ambiguous';
  await sql`UPDATE api_key SET revoked_at = now() WHERE id = ${only.id} AND revoked_at IS NULL`;
  return 'revoked';
};
