import type { Tx } from '../../client.ts';

/**
 * Of these jobs, those whose subject has an unfinished job that was accepted before them: a refusal of
 * such a job is not final yet, because what came earlier may still make it right.
 */
export const findJobsWithEarlierCommands = async (
  { sql }: Tx,
  ids: readonly string[],
): Promise<Set<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await sql<{ id: string }[]>`
    SELECT later.id FROM job AS later
    WHERE later.id = ANY (${ids as string[]}::uuid[]) AND EXISTS (
      SELECT 1 FROM job AS earlier
      WHERE earlier.subject_id = later.subject_id AND earlier.id < later.id
        AND earlier.state IN ('waiting', 'queued')
        AND NOT earlier.id = ANY (${ids as string[]}::uuid[]))`;
  return new Set(rows.map((row) => row.id));
};
