import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type Stripe from 'stripe';

/** Why there is no answer. `unreachable`: nothing was sent; of the others nobody knows what they did. */
export type NoAnswerCode = 'unreachable' | 'timeout' | 'connection_lost';

export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  // Never ECONNRESET nor EPIPE: the library would repeat the call by itself, unasked and past the time limit.
  readonly code: NoAnswerCode;
  constructor(code: NoAnswerCode, cause: unknown) {
    super(`No answer: ${code}`, { cause });
    this.code = code;
  }
}

/**
 * Carries the calls of Stripe's library, instead of its own client. It knows whether a call was sent at all, ends after
 * the time limit however slowly an answer trickles in, and never repeats a call. Each call has a connection of its
 * own: one that was kept open may be closed at the other end just when the next call goes out, which then has no
 * answer.
 */
export const createStripeHttp = (): HttpClient => ({
  getClientName: () => 'node',
  makeRequest: async (host, port, path, method, headers, requestData, protocol, timeout) =>
    toResponse(
      await send({ host, port, path, method, headers, body: requestData, protocol, timeoutMs: timeout }),
    ),
});

type HttpClient = NonNullable<NonNullable<ConstructorParameters<typeof Stripe>[1]>['httpClient']>;

interface Call {
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Parameters<HttpClient['makeRequest']>[4];
  readonly body: string;
  readonly protocol: string;
  readonly timeoutMs: number;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const send = ({ body, protocol, timeoutMs, ...options }: Call): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const isSecure = protocol === 'https';
    let isConnected = false;
    const fail = (cause: unknown): void => {
      const code = signal.aborted ? 'timeout' : 'connection_lost';
      reject(new NoAnswerError(isConnected ? code : 'unreachable', cause));
    };
    const call = (isSecure ? httpsRequest : httpRequest)({ ...options, agent: false, signal });
    // Nothing goes out before: neither over a connection that is not there, nor to a server that is not the right one.
    call.on('socket', (socket) =>
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        isConnected = true;
      }),
    );
    call.on('error', fail);
    call.on('response', (response) => readAnswer(response).then(resolve, fail));
    call.end(body);
  });

const readAnswer = async (response: IncomingMessage): Promise<Answer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return { status: response.statusCode ?? 0, headers: response.headers, text };
};

const toResponse = ({ status, headers, text }: Answer): Awaited<ReturnType<HttpClient['makeRequest']>> => ({
  getStatusCode: () => status,
  getHeaders: () => headers as Record<string, string>,
  getRawResponse: () => ({}),
  toStream: () => {
    throw new Error('Nothing is streamed');
  },
  toJSON: async () => {
    const body: unknown = JSON.parse(text);
    // A proxy's page, even one in JSON, is no answer of Stripe's; the library would take it for a success.
    const isStripes = isObject(body) && (status === 200 ? 'object' in body : isObject(body.error));
    if (!isStripes) throw new Error(`Not an answer of Stripe's (${status})`);
    return body;
  },
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
