import { once } from 'node:events';
import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { z } from 'zod';
import type { LineError } from './error-file.ts';
import type { Target } from './find-target.ts';

/** Neither side says anything for this long: whoever is there is stuck. */
const silenceMs = 60_000;

const answer = z.object({
  line: z.int(),
  jobId: z.string().optional(),
  replayed: z.boolean().optional(),
  error: z.object({ code: z.string(), detail: z.string(), errors: z.unknown().optional() }).optional(),
});
export type Answer = z.infer<typeof answer>;

/** The server is away or not well: the same request may succeed later. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  /** As the server asks; 0: it does not say. */
  readonly retryAfterMs: number;
  constructor(message: string, retryAfterMs = 0) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The server does not want this at all, now or later. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Errors of a line that are none of its own. */
const ofTheServer: ReadonlySet<LineError['code']> = new Set(['database_unavailable', 'server_stopping']);
const laterStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

const hints: Readonly<Record<number, string>> = {
  401: 'The API key is not accepted. Give another one with --key or API_KEY; `navette keys create` makes one.',
  404: 'There is no Navette at this address. Check --url or PUBLIC_URL.',
  405: 'There is no Navette at this address. Check --url or PUBLIC_URL.',
};

const explain = (status: number, body: string): string => {
  const hint = hints[status];
  if (hint !== undefined) return hint;
  try {
    const { detail, errors } = JSON.parse(body) as { detail?: unknown; errors?: { message?: unknown }[] };
    const [first] = errors ?? [];
    return `${String(detail)}${first?.message === undefined ? '' : `: ${String(first.message)}`}`;
  } catch {
    return `It answered ${status}`;
  }
};

const readAll = async (response: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text = `${text}${String(chunk)}`.slice(0, 20_000);
  return text;
};

/** @throws Refused: asking again would bring the same. A line that is cut off never gets here. */
const parseAnswer = (line: string): Answer => {
  try {
    return answer.parse(JSON.parse(line));
  } catch {
    throw new Refused('What answers at this address is no Navette, or one of another version.');
  }
};

/** Not node:readline, which does not tell of a connection that breaks off. */
async function* readLines(response: IncomingMessage): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

const checkStatus = async (response: IncomingMessage): Promise<void> => {
  const { statusCode: status = 0 } = response;
  if (status === 200) return;
  const text = explain(status, await readAll(response));
  if (!laterStatuses.has(status)) throw new Refused(text);
  throw new Interrupted(text, Number(response.headers['retry-after'] ?? 0) * 1_000 || 0);
};

export interface Sending {
  readonly target: Target;
  readonly contentType: string;
  /** The body, made as fast as the server takes it. */
  readonly body: AsyncIterable<Buffer>;
  /** Every answer, in the order of lines. */
  readonly onAnswer: (answer: Answer) => void;
  readonly signal: AbortSignal;
}

const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };

/** Resolves when there is room to write, or nobody to write to. */
const drained = (request: ClientRequest): Promise<void> =>
  new Promise((resolve) => {
    const settle = (): void => {
      request.off('drain', settle);
      request.off('close', settle);
      resolve();
    };
    request.on('drain', settle);
    request.on('close', settle);
    if (request.destroyed) settle();
  });

/** Lets the process end. */
export const closeConnections = (): void => {
  for (const agent of Object.values(agents)) agent.destroy();
};

/**
 * Sends one batch and reads its answers at the same time, which `fetch` cannot. Resolves when the server has
 * answered to the end.
 *
 * @throws Interrupted, Refused, or what the body throws.
 */
export const sendRequest = async ({
  target,
  contentType,
  body,
  onAnswer,
  signal,
}: Sending): Promise<void> => {
  const url = new URL(`${target.url}/v1/orders/batch`);
  const secure = url.protocol === 'https:';
  const request = (secure ? requestHttps : requestHttp)(url, {
    method: 'POST',
    agent: agents[secure ? 'https:' : 'http:'],
    headers: { authorization: `Bearer ${target.key}`, 'content-type': contentType },
    timeout: silenceMs,
  });
  // Not the option `signal`: an abort that meets a connection just breaking off throws past every listener.
  const abort = (): void => void request.destroy();
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  request.on('timeout', () => request.destroy(new Error(`nothing came for ${silenceMs / 1_000} s`)));
  const responded = once(request, 'response') as Promise<[IncomingMessage]>;
  responded.catch(() => {});
  // The connection's own failures are heard of where the answers are read.
  request.on('error', () => {});
  let bodyFailed: { readonly error: unknown } | null = null;

  const write = async (): Promise<void> => {
    try {
      for await (const bytes of body) {
        if (request.destroyed || request.writableEnded) return;
        if (!request.write(bytes)) await drained(request);
      }
      request.end();
    } catch (error) {
      bodyFailed = { error };
      request.destroy();
    }
  };

  const writing = write();
  try {
    const [response] = await responded;
    await checkStatus(response);
    for await (const line of readLines(response)) {
      const { error, ...rest } = parseAnswer(line);
      if (error !== undefined && ofTheServer.has(error.code)) throw new Interrupted(error.detail);
      onAnswer(error === undefined ? rest : { ...rest, error });
    }
    if (!response.complete) throw new Interrupted('The connection was lost');
  } catch (error) {
    request.destroy();
    if (bodyFailed !== null) throw (bodyFailed as { readonly error: unknown }).error;
    if (error instanceof Refused || error instanceof Interrupted) throw error;
    throw new Interrupted(error instanceof Error ? error.message || error.name : 'The connection was lost');
  } finally {
    signal.removeEventListener('abort', abort);
    await writing;
  }
};
