import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import type { WorkPorts } from '../../../src/api/accept/accept-work.ts';
import type { ApiDeps } from '../../../src/api/deps.ts';
import { allEndpoints } from '../../../src/api/endpoints/all-endpoints.ts';
import { problemKinds } from '../../../src/api/http/problem-kinds.ts';
import type { Json, JsonObject } from '../../../src/api/openapi/components.ts';
import { docsPage } from '../../../src/api/openapi/docs-page.ts';
import { openApiDocument } from '../../../src/api/openapi/document.ts';
import { documentEndpoints } from '../../../src/api/openapi/openapi.endpoints.ts';

// Declarations touch nothing of these before a request comes.
const deps = { metrics: new Registry() } as unknown as ApiDeps;
const resources = allEndpoints(deps, {} as WorkPorts);
const options = { publicUrl: 'http://navette.test', version: '1.2.3' };
const endpoints = [...resources, ...documentEndpoints(resources, options)];
const document = openApiDocument(endpoints, options);

/** Every value in a document, with the key it stands under. */
function* walk(value: Json, key = ''): Generator<[key: string, value: Json]> {
  yield [key, value];
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) yield* walk(inner, name);
  }
}

const resolve = (reference: string): Json | undefined =>
  reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<Json | undefined>((at, part) => (at as JsonObject | undefined)?.[part], document);

