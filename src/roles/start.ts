import { ensureApiKey } from '../../db/repositories/api-keys/create-api-key.ts';
import type { Config } from '../platform/config.ts';
import { forgetRunning, noteRunning } from '../platform/embedded/running.ts';
import type { Logger } from '../platform/logger.ts';
import { type ApiRole, startApiRole } from './api-role.ts';
import { createReadiness } from './readiness.ts';
import { openServices, type Services } from './services.ts';
import { startWorkerRole } from './worker-role.ts';

export interface Running {
  readonly services: Services;
  /** Null where only workers run. */
  readonly api: ApiRole | null;
  stop(): Promise<void>;
}

/** Starts the roles that are asked for in this process. */
export const startNavette = async (
  config: Config,
  logger: Logger,
  roles: { readonly api: boolean; readonly workers: boolean },
): Promise<Running> => {
  const services = await openServices(config, logger);
  if (services.developmentKey !== null)
    await ensureApiKey(services.database.system, 'default', services.developmentKey);
  // First, because it may be the one to say which port it is.
  const api = roles.api ? await startApiRole(services, createReadiness(services, roles)) : null;
  const publicUrl = api?.publicUrl ?? config.publicUrl ?? `http://localhost:${config.port}`;
  const workers = roles.workers ? startWorkerRole(services, publicUrl) : null;
  if (config.databaseUrl === null) {
    noteRunning(config.dataDir, { databaseUrl: services.databaseUrl, apiUrl: api?.publicUrl ?? null });
  }
  return {
    services,
    api,
    stop: async () => {
      // First what takes work in, then what does it, then what both stand on.
      await api?.stop();
      await workers?.stop();
      if (config.databaseUrl === null) forgetRunning(config.dataDir);
      await services.close();
    },
  };
};
