import type { Database, Tx } from '../db/client.ts';
import type { JobRefs } from '../db/schema/job.ts';
import type { JobName, Payload, QueueName } from '../queues/registry.ts';
import type { Instant } from '../src/domain/calendar/instant.ts';
import type { Refusal } from '../src/domain/outcome.ts';
import type { Logger } from '../src/platform/logger.ts';

/** A claimed row with its payload parsed; `name` tells which payload it is. */
export type ParsedJob<Q extends QueueName> = {
  [J in JobName<Q>]: {
    readonly id: string;
    readonly sellerId: string;
    readonly name: J;
    readonly payload: Payload<Q, J>;
    readonly refs: JobRefs;
    readonly runAt: Instant;
    /** When it was accepted. */
    readonly createdAt: Instant;
    /** Failed runs before this one. */
    readonly attempts: number;
  };
}[JobName<Q>];

/** How a job ends, or does not yet. Anything thrown is a failure instead, retried with back-off. */
export type Verdict =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'rejected'; readonly refusal: Refusal }
  /** Runs again at that time and uses no attempt. */
  | { readonly kind: 'later'; readonly runAt: Instant };

export const done = (result: unknown = null): Verdict => ({ kind: 'done', result });
export const rejected = (refusal: Refusal): Verdict => ({ kind: 'rejected', refusal });
export const later = (runAt: Instant): Verdict => ({ kind: 'later', runAt });

/** A failure that no retry mends: the job fails at once. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface HandlerContext {
  /** The database's time at the start of this transaction. */
  readonly now: Instant;
  readonly logger: Logger;
}

/**
 * Decides over a list of jobs inside one transaction: one load, pure decisions, one write. The runtime
 * opens the transaction, claims the rows, and completes them with the verdicts as its last statement.
 */
export interface DecidingHandler<Q extends QueueName, State> {
  readonly kind: 'decides';
  /** Reads all that the decisions need; locks orders first, in the order of their ids. */
  load(tx: Tx, jobs: readonly ParsedJob<Q>[], context: HandlerContext): Promise<State>;
  /**
   * Pure but for folding its own outcome into `state`, as its last act: when it throws, the state is
   * as before, and only this job pays.
   */
  decide(state: State, job: ParsedJob<Q>, context: HandlerContext): Verdict;
  /** Writes everything that the decisions changed, with set-based statements. */
  save(tx: Tx, state: State, context: HandlerContext): Promise<void>;
  /** Called with the jobs whose rejection is final, in the same transaction. */
  afterRejection?(tx: Tx, jobs: readonly ParsedJob<Q>[]): Promise<void>;
}

/** What a calling handler is given to keep its own transactions. */
export interface CallContext extends HandlerContext {
  readonly database: Database;
  /** Claims the row inside `tx`; false: it has ended otherwise, do nothing. */
  claim(tx: Tx): Promise<boolean>;
  /** Completes the row inside `tx`, as its last statement. */
  finish(tx: Tx, verdict: Verdict): Promise<void>;
}

/**
 * Calls somebody outside, one job at a time: intent → commit → call → outcome and completion → commit.
 * No transaction is open while it calls.
 */
export interface CallingHandler<Q extends QueueName> {
  readonly kind: 'calls';
  run(job: ParsedJob<Q>, context: CallContext): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: a handler's state is its own; the runtime only passes it on.
export type Handler<Q extends QueueName> = DecidingHandler<Q, any> | CallingHandler<Q>;
