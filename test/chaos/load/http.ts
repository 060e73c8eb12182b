import { setTimeout as pause } from 'node:timers/promises';

/** What came of one attempt. `broken`: the connection; `hung`: nothing came within the limit. */
export type Attempt = Answer | { readonly kind: 'broken' } | { readonly kind: 'hung' };

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly text: string;
  readonly retryAfterMs: number;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Above every limit of a healthy answer: connecting to PostgreSQL twice, a lock, and a request that waits. */
export const hungAfterMs = 40_000;

export const attemptAt = async (origin: string, request: HttpRequest): Promise<Attempt> => {
  const { method, path, headers, body } = request;
  const limit = AbortSignal.timeout(hungAfterMs);
  try {
    const response = await fetch(origin + path, {
      method,
      headers,
      signal: limit,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const retryAfterMs = Number(response.headers.get('retry-after') ?? 0) * 1_000;
    return { kind: 'answer', status: response.status, text, retryAfterMs };
  } catch {
    return limit.aborted ? { kind: 'hung' } : { kind: 'broken' };
  }
};

/** Nobody waits longer for a server that does not come back, or for a mail or a job: far above any recovery. */
export const patienceMs = 300_000;

/** Whether the server has said something about the request itself. */
export const isVerdict = ({ status }: Answer): boolean => status < 500 && status !== 429;

/** The pause before the next attempt: a client with manners. */
export const waitToRetry = async (attempt: Attempt, attempts: number): Promise<void> => {
  const asked = attempt.kind === 'answer' ? attempt.retryAfterMs : 0;
  await pause(Math.min(1_000, Math.max(asked, 50 * 2 ** Math.min(attempts, 5))));
};
