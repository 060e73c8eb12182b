import type { Tx } from '../../client.ts';

/**
 * Takes the words out of at most `most` messages of locked conversations; times and clocks stay. `email`: only
 * what that address has written. Gives the ids of those that held any.
 */
export const eraseMessages = async (
  { sql }: Tx,
  threadIds: readonly string[],
  { email = null, most }: { readonly email?: string | null; readonly most: number },
): Promise<string[]> => {
  if (threadIds.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    UPDATE message SET subject = NULL, body = '', buyer_email = NULL, external_id = NULL
    WHERE id = ANY (ARRAY (
      SELECT id FROM message
      WHERE thread_id = ANY (${threadIds as string[]}::uuid[])
        AND (body <> '' OR subject IS NOT NULL OR buyer_email IS NOT NULL OR external_id IS NOT NULL)
        AND (${email}::text IS NULL OR lower(buyer_email) = lower(${email}::text))
      ORDER BY id LIMIT ${most}))
    RETURNING id`;
  return rows.map(({ id }) => id);
};
