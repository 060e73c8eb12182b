import type { JobState } from '../../../db/schema/job.ts';
import type { Seller } from '../stage/open-stage.ts';
import { type Attempt, attemptAt, type HttpRequest, isVerdict, patienceMs, waitToRetry } from './http.ts';
import type { Notebook } from './notebook.ts';

/** A job as the API shows it. */
export interface Job {
  readonly jobId: string;
  readonly status: JobState;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string };
}

export interface Ask {
  readonly seller: Seller;
  readonly path: string;
  readonly body: unknown;
  readonly idempotencyKey: string;
  /** How the job may end. */
  readonly expected: readonly JobState[];
  /** Seconds to wait for the job; 0: not at all. */
  readonly waitSeconds: number;
  /** False: goes away at the first trouble, as callers do who were killed themselves. */
  readonly persistent: boolean;
}

/** The caller went away, or the server would not have the request: its story ends here. */
export class StoryEnded extends Error {}

export interface Client {
  /** Tries until it is accepted, always with the same key. @throws StoryEnded */
  ask(request: Ask): Promise<Job>;
  /** Tries until there is an answer. @throws StoryEnded when its patience is over. */
  send(request: HttpRequest): Promise<{ readonly status: number; readonly text: string }>;
  /** The server whose turn it is: one after the other, as behind a balancer that knows nothing of their health. */
  nextOrigin(): string;
}

const finished: readonly JobState[] = ['done', 'rejected', 'failed', 'cancelled'];
export const isFinished = ({ status }: Pick<Job, 'status'>): boolean => finished.includes(status);

export const jsonHeaders = ({ key }: Seller): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  'content-type': 'application/json',
});

export const createClient = (origins: readonly string[], notebook: Notebook): Client => {
  let turn = 0;
  const nextOrigin = (): string => {
    turn += 1;
    return origins[turn % origins.length] ?? '';
  };

  const attempt = async (request: HttpRequest): Promise<Attempt> => {
    notebook.counts.requests += 1;
    const made = await attemptAt(nextOrigin(), request);
    if (made.kind === 'hung') notebook.hung.push(`${request.method} ${request.path}`);
    return made;
  };

  const insist = async (
    request: HttpRequest,
    onTrouble: () => void,
  ): Promise<{ status: number; text: string }> => {
    const giveUpAtMs = Date.now() + patienceMs;
    for (let attempts = 0; ; attempts += 1) {
      const made = await attempt(request);
      if (made.kind === 'answer' && isVerdict(made)) return made;
      const isPatience = made.kind === 'answer' && made.status === 429;
      if (!isPatience) {
        notebook.counts.troubles += 1;
        onTrouble();
      }
      if (Date.now() > giveUpAtMs) {
        notebook.surprises.push(`${request.method} ${request.path} had no answer for minutes`);
        throw new StoryEnded();
      }
      await waitToRetry(made, attempts);
    }
  };

  return {
    nextOrigin,
    send: (request) => insist(request, () => {}),
    ask: async ({ seller, path, body, idempotencyKey, expected, waitSeconds, persistent }) => {
      const troubled = { sellerKey: seller.key, idempotencyKey, jobId: null as string | null };
      let isTroubled = false;
      const request: HttpRequest = {
        method: 'POST',
        path,
        headers: {
          ...jsonHeaders(seller),
          'idempotency-key': idempotencyKey,
          ...(waitSeconds > 0 ? { prefer: `wait=${waitSeconds}` } : {}),
        },
        body: JSON.stringify(body),
      };
      const { status, text } = await insist(request, () => {
        if (!isTroubled) notebook.trouble(troubled);
        isTroubled = true;
        if (persistent) return;
        notebook.counts.abandoned += 1;
        throw new StoryEnded();
      });
      if (status !== 200 && status !== 202) {
        notebook.surprises.push(
          `POST ${path} (${idempotencyKey}) was answered ${status}: ${text.slice(0, 300)}`,
        );
        throw new StoryEnded();
      }
      const job = JSON.parse(text) as Job;
      troubled.jobId = job.jobId;
      notebook.accept({
        sellerKey: seller.key,
        jobId: job.jobId,
        name: idempotencyKey,
        origin: 'request',
        expected,
      });
      return job;
    },
  };
};
