import { PgDatabase } from 'drizzle-orm/pg-core';
import { PgDialect } from 'drizzle-orm/pg-core/dialect';
import { type PostgresJsQueryResultHKT, PostgresJsSession } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Instant } from '../src/domain/calendar/instant.ts';
import { renewingPool } from './renewing-pool.ts';
import type { CustomTypes, Sql } from './sql-types.ts';

/** One transaction: `sql` for set-based statements, `orm` for typed single-table queries. */
export interface Tx {
  readonly sql: postgres.TransactionSql<CustomTypes>;
  readonly orm: PgDatabase<PostgresJsQueryResultHKT>;
}

export type { CustomTypes, Sql };

export interface Database {
  /** Runs as `navette_app`: sees the rows of `sellers` and of nobody else. */
  asSellers<T>(sellers: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs as `navette_system`: all sellers, no personal data. Each statement its own transaction. */
  readonly system: Sql;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections of the application's pool; the system pool has a quarter of it. */
  readonly maxConnections: number;
  readonly applicationName: string;
}

const types = {
  // Counts and money: PostgreSQL's int8 stays exact in a JavaScript number up to 2^53.
  bigint: { to: 20, from: [20], parse: (text: string) => Number(text), serialize: String },
  instant: {
    to: 1184,
    from: [1184],
    parse: (text: string): Instant => new Date(text).toISOString(),
    serialize: (value: Instant | Date) => (typeof value === 'string' ? value : value.toISOString()),
  },
  localDate: { to: 1082, from: [1082], parse: (text: string) => text, serialize: (text: string) => text },
  // Text is JSON already: the driver would encode it once more, and Drizzle hands over text.
  json: {
    to: 3802,
    from: [114, 3802],
    parse: (text: string): unknown => JSON.parse(text),
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  },
};

const openPool = (options: DatabaseOptions, role: string, max: number, onclose: () => void): Sql =>
  postgres(options.url, {
    max,
    // No connection is closed unasked, so that every close is a loss (renewing-pool.ts).
    idle_timeout: 0,
    max_lifetime: 0,
    onclose,
    connect_timeout: 5,
    // Tries again soon: the driver's own pauses grow to 20 s, for which requests would hang after an outage.
    backoff: () => 0.25,
    types,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName,
      role,
      // A lock that is not had in 5 s is held by something stuck; the runtime tries again later.
      lock_timeout: 5_000,
      // A process that died inside a transaction must not keep its locks.
      idle_in_transaction_session_timeout: 15_000,
    },
  }) as unknown as Sql;

const dialect = new PgDialect();

const scopeTo = (sql: Tx['sql'], sellers: readonly string[]): Promise<unknown> =>
  sql`SELECT set_config('app.sellers', ${sellers.join(',')}, true)`.execute();

const toTx = (sql: Tx['sql']): Tx => {
  let orm: Tx['orm'] | undefined;
  return {
    sql,
    get orm() {
      // The session is what drizzle() itself builds for a transaction of this driver.
      orm ??= new PgDatabase(dialect, new PostgresJsSession(sql as never, dialect, undefined), undefined);
      return orm;
    },
  };
};

export const openDatabase = (options: DatabaseOptions): Database => {
  const app = renewingPool((onClose) => openPool(options, 'navette_app', options.maxConnections, onClose));
  const systemConnections = Math.max(2, Math.ceil(options.maxConnections / 4));
  const system = renewingPool((onClose) => openPool(options, 'navette_system', systemConnections, onClose));
  return {
    asSellers: async <T>(sellers: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T> =>
      app.run(
        (pool) =>
          pool.begin(async (sql) => {
            // Not awaited before the work starts: the driver sends both in one round trip, in order.
            const scoped = scopeTo(sql, sellers);
            const [, result] = await Promise.all([scoped, work(toTx(sql))]);
            return result;
          }) as Promise<T>,
      ),
    system: system.sql,
    close: async () => {
      await Promise.all([app.close(), system.close()]);
    },
  };
};
