import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Sql } from '../../client.ts';

export interface ListedKey {
  readonly id: string;
  readonly sellerName: string;
  readonly name: string;
  /** First characters of the key. */
  readonly prefix: string;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
}

/** Every key, of one seller or of all, oldest first; revoked ones too. */
export const listApiKeys = async (sql: Sql, sellerName: string | null = null): Promise<ListedKey[]> =>
  sql<ListedKey[]>`
    SELECT api_key.id, seller.name AS "sellerName", api_key.name, prefix,
      api_key.created_at AS "createdAt", revoked_at AS "revokedAt"
    FROM api_key JOIN seller ON seller.id = api_key.seller_id
    WHERE seller.name = coalesce(${sellerName}, seller.name)
    ORDER BY api_key.id`;
