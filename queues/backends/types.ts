import type { BackoffStrategy, JobState, Processor, Queue, RateLimiterOptions, Worker } from 'bullmq';

export interface WorkerSettings {
  /** Jobs at work at once in this process. */
  readonly concurrency: number;
  /** Milliseconds before the next attempt of a job added with `backoff: { type: 'custom' }`. */
  readonly backoffStrategy?: BackoffStrategy;
  readonly limiter?: RateLimiterOptions;
  /** False: the caller starts it with run(). */
  readonly autorun?: boolean;
}

/** `unknown`: not there, because it was never added or has been removed since. */
export type CarrierState = JobState | 'unknown';

/** BullMQ on the one or the other store. One per process; whoever makes it closes it. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** A producer: its calls fail within about two seconds when the store is away, and work again after. */
  newQueue(name: string): Queue;
  /** A consumer: it outlives outages of the store and then goes on by itself. */
  newWorker(name: string, processor: Processor, settings: WorkerSettings): Worker;
  /** The states of many jobs of one queue in one round trip. Throws when the store does not answer. */
  findStates(queue: string, ids: readonly string[]): Promise<Map<string, CarrierState>>;
  /** Brings BullMQ's own tables up to date (PostgreSQL); safe in several processes at once. */
  migrate(): Promise<void>;
  /** @throws if the store does not answer within a second. */
  ping(): Promise<void>;
  /** What an operator should mend in the store's configuration, in words; empty if nothing. */
  findProblems(): Promise<string[]>;
  /** Closes every queue and worker made here, waiting for jobs at work, then the connections. */
  close(): Promise<void>;
}

export type ReportError = (error: Error, source: string) => void;

/**
 * A job whose worker was killed is given to another one after lockDuration plus up to two rounds of the
 * stalled check. BullMQ's defaults (30 s each) take 58 s; these 5 to 7.5 s on both backends. The
 * price: a worker that blocks its event loop for 5 s loses its job to another one, which the ledger makes
 * harmless. A job is given up after 10 such losses; the sweeper counts one more attempt then.
 */
export const recovery = { lockDuration: 5_000, stalledInterval: 2_500, maxStalledCount: 10 };

/** After an error of the store; BullMQ waits 15 s, in which time an operator has long looked. */
export const runRetryDelay = 1_000;

/** Nobody reads the event streams but Bull Board's live view; BullMQ keeps 10,000 per queue. */
export const keptEvents = 1_000;

export const PING_LIMIT_MS = 1_000;
