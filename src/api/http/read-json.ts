import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';
import { drain, readBytes } from './read-bytes.ts';

const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i;

/** Of any type that this takes. The form above takes time by the square of the blanks in it. */
const longestType = 200;

const isJson = (contentType: string): boolean =>
  contentType.length <= longestType && jsonType.test(contentType);

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
  if (!isJson(request.headers['content-type'] ?? '')) {
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

const readBody = async (request: IncomingMessage, limitBytes: number): Promise<Buffer> => {
  const body = await readBytes(request, limitBytes);
  if (body === null) throw new Problem('body_too_large', { detail: tooLarge(limitBytes) });
  return body;
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
