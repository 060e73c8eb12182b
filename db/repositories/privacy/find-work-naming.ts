import type { Tx } from '../../client.ts';

/** Whether work that was accepted before this job, and is not done yet, names an address. */
export const isNamedInWork = async (
  { sql }: Tx,
  { email, before }: { readonly email: string; readonly before: string },
): Promise<boolean> => {
  const [row] = await sql<{ named: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM job
      WHERE queue IN ('orders', 'messages', 'returns') AND state IN ('waiting', 'queued') AND id < ${before}
        AND position(lower(${email}) IN lower(payload::text)) > 0) AS named`;
  return row?.named ?? false;
};

export interface EndedJobs {
  /** Named anywhere in their payloads; null: not asked for. */
  readonly email?: string | null;
  /** Of orders and conversations. */
  readonly ids: readonly string[];
  readonly queues: readonly string[];
}

/**
 * Empties work that failed, or was called off by a person, and names an address or one of these orders and
 * conversations: nobody can retry it any more. What is done holds nothing. Gives how many.
 */
export const emptyEndedJobs = async (
  { sql }: Tx,
  { email = null, ids, queues }: EndedJobs,
): Promise<number> => {
  const rows = await sql`
    UPDATE job SET state = 'cancelled', payload = '{}', error = NULL, finished_at = now()
    WHERE id = ANY (ARRAY (
      SELECT id FROM job
      WHERE queue = ANY (${queues as string[]}::text[]) AND state IN ('failed', 'cancelled') AND payload::text <> '{}' AND (
        (${email}::text IS NOT NULL AND position(lower(${email}::text) IN lower(payload::text)) > 0)
        OR payload ->> 'orderId' = ANY (${ids as string[]}::text[])
        OR payload ->> 'threadId' = ANY (${ids as string[]}::text[]))
      FOR UPDATE SKIP LOCKED))`;
  return rows.count;
};
