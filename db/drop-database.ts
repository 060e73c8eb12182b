import postgres from 'postgres';

/** Drops the database that the address names, whoever is connected to it. Only for data that nobody misses. */
export const dropDatabase = async (url: string): Promise<void> => {
  const { pathname } = new URL(url);
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => {} });
  try {
    await sql`DROP DATABASE IF EXISTS ${sql(decodeURIComponent(pathname.slice(1)))} WITH (FORCE)`;
  } finally {
    await sql.end({ timeout: 5 });
  }
};
