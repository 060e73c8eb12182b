import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { type Database, openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { createApiKey } from '../../db/repositories/api-keys/create-api-key.ts';
import { createIntake } from '../../queues/intake/create-intake.ts';
import type { Producer } from '../../queues/producer.ts';
import { createApi } from '../../src/api/app.ts';
import { configureServer } from '../../src/api/configure-server.ts';
import type { ApiDeps } from '../../src/api/deps.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.ts';

/** Everything waits in the ledger: what happens after the hand-over is tested elsewhere. */
const noProducer: Producer = {
  add: async () => {},
  statesOf: async () => new Map(),
  queues: new Map(),
  close: async () => {},
};
const noPlacement = { tryTake: () => false, reportFailure: () => {}, stop: async () => {} };

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  stop(): Promise<void>;
}

/** A real PostgreSQL of its own in a temporary folder. */
export const startTestDatabase = async (): Promise<TestDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'navette-api-'));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  await migrateDatabase(server.url);
  const database = openDatabase({ url: server.url, maxConnections: 8, applicationName: 'api test' });
  return {
    url: server.url,
    database,
    stop: async () => {
      await database.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export interface TestApi {
  readonly url: string;
  readonly key: string;
  readonly sellerId: string;
  readonly metrics: Registry;
  /** A request of this seller; `path` begins with a slash. */
  call(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

let sellers = 0;

/** The API on a free port, with a seller of its own. */
export const startTestApi = async (
  database: Database,
  changes: Partial<ApiDeps> & { readonly config?: ApiDeps['config'] } = {},
): Promise<TestApi> => {
  sellers += 1;
  const { plaintext: key, sellerId } = await createApiKey(database.system, {
    sellerName: `seller ${sellers} of ${process.pid}`,
    name: 'test',
  });
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const metrics = new Registry();
  const app = createApi({
    database,
    intake: createIntake({ database, producer: noProducer, placement: noPlacement, logger }),
    logger,
    metrics,
    config: { publicUrl: 'http://navette.test' },
    readiness: async () => ({ ready: true, checks: {} }),
    ...changes,
  });
  const server: Server = configureServer(createServer(app));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call: TestApi['call'] = (path, init = {}) =>
    fetch(url + path, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
  return {
    url,
    key,
    sellerId,
    metrics,
    call,
    post: (path, body, headers = {}) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Ends a job as its worker would. */
export const endJob = async (
  { database }: TestDatabase,
  sellerId: string,
  jobId: string,
  end: {
    readonly state: 'done' | 'rejected' | 'failed';
    readonly result?: unknown;
    readonly error?: unknown;
  },
): Promise<void> => {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await database.asSellers(
    [sellerId],
    ({ sql }) => sql`
      UPDATE job SET state = ${end.state}, result = ${json(end.result)}::jsonb, error = ${json(end.error)}::jsonb,
        finished_at = now()
      WHERE id = ${jobId}`,
  );
};
