import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy, systemPolicy } from '../roles.ts';

/**
 * The ledger: every piece of work. Legal states and moves:
 *
 *   waiting → queued → done | rejected | failed
 *   queued → waiting            handed back, "later", or dissolved from a bundle
 *   waiting | queued → cancelled
 *   failed → waiting            retried by a person
 *
 * `waiting` is not inside BullMQ; `queued` is inside BullMQ job `carrier`.
 */
export const jobStates = ['waiting', 'queued', 'done', 'rejected', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** References that an operator needs, free of personal data: they travel through BullMQ. */
export interface JobRefs {
  readonly channel?: string;
  readonly order?: string;
  readonly parcel?: string;
}

export interface JobError {
  readonly code: string;
  readonly detail: string;
}

export const job = pgTable(
  'job',
  {
    id: uuid('id').primaryKey(),
    // No foreign key: every insert would lock the one row of its seller.
    sellerId: sellerId(),
    queue: text('queue').notNull(),
    name: text('name').notNull(),
    // `json`, not `jsonb`: nobody looks inside, and it keeps the order of the fields for people.
    payload: json('payload').notNull(),
    payloadVersion: smallint('payload_version').notNull().default(1),
    refs: jsonb('refs').$type<JobRefs>().notNull().default({}),
    state: text('state').$type<JobState>().notNull().default('waiting'),
    /** 0 somebody waits for it, 1 bulk. */
    priority: smallint('priority').notNull().default(0),
    runAt: instant('run_at').notNull().default(sql`now()`),
    /** The BullMQ job that holds this row; a fresh one at each hand-over. */
    carrier: text('carrier'),
    handedAt: instant('handed_at'),
    attempts: integer('attempts').notNull().default(0),
    /** Travels alone: it, or a row it travelled with, broke a bundle. */
    solo: boolean('solo').notNull().default(false),
    /** At most one unfinished row per key. */
    uniqueKey: text('unique_key'),
    /** The order or conversation that it is work on: earlier work must end before a refusal of this one is final. */
    subjectId: uuid('subject_id'),
    /** Answered 202 to somebody, who may ask for its result as long as the API promised. */
    fromApi: boolean('from_api').notNull().default(false),
    result: json('result'),
    error: jsonb('error').$type<JobError>(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    // pick-due-jobs: what is due of one queue and priority, oldest first.
    index('job_due').on(t.queue, t.priority, t.runAt).where(sql`state = 'waiting'`),
    // find-stale-carriers: what was handed over long ago.
    index('job_handed').on(t.handedAt).where(sql`state = 'queued'`),
    // board lists and counts, retention: newest or oldest of one queue and state.
    index('job_by_state').on(t.queue, t.state, t.id),
    // cancel-jobs, and one unfinished row per key.
    uniqueIndex('job_unique_key').on(t.sellerId, t.uniqueKey).where(sql`state IN ('waiting', 'queued')`),
    // find-earlier-commands, find-pending-answers: unfinished work on one order or conversation.
    index('job_subject')
      .on(t.subjectId)
      .where(sql`subject_id IS NOT NULL AND state IN ('waiting', 'queued')`),
    check('job_state', sql`state IN ('waiting', 'queued', 'done', 'rejected', 'failed', 'cancelled')`),
    sellerPolicy('job'),
    systemPolicy('job'),
  ],
);
