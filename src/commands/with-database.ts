import { type Database, openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import type { Config } from '../platform/config.ts';
import { FolderLockedError, startEmbeddedPostgres } from '../platform/embedded/postgres.ts';
import { findRunning } from '../platform/embedded/running.ts';

/** Gives a command the database's address: the embedded one of a running Navette, or one started for it. */
export const withDatabaseUrl = async <T>(config: Config, work: (url: string) => Promise<T>): Promise<T> => {
  if (config.databaseUrl !== null) return work(config.databaseUrl);
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir }).catch((error: unknown) => {
    if (error instanceof FolderLockedError) return null;
    throw error;
  });
  if (postgres === null) {
    const running = findRunning(config.dataDir);
    if (running === null)
      throw new Error(`Another process is starting or stopping on ${config.dataDir}; try again`);
    return work(running.databaseUrl);
  }
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
};

/** Gives a command an open database, brought up to date where nobody else would. */
export const withDatabase = <T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> =>
  withDatabaseUrl(config, async (url) => {
    if (!config.production) await migrateDatabase(url);
    const database = openDatabase({ url, maxConnections: 2, applicationName: 'navette command' });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  });
