import type { Instant } from '../../../src/domain/calendar/instant.ts';
import { arrayText, jsonArrayText } from '../../array-text.ts';
import type { Tx } from '../../client.ts';
import type { JobError } from '../../schema/job.ts';

/** How a claimed row leaves a handler's transaction. */
export interface Finish {
  readonly id: string;
  readonly state: 'done' | 'rejected' | 'failed' | 'waiting';
  readonly result?: unknown;
  readonly error?: JobError;
  /** With `waiting`: when to run again. */
  readonly runAt?: Instant;
  /** With `waiting`: travel alone next time. */
  readonly solo?: boolean;
  /** Attempts used by this run. */
  readonly usedAttempts?: number;
}

/** The last statement of a handler's transaction: one UPDATE for all rows that it claimed. */
export const finishJobs = async ({ sql }: Tx, finishes: readonly Finish[]): Promise<void> => {
  if (finishes.length === 0) return;
  await sql`
    UPDATE job SET
      state = new.state,
      result = new.result,
      error = new.error,
      -- What came from outside may hold people's words, and is never run again: they stay no longer than needed.
      payload = CASE WHEN job.from_api AND new.state IN ('done', 'rejected') THEN '{}' ELSE job.payload END,
      run_at = coalesce(new.run_at, job.run_at),
      solo = job.solo OR new.solo,
      attempts = job.attempts + new.used_attempts,
      carrier = CASE WHEN new.state = 'waiting' THEN NULL ELSE job.carrier END,
      handed_at = CASE WHEN new.state = 'waiting' THEN NULL ELSE job.handed_at END,
      finished_at = CASE WHEN new.state = 'waiting' THEN NULL ELSE now() END
    FROM unnest(
      ${arrayText(finishes.map((finish) => finish.id))}::uuid[],
      ${arrayText(finishes.map((finish) => finish.state))}::text[],
      ${jsonArrayText(finishes.map((finish) => finish.result))}::json[],
      ${jsonArrayText(finishes.map((finish) => finish.error))}::jsonb[],
      ${arrayText(finishes.map((finish) => finish.runAt ?? null))}::timestamptz[],
      ${arrayText(finishes.map((finish) => finish.solo ?? false))}::boolean[],
      ${arrayText(finishes.map((finish) => finish.usedAttempts ?? 0))}::integer[]
    ) AS new (id, state, result, error, run_at, solo, used_attempts)
    WHERE job.id = new.id`;
};
