import type { Instant } from '../../../src/domain/calendar/instant.ts';
import { arrayText, jsonArrayText } from '../../array-text.ts';
import type { Tx } from '../../client.ts';
import type { JobRefs } from '../../schema/job.ts';

export interface NewJob {
  readonly id: string;
  readonly sellerId: string;
  readonly queue: string;
  readonly name: string;
  readonly payload: unknown;
  readonly payloadVersion: number;
  readonly refs: JobRefs;
  readonly priority: number;
  /** Null: now, by the database's clock. */
  readonly runAt: Instant | null;
  /** Set: the row is born `queued`, inside this BullMQ job. Null: `waiting`. */
  readonly carrier: string | null;
  readonly uniqueKey: string | null;
  readonly subjectId: string | null;
  readonly fromApi: boolean;
}

/**
 * Inserts rows of the ledger, in one statement whatever their number. A row whose id or whose
 * unfinished unique key is there already is left out: it has been inserted before.
 */
export const insertJobs = async ({ sql }: Tx, jobs: readonly NewJob[]): Promise<void> => {
  if (jobs.length === 0) return;
  await sql`
    INSERT INTO job (id, seller_id, queue, name, payload, payload_version, refs, priority, run_at,
      carrier, state, handed_at, unique_key, subject_id, from_api)
    SELECT id, seller_id, queue, name, payload, payload_version, refs, priority, coalesce(run_at, now()),
      carrier, CASE WHEN carrier IS NULL THEN 'waiting' ELSE 'queued' END,
      CASE WHEN carrier IS NULL THEN NULL ELSE now() END, unique_key, subject_id, from_api
    FROM unnest(
      ${arrayText(jobs.map((job) => job.id))}::uuid[],
      ${arrayText(jobs.map((job) => job.sellerId))}::uuid[],
      ${arrayText(jobs.map((job) => job.queue))}::text[],
      ${arrayText(jobs.map((job) => job.name))}::text[],
      ${jsonArrayText(jobs.map((job) => job.payload))}::json[],
      ${arrayText(jobs.map((job) => job.payloadVersion))}::smallint[],
      ${jsonArrayText(jobs.map((job) => job.refs))}::jsonb[],
      ${arrayText(jobs.map((job) => job.priority))}::smallint[],
      ${arrayText(jobs.map((job) => job.runAt))}::timestamptz[],
      ${arrayText(jobs.map((job) => job.carrier))}::text[],
      ${arrayText(jobs.map((job) => job.uniqueKey))}::text[],
      ${arrayText(jobs.map((job) => job.subjectId))}::uuid[],
      ${arrayText(jobs.map((job) => job.fromApi))}::boolean[]
    ) AS new (id, seller_id, queue, name, payload, payload_version, refs, priority, run_at, carrier,
      unique_key, subject_id, from_api)
    ON CONFLICT DO NOTHING`;
};
