import type { Database } from '../../db/client.ts';
import { openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { createQueueBackend, type QueueBackend } from '../../queues/backend.ts';
import { createProducer, type Producer } from '../../queues/producer.ts';
import { registry } from '../../queues/registry.ts';
import type { Config } from '../platform/config.ts';
import { startEmbeddedPostgres } from '../platform/embedded/postgres.ts';
import { readEmbeddedSecrets } from '../platform/embedded/secrets.ts';
import type { Logger } from '../platform/logger.ts';
import { createMetrics, type Metrics } from '../platform/metrics.ts';

/** What every role stands on, opened once per process. */
export interface Services {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Holds a password: never log it. */
  readonly databaseUrl: string;
  readonly database: Database;
  readonly backend: QueueBackend;
  readonly producer: Producer;
  /** Parts that run inside this installation instead of beside it, in words. */
  readonly embedded: readonly string[];
  readonly operatorPassword: string;
  /** Set in embedded mode or by API_KEY: exists for the default seller. */
  readonly developmentKey: string | null;
  readonly linkSecrets: readonly string[];
  close(): Promise<void>;
}

const none = { apiKey: null, operatorPassword: null, linkSecret: null };

/** A generated secret where none is given: development only, production has refused to come this far. */
const resolveSecrets = (config: Config) => {
  const complete = config.operator.password !== null && config.linkSecrets.length > 0;
  const made =
    config.production || (complete && config.databaseUrl !== null)
      ? none
      : readEmbeddedSecrets(config.dataDir);
  return {
    operatorPassword: config.operator.password ?? made.operatorPassword ?? '',
    linkSecrets: config.linkSecrets.length > 0 ? config.linkSecrets : [made.linkSecret ?? ''],
    developmentKey: config.apiKey ?? (config.databaseUrl === null ? made.apiKey : null),
  };
};

/** Opens PostgreSQL (embedded if none is named), brings both schemas up to date, and opens the queues. */
export const openServices = async (config: Config, logger: Logger): Promise<Services> => {
  const postgres =
    config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: config.dataDir, logger }) : null;
  const databaseUrl = config.databaseUrl ?? postgres?.url ?? '';
  try {
    const backend = await createQueueBackend({
      redisUrl: config.redisUrl ?? undefined,
      databaseUrl,
      onError: (error, source) => logger.warn({ source, err: error }, 'The queue store has a problem'),
    });
    // In production migrations are a step of their own, by an operator who has made a back-up.
    if (!config.production) {
      await migrateDatabase(databaseUrl);
      await backend.migrate();
    }
    const database = openDatabase({
      url: databaseUrl,
      maxConnections: config.databasePool,
      applicationName: 'navette',
    });
    const producer = createProducer(
      backend,
      registry.map(({ name }) => name),
    );
    return {
      config,
      logger,
      metrics: createMetrics(),
      databaseUrl,
      database,
      backend,
      producer,
      embedded: [
        ...(postgres === null ? [] : [`PostgreSQL (data in ${config.dataDir})`]),
        ...(config.redisUrl === null ? ['queues on PostgreSQL'] : []),
        ...(config.smtpUrl === null ? ['development mailbox'] : []),
      ],
      ...resolveSecrets(config),
      close: async () => {
        await backend.close();
        await database.close();
        await postgres?.stop();
      },
    };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
};
