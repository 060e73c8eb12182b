import express, { type Express } from 'express';
import { createJobWaiter } from './accept/job-waiter.ts';
import { createAuthenticate } from './auth/authenticate.ts';
import type { ApiDeps } from './deps.ts';
import { allEndpoints } from './endpoints/all-endpoints.ts';
import { mountEndpoints } from './endpoints/mount.ts';
import { problemResponder } from './http/error-handler.ts';
import { beginRequest } from './http/http-metrics.ts';
import { Problem } from './http/problem.ts';
import { contextOf } from './http/request-context.ts';
import { documentEndpoints } from './openapi/openapi.endpoints.ts';

export type { Mount } from './deps.ts';

const defaultBodyLimitBytes = 2 * 1024 * 1024;
const defaultRateLimitPerMinute = 600_000;

/** The HTTP side of Navette as an Express app. It opens nothing and reads no environment. */
export const createApi = (deps: ApiDeps): Express => {
  const { database, intake, logger, metrics, config, mounts = [], stopping } = deps;
  const { publicUrl, bodyLimitBytes = defaultBodyLimitBytes } = config;
  const rateLimitPerMinute = config.rateLimitPerMinute ?? defaultRateLimitPerMinute;
  const waiter = createJobWaiter(database.system, stopping);
  const ports = { intake, system: database.system, waiter, publicUrl };
  const resources = allEndpoints(deps, ports);
  const { version = '0.0.0' } = config;
  const endpoints = [...resources, ...documentEndpoints(resources, { publicUrl, version })];

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustedProxies ?? 0);
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('query parser', 'simple');

  app.use(beginRequest(metrics));
  const authenticate = createAuthenticate(database.system, rateLimitPerMinute);
  mountEndpoints(app, endpoints, { authenticate, bodyLimitBytes });
  for (const { path, router } of mounts) {
    app.use(path, (request, _response, next) => {
      contextOf(request).route = path;
      next();
    });
    app.use(path, router);
  }
  app.use(() => {
    throw new Problem('not_found', { detail: 'There is nothing at this address' });
  });
  app.use(problemResponder(logger, publicUrl));
  return app;
};
