import { newId } from '../../../src/platform/ids.ts';
import type { Sql } from '../../client.ts';
import { hashApiKey, mintApiKey, prefixOf } from './api-key-text.ts';
import { defaultSellerName, ensureSeller } from './ensure-seller.ts';

export interface CreatedKey {
  readonly id: string;
  readonly sellerId: string;
  /** Shown to its owner now; nobody can find it out again. */
  readonly plaintext: string;
}

/** Makes a key for a seller, who is made too if absent. `name` tells people what uses it. */
export const createApiKey = async (
  sql: Sql,
  { sellerName = defaultSellerName, name }: { readonly sellerName?: string; readonly name: string },
): Promise<CreatedKey> => {
  const sellerId = await ensureSeller(sql, sellerName);
  const plaintext = mintApiKey();
  const id = newId();
  await sql`
    INSERT INTO api_key (id, seller_id, name, prefix, hash)
    VALUES (${id}, ${sellerId}, ${name}, ${prefixOf(plaintext)}, ${hashApiKey(plaintext)})`;
  return { id, sellerId, plaintext };
};

/**
 * Sees to it that this very key works for this seller (API_KEY of the environment). A key that was
 * revoked stays revoked.
 * @throws Error when the key exists and is another seller's.
 */
export const ensureApiKey = async (
  sql: Sql,
  sellerName: string,
  plaintext: string,
): Promise<{ readonly id: string; readonly sellerId: string }> => {
  const sellerId = await ensureSeller(sql, sellerName);
  const hash = hashApiKey(plaintext);
  await sql`
    INSERT INTO api_key (id, seller_id, name, prefix, hash)
    VALUES (${newId()}, ${sellerId}, 'environment', ${prefixOf(plaintext)}, ${hash})
    ON CONFLICT (hash) DO NOTHING`;
  const [row] = await sql<{ id: string; sellerId: string }[]>`
    SELECT id, seller_id AS "sellerId" FROM api_key WHERE hash = ${hash}`;
  if (row?.sellerId !== sellerId) throw new Error('The API key is in use by another seller');
  return row;
};
