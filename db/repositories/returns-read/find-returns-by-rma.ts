import { rmaKey } from '../../../src/domain/returns/rma.ts';
import type { Database } from '../../client.ts';
import { type FullReturn, findReturn } from './find-return.ts';

/** Sellers give their own numbers, and some of them the same ones. */
const mostSellers = 50;

/** The returns of all sellers with this number, whatever its case, oldest first: for operators. */
export const findReturnsByRma = async (database: Database, rma: string): Promise<readonly FullReturn[]> => {
  const named = await database.system<{ id: string; sellerId: string }[]>`
    SELECT id, seller_id AS "sellerId" FROM "return" WHERE rma_key = ${rmaKey(rma)}
    ORDER BY id LIMIT ${mostSellers}`;
  const found = await Promise.all(named.map(({ id, sellerId }) => findReturn(database, sellerId, id)));
  return found.filter((one) => one !== null);
};
