import type { Sql } from '../../client.ts';

export interface KnownKey {
  readonly id: string;
  readonly sellerId: string;
}

/** The key of this hash, unless it is unknown or revoked. */
export const findApiKey = async (sql: Sql, hash: string): Promise<KnownKey | null> => {
  const [row] = await sql<KnownKey[]>`
    SELECT id, seller_id AS "sellerId" FROM api_key WHERE hash = ${hash} AND revoked_at IS NULL`;
  return row ?? null;
};
