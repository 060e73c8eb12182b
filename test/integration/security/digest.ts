import type postgres from 'postgres';

/** Everything that a seller has, in all tables, as one text: equal before and after what changed nothing. */
export const digestOf = async (admin: postgres.Sql, sellerId: string): Promise<string> => {
  const tables = await admin<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'seller_id' ORDER BY 1`;
  const digests: string[] = [];
  for (const { name } of tables) {
    const [row] = await admin<{ digest: string }[]>`
      SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest
      FROM ${admin(name)} AS t WHERE seller_id = ${sellerId}`;
    digests.push(`${name} ${row?.digest}`);
  }
  return digests.join('\n');
};
