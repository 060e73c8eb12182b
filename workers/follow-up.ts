import type { NewJob } from '../db/repositories/jobs/insert-jobs.ts';
import type { JobRefs } from '../db/schema/job.ts';
import { getContract, type JobName, type PayloadInput, type QueueName } from '../queues/registry.ts';
import type { Instant } from '../src/domain/calendar/instant.ts';
import { newId } from '../src/platform/ids.ts';

export interface FollowUp<Q extends QueueName, J extends JobName<Q>> {
  readonly sellerId: string;
  readonly payload: PayloadInput<Q, J>;
  readonly refs: JobRefs;
  /** Default: now. */
  readonly runAt?: Instant;
  /** At most one unfinished row of this key. Default: none. */
  readonly uniqueKey?: string;
}

/** Work that follows from a decision: a row for the transaction that decided, taken up once that is committed. */
export const followUp = <Q extends QueueName, J extends JobName<Q>>(
  queue: Q,
  name: J,
  { sellerId, payload, refs, runAt, uniqueKey }: FollowUp<Q, J>,
): NewJob => ({
  id: newId(),
  sellerId,
  queue,
  name,
  payload,
  payloadVersion: getContract(queue).payloadVersion,
  refs,
  priority: 0,
  runAt: runAt ?? null,
  carrier: null,
  uniqueKey: uniqueKey ?? null,
  subjectId: null,
  fromApi: false,
});
