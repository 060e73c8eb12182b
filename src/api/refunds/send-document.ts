import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Request } from 'express';

export interface SentDocument {
  readonly content: Uint8Array;
  readonly contentType: string;
  /** Of letters, digits, dots and dashes alone: it stands unquoted in a header. */
  readonly filename: string;
}

/** A file of ours or a stranger's picture: it may show itself and do nothing. Whoever has these bytes is told so. */
export const sendDocument = (
  { request, response }: { readonly request: Request; readonly response: ServerResponse },
  { content, contentType, filename }: SentDocument,
): void => {
  const etag = `"${createHash('sha256').update(content).digest('hex')}"`;
  const headers = {
    etag,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': contentType,
    'content-length': content.byteLength,
    'content-disposition': `inline; filename="${filename}"`,
  });
  response.end(request.method === 'HEAD' ? undefined : content);
};
