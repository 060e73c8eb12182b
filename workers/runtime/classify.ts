import { isInfrastructureError } from '../../db/errors.ts';
import type { JobError } from '../../db/schema/job.ts';
import { PermanentError } from '../handler.ts';

export type Failure =
  /** PostgreSQL away, a deadlock, a lock not had in time: tried again, no attempt used. */
  | { readonly kind: 'infrastructure' }
  | { readonly kind: 'permanent'; readonly error: JobError }
  | { readonly kind: 'transient'; readonly error: JobError };

/** What a thrown error means for the job. The message is kept for the operator, cut to what a page can show. */
export const classify = (error: unknown): Failure => {
  if (isInfrastructureError(error)) return { kind: 'infrastructure' };
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 1_000);
  if (error instanceof PermanentError) return { kind: 'permanent', error: { code: error.code, detail } };
  return { kind: 'transient', error: { code: 'handler_failed', detail } };
};
