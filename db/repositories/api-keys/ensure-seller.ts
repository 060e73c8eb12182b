import { newId } from '../../../src/platform/ids.ts';
import type { Sql } from '../../client.ts';

/** The seller that keys belong to when nobody says otherwise. */
export const defaultSellerName = 'default';

/** The id of the seller of this name, who is made if absent; two processes at once make one. */
export const ensureSeller = async (sql: Sql, name: string = defaultSellerName): Promise<string> => {
  await sql`INSERT INTO seller (id, name) VALUES (${newId()}, ${name}) ON CONFLICT (name) DO NOTHING`;
  const [row] = await sql<{ id: string }[]>`SELECT id FROM seller WHERE name = ${name}`;
  if (row === undefined) throw new Error(`The seller ${name} could not be made`);
  return row.id;
};
