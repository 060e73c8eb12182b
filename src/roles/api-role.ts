import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIntake } from '../../queues/intake/create-intake.ts';
import { startPlacement } from '../../queues/intake/placement.ts';
import { registry } from '../../queues/registry.ts';
import { createApi } from '../api/app.ts';
import { configureServer } from '../api/configure-server.ts';
import type { Readiness } from './readiness.ts';
import type { Services } from './services.ts';
import type { Role } from './worker-role.ts';

export interface ApiRole extends Role {
  readonly port: number;
  readonly publicUrl: string;
}

/** The API with its pages: takes work in, answers questions, shows the board. */
export const startApiRole = async (
  services: Services,
  readiness: () => Promise<Readiness>,
): Promise<ApiRole> => {
  const { config, database, producer, logger, metrics } = services;
  const server = createServer();
  configureServer(server);
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const placement = startPlacement({ sql: database.system, contracts: registry, logger });
  const intake = createIntake({ database, producer, placement, logger });
  const stopping = new AbortController();
  server.on(
    'request',
    createApi({
      database,
      intake,
      logger,
      metrics: metrics.registry,
      config: { publicUrl, rateLimitPerMinute: config.rateLimitPerMinute },
      readiness,
      stopping: stopping.signal,
    }),
  );
  return {
    port,
    publicUrl,
    stop: async () => {
      stopping.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
      await intake.drain();
      await placement.stop();
    },
  };
};
