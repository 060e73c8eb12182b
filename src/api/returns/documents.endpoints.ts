import type { ServerResponse } from 'node:http';
import type { Request } from 'express';
import { z } from 'zod';
import { id } from '../../../queues/schemas/values.ts';
import type { DocumentFormat } from '../../labels/document-formats.ts';
import type { ApiDeps } from '../deps.ts';
import { type Caller, defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { getReturnDocument, type ServedDocument } from './return-documents.ts';

const tag = 'Returns';
const params = z.object({ returnId: id });
const version = z.coerce
  .number()
  .int()
  .min(1)
  .max(10_000)
  .optional()
  .meta({ description: 'An earlier version; the newest unless given' });
const bytes = z.string().meta({ format: 'binary' });

interface Exchange {
  readonly request: Request;
  readonly response: ServerResponse;
}

/** A version never changes, so whoever names one may keep it for ever; else the newest is asked for each time. */
const send = ({ request, response }: Exchange, document: ServedDocument, named: boolean): void => {
  const etag = `"${document.sha256}"`;
  const headers = {
    etag,
    'cache-control': named ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    'x-content-type-options': 'nosniff',
    // An uploaded file is a stranger's: it may show itself and do nothing.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag_) => tag_.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': document.contentType,
    'content-length': document.content.byteLength,
    'content-disposition': `inline; filename="${document.filename}"`,
    'document-version': String(document.version),
  });
  response.end(request.method === 'HEAD' ? undefined : document.content);
};

/** The documents of authorised returns. */
export const returnDocumentEndpoints = ({ database }: Pick<ApiDeps, 'database'>): Endpoint[] => {
  const answer = async (
    call: Exchange & { readonly caller: Caller },
    wanted: { returnId: string; format: DocumentFormat | 'uploaded'; version: number | undefined },
  ): Promise<null> => {
    const result = await getReturnDocument(database, call.caller.sellerId, {
      ...wanted,
      version: wanted.version ?? null,
    });
    if (!result.ok) throw new Problem(result.why);
    send(call, result.document, wanted.version !== undefined);
    return null;
  };
  const success = (mediaType: string, description: string) => ({
    200: {
      description,
      schema: bytes,
      mediaType,
      headers: { ETag: 'SHA-256 of the bytes, in quotes', 'Document-Version': 'The version that this is' },
    },
    304: { description: 'The caller has it already (If-None-Match)', schema: z.null() },
  });
  const problems = [
    'invalid_request',
    'not_found',
    'return_not_authorized',
    'no_return_address',
    'own_label',
  ] as const;
  const shared = { method: 'get' as const, tag, params };

  return [
    defineEndpoint({
      ...shared,
      path: '/v1/returns/{returnId}/documents/return.pdf',
      operationId: 'getReturnPdf',
      summary: 'The slip with its label, on A4',
      description: 'A reprint is the same bytes. With a label of the seller’s own it is the slip alone.',
      query: z.object({ version }),
      success: success('application/pdf', 'The document'),
      problems,
      handle: (call) =>
        answer(call, { returnId: call.params.returnId, format: 'return.pdf', version: call.query.version }),
    }),
    defineEndpoint({
      ...shared,
      path: '/v1/returns/{returnId}/documents/label.pdf',
      operationId: 'getReturnLabelPdf',
      summary: 'The label alone, as A6 or 4 × 6 inch',
      description: 'A PDF of the seller’s own is this label, whatever its size.',
      query: z.object({ version, size: z.enum(['a6', '4x6']).default('a6') }),
      success: success('application/pdf', 'The label'),
      problems,
      handle: (call) => {
        const { size, version: asked } = call.query;
        return answer(call, { returnId: call.params.returnId, format: `label-${size}.pdf`, version: asked });
      },
    }),
    defineEndpoint({
      ...shared,
      path: '/v1/returns/{returnId}/documents/label.zpl',
      operationId: 'getReturnLabelZpl',
      summary: 'The label for a label printer, 4 × 6 inch',
      query: z.object({ version, dpi: z.enum(['203', '300']).default('203') }),
      success: success('application/zpl', 'The label'),
      problems,
      handle: (call) => {
        const { dpi, version: asked } = call.query;
        return answer(call, { returnId: call.params.returnId, format: `label-${dpi}.zpl`, version: asked });
      },
    }),
    defineEndpoint({
      ...shared,
      path: '/v1/returns/{returnId}/documents/label.png',
      operationId: 'getReturnLabelPng',
      summary: 'The label as a picture',
      description: 'A PNG of the seller’s own is this label.',
      query: z.object({ version }),
      success: success('image/png', 'The label'),
      problems,
      handle: (call) =>
        answer(call, { returnId: call.params.returnId, format: 'label.png', version: call.query.version }),
    }),
    defineEndpoint({
      ...shared,
      path: '/v1/returns/{returnId}/documents/own-label',
      operationId: 'getOwnReturnLabel',
      summary: 'The label that the seller has uploaded, as it came',
      query: z.object({ version }),
      success: success('application/octet-stream', 'The file, a PDF or a PNG'),
      problems,
      handle: (call) =>
        answer(call, { returnId: call.params.returnId, format: 'uploaded', version: call.query.version }),
    }),
  ];
};
