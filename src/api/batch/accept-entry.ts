import type { Receipt } from '../../../queues/intake/submission.ts';
import type { Logger } from '../../platform/logger.ts';
import { conflictOf } from '../accept/accept-work.ts';
import { Problem, problemOf } from '../http/problem.ts';
import type { BatchEntry, LineError } from './entry.ts';

/** What became of an entry. */
export type EntryResult =
  | { readonly jobId: string; readonly replayed?: true }
  | { readonly error: LineError };

/**
 * Commits what the value of an entry asks for; `line` is its first one. Called in the order of the file: what it does
 * before it waits for anything happens in that order.
 * @throws Problem.
 */
export type Accept = (value: unknown, line: number) => Promise<Receipt>;

const errorOf = ({ kind, message, details }: Problem): LineError => {
  const { errors, extensions } = details;
  const jobId = extensions?.jobId;
  return {
    code: kind,
    detail: message,
    ...(errors === undefined ? {} : { errors }),
    ...(typeof jobId === 'string' ? { jobId } : {}),
  };
};

const resultOf = (receipt: Receipt): EntryResult => {
  switch (receipt.kind) {
    case 'accepted':
      return { jobId: receipt.jobId };
    case 'replayed':
      return { jobId: receipt.jobId, replayed: true };
    case 'conflict':
      throw conflictOf('order', receipt.jobId);
    case 'key_reused':
      throw new Problem('idempotency_key_reused');
  }
};

/** Submits an entry; never throws: whatever happens to it is its own result. */
export const acceptEntry = async (
  { accept, logger }: { readonly accept: Accept; readonly logger: Logger },
  { lines, content }: BatchEntry,
): Promise<EntryResult> => {
  if (!content.ok) return { error: content.error };
  try {
    return resultOf(await accept(content.value, lines[0] ?? 0));
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) logger.error({ err: error }, 'A line of a batch failed');
    return { error: errorOf(problem ?? new Problem('internal_error')) };
  }
};
