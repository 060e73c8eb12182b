import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../db/client.ts';
import { newId } from '../../src/platform/ids.ts';

export interface TestDatabase {
  /** The superuser's address of this database. */
  readonly url: string;
  readonly database: Database;
  /** Closes and removes it; throws if somebody else is still connected. */
  stop(): Promise<void>;
}

const graceMs = 3_000;

interface Connection {
  readonly application: string;
  readonly state: string | null;
  readonly query: string;
}

/** A connection that is closed leaves the server's list a moment later. */
const awaitNoConnections = async (admin: postgres.Sql, name: string): Promise<void> => {
  const until = Date.now() + graceMs;
  for (;;) {
    const left = await admin<Connection[]>`
      SELECT application_name AS application, state, left(query, 80) AS query
      FROM pg_stat_activity WHERE datname = ${name}`;
    if (left.length === 0) return;
    if (Date.now() > until) {
      const lines = left.map(({ application, state, query }) => `  ${application} (${state}): ${query}`);
      throw new Error(`Connections are left open:\n${lines.join('\n')}`);
    }
    await sleep(20);
  }
};

/** A database of its own on the server of this test run, up to date, for one test file. */
export const createTestDatabase = async ({ maxConnections = 8 } = {}): Promise<TestDatabase> => {
  const name = `test_${newId().replaceAll('-', '')}`;
  const admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} });
  await admin`CREATE DATABASE ${admin(name)} TEMPLATE ${admin(inject('templateDatabase'))}`;
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const database = openDatabase({ url: url.href, maxConnections, applicationName: 'test' });
  return {
    url: url.href,
    database,
    stop: async () => {
      await database.close();
      try {
        await awaitNoConnections(admin, name);
      } finally {
        await admin`DROP DATABASE ${admin(name)} WITH (FORCE)`;
        await admin.end();
      }
    },
  };
};
