import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Database, openDatabase, type Sql } from '../../../db/client.ts';
import type { Config } from '../../platform/config.ts';
import { packagePath } from '../../platform/package-root.ts';
import { bad, codeOf, type Finding, look, ok, reasonOf } from './finding.ts';

const oldestVersion = 150_000;
/** Readiness fails above this. */
const mostSkewMs = 1_000;

interface Facts {
  readonly version: string;
  readonly versionNumber: number;
  readonly synchronousCommit: string;
  readonly fsync: string;
  readonly encoding: string;
  readonly maxConnections: number;
  readonly now: string;
  readonly migrations: number | null;
  readonly mayBeApp: boolean;
}

/** One round trip as the role that logs in, which the pool has exchanged for another. */
const readFacts = (sql: Sql): Promise<Facts> =>
  sql.begin(async (tx) => {
    await tx`SET LOCAL ROLE NONE`;
    const [facts] = await tx<Omit<Facts, 'migrations'>[]>`
      SELECT current_setting('server_version') AS version,
        current_setting('server_version_num')::int AS "versionNumber",
        current_setting('synchronous_commit') AS "synchronousCommit",
        current_setting('fsync') AS fsync,
        current_setting('server_encoding') AS encoding,
        current_setting('max_connections')::int AS "maxConnections",
        clock_timestamp() AS now,
        pg_has_role('navette_app', 'MEMBER') AS "mayBeApp"`;
    if (facts === undefined) throw new Error('PostgreSQL does not answer');
    const [table] = await tx<{ found: boolean }[]>`
      SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS found`;
    if (table?.found !== true) return { ...facts, migrations: null };
    const [done] = await tx<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM drizzle.__drizzle_migrations`;
    return { ...facts, migrations: done?.count ?? 0 };
  });

const journal = z.object({ entries: z.array(z.unknown()) });

const knownMigrations = (): number =>
  journal.parse(JSON.parse(readFileSync(packagePath('db/migrations/meta/_journal.json'), 'utf8'))).entries
    .length;

const judgeMigrations = (done: number | null): Finding => {
  const known = knownMigrations();
  const migrate = 'Run `navette migrate` (after a back-up), before the new version starts.';
  if (done === null || done === 0) return bad('The database has no tables of Navette', migrate);
  if (done < known) return bad(`The database is ${known - done} migrations behind`, migrate);
  if (done > known) {
    return look(
      `The database is ${done - known} migrations ahead of this version`,
      'A newer Navette has used it. That works while both run; install the newer one here too.',
    );
  }
  return ok('The database is up to date');
};

const judgeDurability = ({ synchronousCommit, fsync }: Facts): Finding[] => {
  if (fsync !== 'on') {
    return [
      bad('PostgreSQL runs with fsync = off', 'Switch fsync on: a power cut destroys the whole database.'),
    ];
  }
  if (synchronousCommit === 'off' || synchronousCommit === 'local') {
    const mend = 'Set synchronous_commit = on: what the API has answered 202 to may be lost in a crash else.';
    return [bad(`PostgreSQL runs with synchronous_commit = ${synchronousCommit}`, mend)];
  }
  return [ok(`Commits are durable (synchronous_commit = ${synchronousCommit})`)];
};

const judgeConnections = ({ maxConnections }: Facts, { databasePool, redisUrl }: Config): Finding[] => {
  // The system pool has a quarter of the application's; BullMQ's producers, workers and listeners, see queues.
  const perProcess = databasePool + Math.ceil(databasePool / 4) + (redisUrl === null ? 16 : 0);
  if (perProcess <= maxConnections * 0.9) return [];
  const what = `A process may open ${perProcess} connections, PostgreSQL allows ${maxConnections} in all`;
  return [look(what, 'Raise max_connections or lower DATABASE_POOL.')];
};

const judge = (facts: Facts, config: Config, halfWayMs: number): Finding[] => {
  const findings: Finding[] = [];
  const { version, versionNumber, encoding, now, mayBeApp, migrations } = facts;
  findings.push(
    versionNumber >= oldestVersion
      ? ok(`PostgreSQL ${version} answers`)
      : bad(`PostgreSQL ${version} is too old`, 'Use PostgreSQL 15 or newer.'),
  );
  if (encoding !== 'UTF8') {
    findings.push(bad(`The database is encoded in ${encoding}`, 'Create it anew with ENCODING UTF8.'));
  }
  findings.push(judgeMigrations(migrations));
  findings.push(
    mayBeApp
      ? ok('The roles navette_app and navette_system can be taken on')
      : bad('The database user may not become navette_app', grantRoles),
  );
  const skewMs = Math.round(Math.abs(Date.parse(now) - halfWayMs));
  findings.push(
    skewMs <= mostSkewMs
      ? ok(`The clocks agree within ${skewMs} ms`)
      : bad(`This machine's clock is ${skewMs} ms off the database's`, 'Run a time service (NTP) on both.'),
  );
  return [...findings, ...judgeDurability(facts), ...judgeConnections(facts, config)];
};

const grantRoles = 'As an administrator: GRANT navette_app, navette_system TO the user of DATABASE_URL.';

/** What a refused connection means, by the codes of PostgreSQL and of the network. */
export const judgeFailure = (error: unknown): Finding => {
  const reason = reasonOf(error);
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return bad(
        'PostgreSQL does not accept the user or password',
        'Mend the user and password in DATABASE_URL.',
      );
    case '3D000':
      return bad(
        'PostgreSQL has no such database',
        'Create the database that DATABASE_URL names, then `navette migrate`.',
      );
    case '22023':
    case '42704':
      return bad('The database has no roles of Navette', 'Run `navette migrate`, which makes them.');
    case '42501':
      return bad(`The database user may not do its work (${reason})`, grantRoles);
    case '53300':
      return bad('PostgreSQL has no connection left', 'Raise max_connections or lower DATABASE_POOL.');
    default:
      return bad(
        `PostgreSQL does not answer (${reason})`,
        'Start it, or mend the host and port in DATABASE_URL.',
      );
  }
};

/** Looks at a database without changing anything. */
export const checkDatabase = async (url: string, config: Config): Promise<Finding[]> => {
  let database: Database;
  try {
    database = openDatabase({ url, maxConnections: 2, applicationName: 'navette doctor' });
  } catch {
    return [bad('DATABASE_URL cannot be read', 'Write it postgres://user:password@host:5432/database.')];
  }
  try {
    await database.system`SELECT 1`;
    const beganMs = Date.now();
    const facts = await readFacts(database.system);
    return judge(facts, config, (beganMs + Date.now()) / 2);
  } catch (error) {
    return [judgeFailure(error)];
  } finally {
    await database.close();
  }
};
