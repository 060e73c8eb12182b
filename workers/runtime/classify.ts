import { isInfrastructureError } from '../../db/errors.ts';
import type { JobError } from '../../db/schema/job.ts';
import { harmlessMessage } from '../../src/platform/logged-error.ts';
import { PermanentError } from '../handler.ts';

export type Failure =
  /** PostgreSQL away, a deadlock, a lock not had in time: tried again, no attempt used. */
  | { readonly kind: 'infrastructure' }
  | { readonly kind: 'permanent'; readonly error: JobError }
  | { readonly kind: 'transient'; readonly error: JobError };

const detailOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'Something was thrown that is no error';
  return harmlessMessage(error).slice(0, 1_000);
};

/** What a thrown error means for the job. The message is kept for the operator, cut to what a page can show. */
export const classify = (error: unknown): Failure => {
  if (isInfrastructureError(error)) return { kind: 'infrastructure' };
  const detail = detailOf(error);
  if (error instanceof PermanentError) return { kind: 'permanent', error: { code: error.code, detail } };
  return { kind: 'transient', error: { code: 'handler_failed', detail } };
};
