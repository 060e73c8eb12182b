import type { Tx } from '../../client.ts';

/**
 * Of these conversations and orders, those with an answer that was accepted and is not recorded yet. Whoever would
 * tell that nobody has answered waits for it: what was answered 202 is known, however far the workers are.
 * `answeringJobs` are the jobs that may answer, by queue.
 */
export const findPendingAnswers = async (
  { sql }: Tx,
  subjectIds: readonly string[],
  answeringJobs: Readonly<Record<string, readonly string[]>>,
): Promise<Set<string>> => {
  if (subjectIds.length === 0) return new Set();
  const names = Object.entries(answeringJobs).flatMap(([queue, jobs]) =>
    jobs.map((name) => `${queue} ${name}`),
  );
  const rows = await sql<{ id: string }[]>`
    SELECT DISTINCT subject_id AS id FROM job
    WHERE subject_id = ANY (${subjectIds as string[]}::uuid[]) AND state IN ('waiting', 'queued')
      AND queue || ' ' || name = ANY (${names}::text[])
      -- What another buyer's message says answers nothing.
      AND coalesce(payload #>> '{message,direction}', 'outbound') = 'outbound'`;
  return new Set(rows.map(({ id }) => id));
};
