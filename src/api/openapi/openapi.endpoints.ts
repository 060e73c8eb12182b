import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { docsPage, docsPolicy } from './docs-page.ts';
import { type DocumentOptions, openApiDocument } from './document.ts';

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': docsPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-cache',
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** The document and the page made of it, about these endpoints and themselves. Made when first asked for. */
export const documentEndpoints = (others: readonly Endpoint[], options: DocumentOptions): Endpoint[] => {
  const document = once(() => openApiDocument([...others, ...own], options));
  const page = once(() => docsPage(document(), options.publicUrl));
  const own: Endpoint[] = [
    defineEndpoint({
      method: 'get',
      path: '/openapi.json',
      operationId: 'getOpenApi',
      tag: 'Operations',
      access: 'open',
      summary: 'This API as an OpenAPI 3.1 document',
      success: { 200: { description: 'The document', schema: z.record(z.string(), z.unknown()) } },
      handle: async () => ({
        status: 200,
        body: document(),
        headers: { 'access-control-allow-origin': '*' },
      }),
    }),
    defineEndpoint({
      method: 'get',
      path: '/docs',
      operationId: 'getDocs',
      tag: 'Operations',
      access: 'open',
      summary: 'This API for people to read',
      success: { 200: { description: 'The page', schema: z.string(), mediaType: 'text/html' } },
      handle: async ({ response }) => {
        response.writeHead(200, pageHeaders).end(page());
        return null;
      },
    }),
  ];
  return own;
};
