import type { JobRefs, JobState } from '../../db/schema/job.ts';
import type { JobName, PayloadInput, QueueName } from '../registry.ts';

/** A caller's Idempotency-Key; `scope` is method and path, `hash` that of the parsed body. */
export interface CallerKey {
  readonly scope: string;
  readonly key: string;
  readonly hash: string;
}

/** What the thing is called outside; `hash` that of its content. */
export interface NaturalKeyClaim {
  readonly kind: 'order' | 'shipment' | 'message';
  readonly key: string;
  readonly hash: string;
}

/** Work that somebody outside asks for, validated; what `Submission` types by queue and job. */
export interface AnySubmission {
  readonly sellerId: string;
  readonly queue: QueueName;
  readonly name: string;
  readonly payload: unknown;
  readonly refs: JobRefs;
  /** Bulk work waits behind what a person waits for. */
  readonly priority: 'interactive' | 'bulk';
  /** The order or conversation that it is work on: a refusal waits for what came before, a notice for all of it. */
  readonly subjectId?: string;
  readonly callerKey?: CallerKey;
  readonly naturalKey?: NaturalKeyClaim;
}

/** A submission whose payload is that of its queue and job. */
export interface Submission<Q extends QueueName, J extends JobName<Q>> extends AnySubmission {
  readonly queue: Q;
  readonly name: J;
  readonly payload: PayloadInput<Q, J>;
}

/** What became of a submission once its transaction was committed. */
export type Receipt =
  | { readonly kind: 'accepted'; readonly jobId: string; readonly state: JobState }
  /** The same key with the same content was here before: its job. */
  | { readonly kind: 'replayed'; readonly jobId: string }
  /** The caller's key came before with another body. */
  | { readonly kind: 'key_reused' }
  /** The thing exists with other content; `jobId` made it. */
  | { readonly kind: 'conflict'; readonly jobId: string };

export interface Intake {
  /**
   * Commits the work to the ledger, in one transaction with whatever else arrives meanwhile.
   * Throws the driver's connection error (`isConnectionError`) when PostgreSQL is away. Then nothing was
   * accepted, unless the answer of a COMMIT was lost twice: the same key again finds out.
   */
  submit<Q extends QueueName, J extends JobName<Q>>(submission: Submission<Q, J>): Promise<Receipt>;
  /** Resolves when nothing is in flight any more. */
  drain(): Promise<void>;
}
