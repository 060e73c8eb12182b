import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { serverAccount } from './postgres-account.ts';
import { preparePostgresBinaries } from './postgres-binaries.ts';
import { ensureCluster, superuser } from './postgres-cluster.ts';
import { startServer } from './postgres-server.ts';
import { stopOrphan } from './postmaster.ts';

export { FolderLockedError } from './folder-lock.ts';

/** The part of a pino logger that is used here. */
export interface EmbeddedLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface EmbeddedPostgresOptions {
  /** Folder of everything embedded; the database goes below it. Made if absent. */
  readonly dataDir: string;
  readonly logger?: EmbeddedLogger;
}

export interface EmbeddedPostgres {
  /** Database `navette` as the superuser, who owns it. Holds the password: never log it. */
  readonly url: string;
  /** On 127.0.0.1, another at each start. */
  readonly port: number;
  /** Process id of the server. */
  readonly pid: number;
  /** Shuts the server down, waits for it, and frees the folder. May be called more than once. */
  stop(): Promise<void>;
}

const database = 'navette';

/**
 * Starts a real PostgreSQL 18 on `<dataDir>/postgres` and resolves when it takes connections. The folder
 * survives crashes of this process and of the machine; one live process at a time owns it.
 *
 * @throws FolderLockedError if another live process owns the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const startedAt = Date.now();
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const dataDir = realpathSync(options.dataDir);
  checkOwner(dataDir);
  const data = join(dataDir, 'postgres');
  const lock = await lockFolder(dataDir);
  try {
    const account = serverAccount(data);
    const binaries = preparePostgresBinaries(account);
    if (await stopOrphan(data, binaries.pgCtl)) {
      options.logger?.warn(
        { data },
        'stopped the embedded PostgreSQL that a killed process had left running',
      );
    }
    const { password, created } = await ensureCluster(dataDir, data, binaries, account);
    const place = { data, log: join(dataDir, 'postgres.log'), binaries, account };
    let server = await startServer(place);
    const { port } = server;
    const urlOf = (name: string) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`;
    try {
      await ensureDatabase(urlOf('postgres'));
    } catch (error) {
      await server.stop();
      throw error;
    }
    let stopping = false;
    // A server that died (out of memory, killed) starts again on its port, where everybody reconnects.
    const keepUp = async (): Promise<void> => {
      for (;;) {
        await server.ended;
        if (stopping) return;
        options.logger?.error({ data }, 'the embedded PostgreSQL has ended unasked; starting it again');
        server = await startServer(place, port);
        if (stopping) await server.stop();
      }
    };
    const keptUp = keepUp().catch((error: unknown) => {
      options.logger?.error({ data, err: error }, 'the embedded PostgreSQL could not be started again');
    });
    options.logger?.info({ data, port, created, ms: Date.now() - startedAt }, 'embedded PostgreSQL is ready');
    return {
      url: urlOf(database),
      port,
      get pid() {
        return server.pid;
      },
      stop: async () => {
        stopping = true;
        await server.stop();
        await keptUp;
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function checkOwner(folder: string): void {
  const us = process.getuid?.() ?? 0;
  const { uid } = statSync(folder);
  if (us === 0 || uid === us) return;
  throw new Error(
    `${folder} belongs to the account with uid ${uid} (Navette was started as root before?), and this is uid ${us}. ` +
      `Give it over (chown -R ${us} ${folder}), or set NAVETTE_DATA to another folder.`,
  );
}

/** At each start, not only the first: a crash may have come between making the folder and the database. */
async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}
