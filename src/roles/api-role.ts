import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIntake } from '../../queues/intake/create-intake.ts';
import { startPlacement } from '../../queues/intake/placement.ts';
import { registry } from '../../queues/registry.ts';
import { createJobWaiter } from '../api/accept/job-waiter.ts';
import { createApi } from '../api/app.ts';
import { configureServer, serverOptions } from '../api/configure-server.ts';
import { registerResponseTimeGauges } from '../api/metrics/response-time-gauges.ts';
import { trackingUrl } from '../platform/link-tokens.ts';
import { packageVersion } from '../platform/package-root.ts';
import { mountsOf } from './mounts.ts';
import type { Readiness } from './readiness.ts';
import type { Services } from './services.ts';
import type { Role } from './worker-role.ts';

export interface ApiRole extends Role {
  readonly port: number;
  readonly publicUrl: string;
}

/** So long may answers take that were under way; the process as a whole has 15 s. */
const closeLimitMs = 8_000;

/** Takes no new connection, and ends the old ones as they fall idle, at the latest after the limit. */
const closeServer = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const limit = setTimeout(() => server.closeAllConnections(), closeLimitMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
};

/** The API with its pages: takes work in, answers questions, shows the board. */
export const startApiRole = async (
  services: Services,
  readiness: () => Promise<Readiness>,
): Promise<ApiRole> => {
  const { config, database, producer, logger, metrics } = services;
  const server = createServer(serverOptions);
  configureServer(server);
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  registerResponseTimeGauges(metrics.registry, database.system);
  const placement = startPlacement({ sql: database.system, contracts: registry, logger });
  const intake = createIntake({ database, producer, placement, logger });
  const stopping = new AbortController();
  const waiter = createJobWaiter(database.system, stopping.signal);
  // Before the app: once we stop, each connection ends with the answer that it waits for.
  server.on('request', (_request, response) => {
    if (stopping.signal.aborted) response.setHeader('connection', 'close');
  });
  server.on(
    'request',
    createApi({
      database,
      intake,
      logger,
      metrics: metrics.registry,
      config: {
        publicUrl,
        version: packageVersion(),
        rateLimitPerMinute: config.rateLimitPerMinute,
        trustedProxies: config.trustedProxies,
      },
      readiness,
      stripeWebhookSecret: config.stripe.webhookSecret,
      mounts: mountsOf(services, { intake, waiter }),
      trackingUrlOf: (order) => trackingUrl({ publicUrl, linkSecrets: services.linkSecrets }, order),
      stopping: stopping.signal,
    }),
  );
  return {
    port,
    publicUrl,
    stop: async () => {
      stopping.abort();
      await closeServer(server);
      await intake.drain();
      await placement.stop();
    },
  };
};
