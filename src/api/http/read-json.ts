import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

/** Slower than this and the client is stuck, or means to hold the connection. */
const readLimitMs = 30_000;
/** After an early answer, this much of the rest is still taken, so that the client gets to read the answer. */
const drainLimitBytes = 16 * 1024 * 1024;

const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i;

/** The media type of a request, in lower case and without its parameters; empty if there is none. */
export const mediaTypeOf = (request: IncomingMessage): string =>
  (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/**
 * The JSON value of a body of at most `limitBytes`.
 * @throws Problem `unsupported_media_type`, `body_too_large` or `malformed_json`.
 */
export const readJson = async (request: IncomingMessage, limitBytes: number): Promise<unknown> => {
  checkType(request);
  return parseJson(await readBody(request, limitBytes));
};

/**
 * As `readJson`; a request without a body, of whatever type, is `{}`. One that comes in chunks is known to be
 * empty only when it has been read.
 */
export const readOptionalJson = async (request: IncomingMessage, limitBytes: number): Promise<unknown> => {
  const body = await readBody(request, limitBytes);
  if (body.length === 0) return {};
  checkType(request);
  return parseJson(body);
};

const checkType = (request: IncomingMessage): void => {
  if (!jsonType.test(request.headers['content-type'] ?? '')) {
    throw turnedAway(request, 'unsupported_media_type', 'Content-Type: application/json in UTF-8 is needed');
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw turnedAway(request, 'unsupported_media_type', 'A JSON body may not be compressed');
  }
};

const parseJson = (body: Buffer): unknown => {
  if (!isUtf8(body)) throw new Problem('malformed_json', { detail: 'The body is not UTF-8' });
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    throw new Problem('malformed_json', { detail: jsonFault(error, body) });
  }
};

/** Where parsing stopped, and nothing of what stood there: it may be personal. */
export const jsonFault = (error: unknown, body: { readonly length: number }): string => {
  if (body.length === 0) return 'The body is empty';
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? 'The JSON ends too early or is not JSON' : `Not JSON at byte ${position}`;
};

const tooLarge = (limitBytes: number): string => `The body exceeds ${limitBytes} bytes`;

const readBody = (request: IncomingMessage, limitBytes: number): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) {
    throw turnedAway(request, 'body_too_large', tooLarge(limitBytes));
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => request.destroy(), readLimitMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('close', broken).off('error', broken);
      act();
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > limitBytes) {
        settle(() => reject(turnedAway(request, 'body_too_large', tooLarge(limitBytes))));
      }
    };
    const end = (): void =>
      settle(() =>
        resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
      );
    const broken = (): void => settle(() => reject(new ClientGone()));
    request.on('data', take).on('end', end).on('close', broken).on('error', broken);
  });
};

/** The client went away in the middle of its request: there is nobody to answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

/**
 * Takes and forgets what is left of a body that has been answered already, so that a client which sends
 * before it reads gets its answer instead of a broken connection.
 */
export const drain = (request: IncomingMessage): void => {
  let drained = 0;
  request.on('error', () => {});
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > drainLimitBytes) request.destroy();
  });
};

/** A problem that is answered before the body has been read. */
export const turnedAway = (
  request: IncomingMessage,
  kind: 'unsupported_media_type' | 'body_too_large',
  detail: string,
): Problem => {
  drain(request);
  return new Problem(kind, { detail });
};
