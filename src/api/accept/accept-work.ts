import type { Request, Response } from 'express';
import type { Sql } from '../../../db/client.ts';
import { findJobs } from '../../../db/repositories/jobs/find-jobs.ts';
import type { JobState } from '../../../db/schema/job.ts';
import type { Intake, Receipt, Submission } from '../../../queues/intake/submission.ts';
import type { JobName, QueueName } from '../../../queues/registry.ts';
import { goneSignal } from '../http/gone-signal.ts';
import { Problem } from '../http/problem.ts';
import type { Answer } from '../http/respond.ts';
import { showJob } from '../jobs/job-view.ts';
import { callerKeyOf } from './idempotency-key.ts';
import type { JobWaiter } from './job-waiter.ts';
import { waitSecondsOf } from './prefer.ts';

export interface WorkPorts {
  readonly intake: Intake;
  readonly system: Sql;
  readonly waiter: JobWaiter;
  readonly publicUrl: string;
}

export interface WorkRequest {
  readonly request: Request;
  readonly response: Response;
  /** Of the parsed body, see `hashContent`. */
  readonly hash: () => string;
}

/** The job of a receipt. @throws Problem for a receipt without one. */
const jobOf = (
  receipt: Receipt,
  naturalKind: string | undefined,
): { jobId: string; state: JobState | null } => {
  switch (receipt.kind) {
    case 'accepted':
      return { jobId: receipt.jobId, state: receipt.state };
    case 'replayed':
      return { jobId: receipt.jobId, state: null };
    case 'key_reused':
      throw new Problem('idempotency_key_reused');
    case 'conflict':
      throw conflictOf(naturalKind, receipt.jobId);
  }
};

export const conflictOf = (kind: string | undefined, jobId: string): Problem => {
  const extensions = { jobId };
  if (kind === 'shipment') return new Problem('shipment_conflict', { extensions });
  if (kind === 'message') return new Problem('message_conflict', { extensions });
  return new Problem('order_conflict', { extensions });
};

/** The state of a job that somebody else made; its row may be gone, long after it was done. */
const stateOf = async (sql: Sql, sellerId: string, jobId: string): Promise<JobState> => {
  const [job] = await findJobs(sql, [sellerId], [jobId]);
  return job?.state ?? 'done';
};

/**
 * Commits work and answers 202, or 200 with the finished job if the caller prefers to wait and it ends
 * in time. Headers are checked before anything is committed.
 */
export const acceptWork = async <Q extends QueueName, J extends JobName<Q>>(
  { intake, system, waiter, publicUrl }: WorkPorts,
  { request, response, hash }: WorkRequest,
  submission: Submission<Q, J>,
): Promise<Answer> => {
  const waitSeconds = waitSecondsOf(request.headers.prefer);
  const callerKey = callerKeyOf(request, hash);
  const receipt = await intake.submit<Q, J>(
    callerKey === undefined ? submission : { ...submission, callerKey },
  );
  const { jobId, state } = jobOf(receipt, submission.naturalKey?.kind);
  const location = `/v1/jobs/${jobId}`;
  const headers = {
    location,
    ...(state === null ? { 'idempotent-replayed': 'true' } : {}),
    ...(waitSeconds === null ? {} : { 'preference-applied': `wait=${waitSeconds}` }),
  };
  if (waitSeconds !== null && waitSeconds > 0) {
    const { sellerId } = submission;
    const job = await waiter.wait({ sellerId, jobId }, waitSeconds * 1_000, goneSignal(response));
    if (job !== null) return { status: 200, body: showJob(job), headers };
  }
  const status = state ?? (await stateOf(system, submission.sellerId, jobId));
  return { status: 202, body: { jobId, status, links: { self: `${publicUrl}${location}` } }, headers };
};
