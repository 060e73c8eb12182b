import type { JobState } from '../../../db/schema/job.ts';

/** Work that was answered 202 (or 200, finished), or a line of a batch that was answered with a job. */
export interface AcceptedWork {
  readonly sellerKey: string;
  readonly jobId: string;
  /** The request: its Idempotency-Key; a line: its order's number. */
  readonly name: string;
  readonly origin: 'request' | 'line';
  readonly expected: readonly JobState[];
}

/** A request that was answered 5xx or not at all, at least once. */
export interface TroubledRequest {
  readonly sellerKey: string;
  readonly idempotencyKey: string;
  /** Null: the caller went away without trying again. */
  jobId: string | null;
}

export interface NotedOrder {
  readonly sellerKey: string;
  readonly number: string;
}

export interface NotedScan {
  readonly sellerKey: string;
  readonly trackingNumber: string;
  readonly code: string;
  readonly occurredAt: string;
}

export interface NotedMessage {
  readonly messageId: string;
  readonly dueAt: string;
  /** Accepted before the deadline, or never sent; `unclear`: sent before it and accepted after. */
  readonly answer: 'in_time' | 'unclear' | 'none';
}

/** What the clients know: all that they were promised, and nothing of what happened inside. */
export interface Notebook {
  readonly works: ReadonlyMap<string, AcceptedWork>;
  readonly troubled: readonly TroubledRequest[];
  readonly orders: NotedOrder[];
  readonly scans: NotedScan[];
  readonly messages: NotedMessage[];
  /** Returns that were authorised by somebody who was told so. */
  readonly authorisedReturns: string[];
  /** Answers that cannot both be true. */
  readonly contradictions: string[];
  /** Requests that were neither answered nor broken off within the limit. */
  readonly hung: string[];
  /** Answers that no client should get. */
  readonly surprises: string[];
  readonly counts: { requests: number; troubles: number; abandoned: number };
  accept(work: AcceptedWork): void;
  trouble(request: TroubledRequest): void;
}

export const createNotebook = (): Notebook => {
  const works = new Map<string, AcceptedWork>();
  const jobOf = new Map<string, string>();
  const troubled: TroubledRequest[] = [];
  const contradictions: string[] = [];
  return {
    works,
    troubled,
    orders: [],
    scans: [],
    messages: [],
    authorisedReturns: [],
    contradictions,
    hung: [],
    surprises: [],
    counts: { requests: 0, troubles: 0, abandoned: 0 },
    accept: (work) => {
      const name = `${work.sellerKey} ${work.origin} ${work.name}`;
      const known = jobOf.get(name);
      if (known !== undefined && known !== work.jobId) {
        contradictions.push(
          `${work.origin} ${work.name} was answered with the jobs ${known} and ${work.jobId}`,
        );
      }
      jobOf.set(name, work.jobId);
      if (!works.has(work.jobId)) works.set(work.jobId, work);
    },
    trouble: (request) => void troubled.push(request),
  };
};
