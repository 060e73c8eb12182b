import { z } from 'zod';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';

const tag = 'Operations';

const health = z.object({ status: z.literal('ok') });

const readiness = z
  .object({
    ready: z.boolean(),
    checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string().optional() })),
  })
  .meta({ id: 'Readiness' });

/** What load balancers, orchestrators and Prometheus ask; no key. */
export const operationEndpoints = ({ readiness: check, metrics, stopping }: ApiDeps): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/healthz',
    operationId: 'getHealth',
    tag,
    access: 'open',
    summary: 'Whether the process answers at all',
    success: { 200: { description: 'It does', schema: health } },
    handle: async () => ({ status: 200, body: { status: 'ok' } }),
  }),

  defineEndpoint({
    method: 'get',
    path: '/readyz',
    operationId: 'getReadiness',
    tag,
    access: 'open',
    summary: 'Whether it can do its work now',
    success: {
      200: { description: 'It can', schema: readiness },
      503: { description: 'It cannot; `checks` says why', schema: readiness },
    },
    handle: async () => {
      const report = await check();
      if (stopping?.aborted !== true) return { status: report.ready ? 200 : 503, body: report };
      const checks = { ...report.checks, process: { ok: false, detail: 'The process is stopping' } };
      return { status: 503, body: { ready: false, checks } };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/metrics',
    operationId: 'getMetrics',
    tag,
    access: 'open',
    summary: 'Metrics in the text format of Prometheus',
    success: { 200: { description: 'The metrics', schema: z.string(), mediaType: 'text/plain' } },
    handle: async ({ response }) => {
      const text = await metrics.metrics();
      response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text);
      return null;
    },
  }),
];
