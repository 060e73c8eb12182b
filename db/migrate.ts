import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { packagePath } from '../src/platform/package-root.ts';

const migrationsFolder = packagePath('db/migrations');

/** Any number, the same in every process: holders of this lock migrate one after the other. */
const migrationLock = 7_266_883;

/** Brings the schema up to date. Two processes that start at once take turns; the second finds nothing to do. */
export const migrateDatabase = async (url: string): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`SELECT pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(sql), { migrationsFolder });
  } finally {
    await sql.end({ timeout: 5 });
  }
};
