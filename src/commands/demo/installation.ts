import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dropDatabase } from '../../../db/drop-database.ts';
import type { Config } from '../../platform/config.ts';
import { FolderLockedError, startEmbeddedPostgres } from '../../platform/embedded/postgres.ts';

/** Demos that may run beside each other from one checkout. */
const mostDemos = 5;

/**
 * Empties what an earlier demo left, and keeps the cluster: dropping a database takes a blink, making a
 * cluster seconds. Whoever holds the folder is asked first, by starting on it.
 *
 * @throws FolderLockedError while another demo runs there.
 */
const empty = async (dataDir: string): Promise<void> => {
  if (!existsSync(join(dataDir, 'postgres'))) return;
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    await dropDatabase(postgres.url);
  } finally {
    await postgres.stop();
  }
};

/** The first folder below the data folder that no running demo has, emptied. */
const findFolder = async (dataDir: string): Promise<string> => {
  for (let n = 1; ; n++) {
    const folder = join(dataDir, n === 1 ? 'demo' : `demo-${n}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      await empty(folder);
      return folder;
    } catch (error) {
      if (!(error instanceof FolderLockedError) || n === mostDemos) throw error;
    }
  }
};

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/**
 * Where the demo plays: always embedded, whatever the environment says, in a folder of its own. A
 * database, Redis or mail server that the user has set is real, and the demo never touches it.
 */
export const prepareInstallation = async (config: Config): Promise<Config> => {
  const free = await isFree(config.port, config.host);
  return {
    ...config,
    port: free ? config.port : 0,
    // An address that points to whoever has the port already would be of no use in mails.
    publicUrl: free ? config.publicUrl : null,
    databaseUrl: null,
    redisUrl: null,
    smtpUrl: null,
    mailFrom: 'navette@localhost',
    apiKey: null,
    dataDir: await findFolder(config.dataDir),
  };
};
