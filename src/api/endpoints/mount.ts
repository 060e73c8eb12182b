import type { Express } from 'express';
import { Problem } from '../http/problem.ts';
import { contextOf } from '../http/request-context.ts';
import type { Endpoint } from './endpoint.ts';
import { type ServeOptions, serve } from './serve.ts';

/** `/v1/orders/{orderId}` → `/v1/orders/:orderId`. */
const toExpress = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Routes every endpoint, and answers 405 to the methods that a path does not know. */
export const mountEndpoints = (app: Express, endpoints: readonly Endpoint[], options: ServeOptions): void => {
  for (const endpoint of endpoints) app[endpoint.method](toExpress(endpoint.path), serve(endpoint, options));
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints.filter((endpoint) => endpoint.path === path).map(({ method }) => method);
    const known = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
    app.all(toExpress(path), (request) => {
      contextOf(request).route = path;
      throw new Problem('method_not_allowed', { headers: { allow: known.join(', ') } });
    });
  }
};
