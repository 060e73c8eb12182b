import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../db/migrate.ts';
import { createQueueBackend } from '../../queues/backend.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.ts';
import { buildOwnCode } from './own-code.ts';
import { awaitNoProcesses, processMark } from './processes.ts';
import { findRedisServer } from './redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the one PostgreSQL server of this run. */
    readonly postgresUrl: string;
    /** A migrated database that createTestDatabase copies; nobody connects to it. */
    readonly templateDatabase: string;
  }
}

const templateDatabase = 'navette_template';

/** With another database's name: same server, same user. */
const withDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

/** Before all integration tests: one PostgreSQL server, and one database brought up to date to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!process.env.REDIS_URL && findRedisServer() === undefined) {
    console.log(
      'Tests on Redis are skipped: no REDIS_URL, and no redis-server or valkey-server on the PATH.',
    );
  }
  process.env[processMark] = randomUUID();
  const dataDir = mkdtempSync(join(tmpdir(), 'navette-tests-'));
  const [server, removeBuild] = await Promise.all([startEmbeddedPostgres({ dataDir }), buildOwnCode()]);
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  // Durability has its own tests; these only wait for the disk.
  await admin`ALTER SYSTEM SET fsync = off`;
  await admin`ALTER SYSTEM SET full_page_writes = off`;
  await admin`SELECT pg_reload_conf()`;
  await admin`CREATE DATABASE ${admin(templateDatabase)}`;
  await admin.end();
  const templateUrl = withDatabase(server.url, templateDatabase);
  await migrateDatabase(templateUrl);
  const backend = await createQueueBackend({ databaseUrl: templateUrl });
  await backend.migrate();
  await backend.close();
  project.provide('postgresUrl', server.url);
  project.provide('templateDatabase', templateDatabase);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    removeBuild();
    await awaitNoProcesses();
  };
}
