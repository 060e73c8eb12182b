import type { Sql } from '../../client.ts';

/** Sellers for whom none of these jobs is on its way: a first one has to be made. */
export const listUnsweptSellers = async (sql: Sql, uniqueKeys: readonly string[]): Promise<string[]> => {
  const rows = await sql<{ id: string }[]>`
    SELECT id FROM seller WHERE NOT EXISTS (
      SELECT 1 FROM job
      WHERE job.seller_id = seller.id AND job.unique_key = ANY (${uniqueKeys as string[]}::text[])
        AND job.state IN ('waiting', 'queued'))`;
  return rows.map(({ id }) => id);
};