describe('The OpenAPI document', () => {
  it('is OpenAPI 3.1 and survives JSON unchanged', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('holds every route of the contract so far', () => {
    const routes = Object.entries(document.paths as JsonObject).flatMap(([path, item]) =>
      Object.keys(item as JsonObject).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.sort()).toEqual(
      [
        'POST /v1/orders',
        'GET /v1/orders',
        'POST /v1/orders/batch',
        'GET /v1/orders/{orderId}',
        'POST /v1/orders/{orderId}/payment',
        'POST /v1/orders/{orderId}/shipments',
        'POST /v1/orders/{orderId}/unfulfillable',
        'POST /v1/tracking-events',
        'POST /v1/delivery-estimates',
        'GET /v1/jobs/{jobId}',
        'GET /v1/alerts',
        'GET /v1/metrics/shipping',
        'POST /v1/returns',
        'GET /v1/returns',
        'GET /v1/returns/{returnId}',
        'POST /v1/returns/authorizations',
        'POST /v1/returns/{returnId}/authorize',
        'POST /v1/returns/{returnId}/documents',
        'POST /v1/returns/{returnId}/close',
        'POST /v1/returns/{returnId}/reply',
        'POST /v1/returns/{returnId}/cancel',
        'POST /v1/returns/{returnId}/confirm-withdrawal',
        'POST /v1/returns/{returnId}/dispatch',
        'POST /v1/returns/{returnId}/escalate',
        'POST /v1/returns/{returnId}/receipts',
        'POST /v1/returns/{returnId}/complete',
        'GET /v1/returns/{returnId}/documents/return.pdf',
        'GET /v1/returns/{returnId}/documents/label.pdf',
        'GET /v1/returns/{returnId}/documents/label.zpl',
        'GET /v1/returns/{returnId}/documents/label.png',
        'GET /v1/returns/{returnId}/documents/own-label',
        'POST /v1/orders/{orderId}/cancellation-requests',
        'POST /v1/orders/{orderId}/cancellations',
        'POST /v1/cancellations/batch',
        'GET /v1/cancellations',
        'GET /v1/cancellation-requests',
        'GET /v1/cancellation-requests/{requestId}',
        'POST /v1/cancellation-requests/{requestId}/refuse',
        'POST /v1/refunds',
        'GET /v1/refunds',
        'POST /v1/refunds/batch',
        'POST /v1/refunds/preview',
        'GET /v1/refunds/{refundId}',
        'GET /v1/refunds/{refundId}/receipt.pdf',
        'POST /v1/refunds/{refundId}/outcome',
        'GET /v1/reconciliations',
        'POST /v1/claims',
        'GET /v1/claims',
        'GET /v1/claims/unclaimed',
        'GET /v1/claims/{claimId}',
        'POST /v1/claims/{claimId}/photos',
        'GET /v1/claims/{claimId}/photos/{photoId}',
        'POST /v1/claims/{claimId}/submit',
        'POST /v1/claims/{claimId}/decision',
        'GET /v1/claims/{claimId}/evidence.pdf',
        'GET /v1/reimbursements',
        'POST /webhooks/stripe',
        'GET /v1/metrics/cancellation-rate',
        'GET /v1/reports/returns.csv',
        'GET /v1/reports/refunds.csv',
        'GET /v1/reports/cancellations.csv',
        'GET /v1/reports/claims.csv',
        'POST /v1/messages',
        'GET /v1/messages',
        'GET /v1/messages/{messageId}',
        'POST /v1/messages/{messageId}/reply',
        'POST /v1/messages/{messageId}/no-response-needed',
        'GET /v1/threads/{threadId}',
        'GET /v1/metrics/response-time',
        'GET /v1/metrics/response-time/messages.csv',
        'GET /v1/mismatches',
        'POST /v1/mismatches/{mismatchId}/decision',
        'GET /v1/stock-movements',
        'GET /v1/settings/refund-policy',
        'PUT /v1/settings/refund-policy',
        'POST /v1/buyers/erase',
        'GET /v1/settings/delivery-policy',
        'PUT /v1/settings/delivery-policy',
        'GET /v1/settings/channels/{channel}',
        'PUT /v1/settings/channels/{channel}',
        'GET /healthz',
        'GET /readyz',
        'GET /metrics',
        'GET /openapi.json',
        'GET /docs',
      ].sort(),
    );
  });

  it('has no reference that leads nowhere', () => {
    const references = [...walk(document)]
      .filter(([key]) => key === '$ref')
      .map(([, value]) => String(value));
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((reference) => resolve(reference) === undefined)).toEqual([]);
  });

  it('names each operation once, and declares every parameter of its path', () => {
    const operations = Object.entries(document.paths as JsonObject).flatMap(([path, item]) =>
      Object.values(item as JsonObject).map((operation) => ({ path, ...(operation as JsonObject) })),
    ) as {
      path: string;
      operationId: string;
      parameters: { in: string; name: string; required: boolean }[];
    }[];
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, parameters } of operations) {
      const inPath = parameters.filter(({ in: where, required }) => where === 'path' && required);
      expect(inPath.map(({ name }) => name)).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
    }
  });

  it('tells what may be left out of a request, and what an answer always has', () => {
    const schemas = (document.components as { schemas: Record<string, { required: string[] }> }).schemas;
    expect(schemas.NewOrder?.required).not.toContain('shippingSpeed');
    expect(schemas.NewOrder?.required).toContain('channelOrderId');
    expect(schemas.Order?.required).toContain('promises');
  });

  it('gives every example what its schema requires', () => {
    for (const { body, pickBody, example } of endpoints) {
      if (body === undefined || example === undefined) continue;
      const parsed = (pickBody?.(example, { channel: 'shop' }) ?? body).safeParse(example);
      expect(parsed.error?.issues).toBeUndefined();
    }
    for (const [type, { schema, example }] of endpoints.flatMap(({ streamedBody = {} }) =>
      Object.entries(streamedBody),
    )) {
      if (!type.includes('json') || example === '') continue;
      expect(schema.safeParse(JSON.parse(example)).error?.issues).toBeUndefined();
    }
  });

  it('tells that a refund needs its key, and shows its body as JSON', () => {
    const { post } = (document.paths as JsonObject)['/v1/refunds'] as { post: JsonObject };
    expect(post.parameters).toContainEqual(
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
    );
    expect(post.requestBody).toMatchObject({
      content: { 'application/json': { example: { reason: expect.any(String) } } },
    });
  });
});

describe('The documentation page', () => {
  const page = docsPage(document, 'http://navette.test');

  it('explains every operation and every problem, and its links lead somewhere', () => {
    for (const { operationId } of endpoints) expect(page).toContain(`id="${operationId}"`);
    for (const code of Object.keys(problemKinds)) expect(page).toContain(`id="problem-${code}"`);
    const anchors = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !anchors.has(link))).toEqual([]);
  });

  it('loads nothing from elsewhere and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|style="| on\w+="/);
  });
});
