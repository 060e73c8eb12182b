import type { RequestHandler } from 'express';
import { Histogram, type Registry } from 'prom-client';
import { beginContext } from './request-context.ts';

const secondsOf = (nanoseconds: bigint): number => Number(nanoseconds) / 1e9;

/** The first handler of all: gives a request its id and measures it by route template, method and status. */
export const beginRequest = (metrics: Registry): RequestHandler => {
  const duration = new Histogram({
    name: 'navette_http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    // From an intake answered out of one group commit to the longest Prefer: wait.
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
    registers: [metrics],
  });
  return (request, response, next) => {
    const context = beginContext(request);
    response.setHeader('x-request-id', context.requestId);
    response.once('close', () => {
      const seconds = secondsOf(process.hrtime.bigint() - context.startedAt);
      duration.observe(
        { method: request.method, route: context.route, status: response.statusCode },
        seconds,
      );
    });
    next();
  };
};
