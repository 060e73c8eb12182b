import { migrateDatabase } from '../../db/migrate.ts';
import { createQueueBackend } from '../../queues/backend.ts';
import type { Config } from '../platform/config.ts';
import { withDatabaseUrl } from './with-database.ts';

/** Brings Navette's schema, and BullMQ's where the queues live on PostgreSQL, up to date. */
export const migrate = (config: Config): Promise<void> =>
  withDatabaseUrl(config, async (databaseUrl) => {
    await migrateDatabase(databaseUrl);
    const backend = await createQueueBackend({ redisUrl: config.redisUrl ?? undefined, databaseUrl });
    try {
      await backend.migrate();
    } finally {
      await backend.close();
    }
    console.log('The database is up to date.');
  });
