import type { Intake, Receipt } from '../../../queues/intake/submission.ts';
import type { JobWaiter } from '../../api/accept/job-waiter.ts';

/** Of the keys that links act under; the worker gives a key back when it refuses what was asked. */
export const linkScope = 'link';

export type ActOutcome =
  | { readonly kind: 'done' }
  /** A business rule says no, and the link may be used again. */
  | { readonly kind: 'rejected'; readonly code: string; readonly detail: string }
  /** Committed, and not finished yet. */
  | { readonly kind: 'pending' }
  /** Attempts are used up; an operator can have it tried again. */
  | { readonly kind: 'failed' }
  /** The link has done something else already. */
  | { readonly kind: 'used_before' };

export interface Submitting {
  readonly intake: Intake;
  readonly waiter: JobWaiter;
  readonly waitMs: number;
}

interface Submitted {
  readonly sellerId: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
}

/**
 * Waits for the job of a link. The intake's keys are what makes a link act once: of two hundred equal clicks one
 * made the job, the others wait for it; another form under the same key is told so.
 */
export const awaitAct = async (
  receipt: Receipt,
  { sellerId, gone }: Submitted,
  { waiter, waitMs }: Submitting,
): Promise<ActOutcome> => {
  if (receipt.kind === 'key_reused' || receipt.kind === 'conflict') return { kind: 'used_before' };
  const job = await waiter.wait({ sellerId, jobId: receipt.jobId }, waitMs, gone);
  switch (job?.state) {
    case 'done':
      return { kind: 'done' };
    case 'rejected':
      return { kind: 'rejected', ...(job.error ?? { code: 'refused', detail: '' }) };
    case 'failed':
    case 'cancelled':
      return { kind: 'failed' };
    default:
      return { kind: 'pending' };
  }
};
