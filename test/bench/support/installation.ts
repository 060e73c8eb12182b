import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pino } from 'pino';
import postgres from 'postgres';
import { migrateDatabase } from '../../../db/migrate.ts';
import { createQueueBackend, type QueueBackend } from '../../../queues/backend.ts';
import { startEmbeddedPostgres } from '../../../src/platform/embedded/postgres.ts';
import { packagePath } from '../../../src/platform/package-root.ts';
import { childEnvironment } from '../../real-orders/navette-process.ts';
import { findFreePort, startRedis, type TestRedis } from '../../support/redis.ts';
import { until } from '../../support/until.ts';

/** Navette as it is installed: a real PostgreSQL that writes through, perhaps a Redis, and roles as processes. */
export interface Installation {
  readonly url: string;
  readonly apiKey: string;
  readonly databaseUrl: string;
  readonly redis: TestRedis | null;
  /** The superuser, to arrange and to look. */
  readonly sql: postgres.Sql;
  /** BullMQ's side, for what is measured beside ours. */
  readonly backend: QueueBackend;
  startApi(): Promise<ChildProcess>;
  startWorker(): ChildProcess;
  stop(): Promise<void>;
}

export const apiKey = 'a-key-of-the-bench-1234';

/** Ends a process; SIGTERM lets it finish what it does. */
export const endProcess = async (child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
};

/** A figure without durability would be worth nothing: what was answered 202 is on disk. */
const checkDurability = async (sql: postgres.Sql): Promise<void> => {
  const [row] = await sql<{ fsync: string; commits: string }[]>`
    SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits`;
  if (row?.fsync !== 'on' || row.commits !== 'on') throw new Error('PostgreSQL does not write through');
};

/** A role's standard error, shown only when it ends by itself: the greeting of each start is no news. */
const showLastWords = (child: ChildProcess, role: string): void => {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = `${words}${text}`.slice(-4_000);
  });
  child.on('close', (code) => {
    if (code !== null && code !== 0) console.error(`The role ${role} has ended with ${code}:\n${words}`);
  });
};

export const openInstallation = async ({
  folder,
  queues,
}: {
  readonly folder: string;
  readonly queues: 'redis' | 'postgres';
}): Promise<Installation> => {
  const dataDir = join(folder, queues);
  const server = await startEmbeddedPostgres({ dataDir, logger: pino({ level: 'silent' }) });
  const redis = queues === 'redis' ? await startRedis() : null;
  await migrateDatabase(server.url);
  const backend = await createQueueBackend({
    redisUrl: redis?.url,
    databaseUrl: server.url,
    onError: () => {},
  });
  await backend.migrate();
  const sql = postgres(server.url, { max: 4, onnotice: () => {} });
  await checkDurability(sql);
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const children: ChildProcess[] = [];
  const start = (role: 'api' | 'worker'): ChildProcess => {
    const child = spawn(process.execPath, [packagePath('src/launch/navette.js'), role], {
      cwd: packagePath('.'),
      env: childEnvironment(dataDir, {
        DATABASE_URL: server.url,
        ...(redis === null ? {} : { REDIS_URL: redis.url }),
        PORT: String(port),
        PUBLIC_URL: url,
        API_KEY: apiKey,
        OPERATOR_PASSWORD: 'operator of the bench',
        LINK_SECRETS: 'a link secret of more than 32 characters',
      }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    showLastWords(child, role);
    children.push(child);
    return child;
  };
  return {
    url,
    apiKey,
    databaseUrl: server.url,
    redis,
    sql,
    backend,
    startApi: async () => {
      const child = start('api');
      await until(
        'the API answers',
        async () => (await fetch(`${url}/healthz`).catch(() => null))?.ok ?? false,
        60_000,
      );
      return child;
    },
    startWorker: () => start('worker'),
    stop: async () => {
      await Promise.all(children.map((child) => endProcess(child, 'SIGKILL')));
      await backend.close();
      await sql.end({ timeout: 5 });
      await redis?.stop();
      await server.stop();
    },
  };
};
