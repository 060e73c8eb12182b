import type { Intake, Receipt } from '../../../queues/intake/submission.ts';
import { orderDraft } from '../../../queues/schemas/order.schema.ts';
import type { Logger } from '../../platform/logger.ts';
import { conflictOf } from '../accept/accept-work.ts';
import { hashContent } from '../accept/idempotency-key.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { invalidRequest, Problem, problemOf } from '../http/problem.ts';
import { checkOrder } from '../orders/check-order.ts';
import { placeOrder } from '../orders/place-order.ts';
import type { BatchEntry, LineError } from './entry.ts';

/** What became of an entry. */
export type EntryResult =
  | { readonly jobId: string; readonly replayed?: true }
  | { readonly error: LineError };

export interface AcceptPorts {
  readonly intake: Intake;
  readonly logger: Logger;
  readonly sellerId: string;
}

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

const accept = async ({ intake, sellerId }: AcceptPorts, value: unknown): Promise<EntryResult> => {
  const parsed = orderDraft.safeParse(value);
  if (!parsed.success) throw invalidRequest(fieldErrors(parsed.error, value));
  const errors = checkOrder(parsed.data);
  if (errors.length > 0) throw invalidRequest(errors);
  const hash = hashContent(parsed.data);
  return resultOf(await intake.submit(placeOrder(sellerId, parsed.data, { hash, priority: 'bulk' })));
};

/** Submits an entry; never throws: whatever happens to it is its own result. */
export const acceptEntry = async (ports: AcceptPorts, { content }: BatchEntry): Promise<EntryResult> => {
  if (!content.ok) return { error: content.error };
  try {
    return await accept(ports, content.value);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) ports.logger.error({ err: error }, 'A line of a batch failed');
    return { error: errorOf(problem ?? new Problem('internal_error')) };
  }
};
