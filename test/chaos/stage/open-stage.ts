import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import postgres from 'postgres';
import { openDatabase } from '../../../db/client.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { createApiKey } from '../../../db/repositories/api-keys/create-api-key.ts';
import { createQueueBackend, type QueueBackend } from '../../../queues/backend.ts';
import { startEmbeddedPostgres } from '../../../src/platform/embedded/postgres.ts';
import { type PaymentServer, startPaymentServer } from '../../support/payment-server/payment-server.ts';
import { findFreePort, startRedis, type TestRedis } from '../../support/redis.ts';
import { type SmtpSink, startSmtpSink } from '../../support/smtp-sink.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { until } from '../../support/until.ts';
import { installAudit } from './audit.ts';
import { createRoleProcess, type RoleProcess, type UnaskedEnd } from './role-process.ts';

export interface Seller {
  readonly id: string;
  readonly key: string;
}

/** A server of ours that can be away: what is told to the roles leads through the proxy. */
interface Outside<T> {
  readonly server: T;
  readonly proxy: TcpProxy;
}

export interface Postgres {
  readonly url: string;
  /** Ends it by this signal (SIGINT: fast, SIGQUIT: immediate); resolves when it takes connections again. */
  restart(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>;
}

/** An installation from outside: processes that can be killed, on stores that can be killed, and whom they call. */
export interface Stage {
  readonly sellers: readonly Seller[];
  readonly apis: readonly RoleProcess[];
  readonly apiUrls: readonly string[];
  readonly workers: readonly RoleProcess[];
  readonly postgres: Postgres;
  readonly redis: TestRedis | null;
  readonly mailServer: Outside<SmtpSink>;
  readonly payments: Outside<PaymentServer>;
  readonly unaskedEnds: readonly UnaskedEnd[];
  /** Connections of the pools of one process: the application's and the system's. */
  readonly poolConnections: number;
  /** A connection of the harness, as the superuser; not for longer than PostgreSQL lives. */
  openSql(): postgres.Sql;
  /** BullMQ as the roles see it. */
  openBackend(): Promise<QueueBackend>;
  stop(): Promise<void>;
}

export interface StageOptions {
  readonly folder: string;
  readonly onRedis: boolean;
  readonly seed: number;
  readonly apiCount: number;
  readonly workerCount: number;
}

/** By which the harness tells its own connections from those of the roles. */
export const harnessName = 'chaos';
const sellerCount = 3;
/** Small: five processes share one server, and while a pool is replaced there are two of it. */
const databasePool = 8;
const systemPool = 2;

/** Faults of a provider that misbehaves without anybody killing anything. */
const paymentFaults = (seed: number) =>
  ({
    seed,
    calls: {
      answers_late: 0.004,
      books_late: 0.004,
      drop_before_booking: 0.04,
      drop_after_booking: 0.06,
      error_before_booking: 0.04,
      error_after_booking: 0.06,
      too_many: 0.04,
      pending: 0.06,
      pending_fails: 0.02,
      fails_later: 0.03,
    },
    looks: { drop: 0.03, error: 0.03, too_many: 0.02 },
    webhooks: { duplicate: 0.25, delayed: 0.15 },
  }) as const;

const startPostgres = async (dataDir: string): Promise<Postgres & { stop(): Promise<void> }> => {
  const server = await startEmbeddedPostgres({ dataDir, logger: pino({ level: 'silent' }) });
  return {
    url: server.url,
    restart: async (signal) => {
      const { pid } = server;
      process.kill(pid, signal);
      // It is kept up: whatever ended it, it starts again on its port.
      await until('PostgreSQL is up again', async () => server.pid !== pid, 60_000);
    },
    stop: () => server.stop(),
  };
};

const makeSellers = async (url: string): Promise<Seller[]> => {
  const database = openDatabase({ url, maxConnections: 2, applicationName: harnessName });
  const sellers: Seller[] = [];
  for (let n = 1; n <= sellerCount; n += 1) {
    const seller = { sellerName: `seller-${n}`, name: 'chaos' };
    const { sellerId, plaintext } = await createApiKey(database.system, seller);
    sellers.push({ id: sellerId, key: plaintext });
  }
  await database.close();
  return sellers;
};

export const openStage = async (options: StageOptions): Promise<Stage> => {
  const { folder, onRedis, seed, apiCount, workerCount } = options;
  const dataDir = join(folder, 'data');
  const logs = join(folder, 'logs');
  mkdirSync(logs, { recursive: true });
  const server = await startPostgres(dataDir);
  const redis = onRedis ? await startRedis() : null;
  const openSql = (): postgres.Sql =>
    postgres(server.url, { max: 4, onnotice: () => {}, connection: { application_name: harnessName } });
  const openBackend = (): Promise<QueueBackend> =>
    createQueueBackend({ redisUrl: redis?.url, databaseUrl: server.url, onError: () => {} });

  await migrateDatabase(server.url);
  const backend = await openBackend();
  await backend.migrate();
  await backend.close();
  const sql = openSql();
  await installAudit(sql);
  await sql.end();
  const sellers = await makeSellers(server.url);

  const sink = await startSmtpSink();
  const mailServer = { server: sink, proxy: await proxyTo(sink.url) };
  const provider = await startPaymentServer({ plan: paymentFaults(seed), lateMs: 12_000, settleMs: 2_000 });
  const payments = { server: provider, proxy: await proxyTo(provider.url) };
  const ports = await Promise.all(Array.from({ length: apiCount }, () => findFreePort()));
  const apiUrls = ports.map((port) => `http://127.0.0.1:${port}`);
  provider.deliverTo(`${apiUrls[0]}/webhooks/stripe`);

  const unaskedEnds: UnaskedEnd[] = [];
  const environment = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    DATABASE_URL: server.url,
    DATABASE_POOL: String(databasePool),
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
    SMTP_URL: `smtp://127.0.0.1:${mailServer.proxy.port}`,
    MAIL_FROM: 'Navette <mail@navette.example>',
    PUBLIC_URL: apiUrls[0],
    OPERATOR_PASSWORD: 'operator of the chaos',
    LINK_SECRETS: 'a link secret of more than 32 characters',
    STRIPE_API_KEY: provider.apiKey,
    STRIPE_API_BASE: `http://127.0.0.1:${payments.proxy.port}`,
    STRIPE_WEBHOOK_SECRET: provider.webhookSecret,
  };
  const create = (role: 'api' | 'worker', n: number): RoleProcess =>
    createRoleProcess({
      name: `${role} ${n + 1}`,
      role,
      dataDir,
      environment: role === 'api' ? { ...environment, PORT: String(ports[n]) } : environment,
      logFile: join(logs, `${role}-${n + 1}.log`),
      onUnaskedEnd: (end) => void unaskedEnds.push(end),
    });
  const apis = ports.map((_, n) => create('api', n));
  const workers = Array.from({ length: workerCount }, (_, n) => create('worker', n));

  return {
    sellers,
    apis,
    apiUrls,
    workers,
    postgres: server,
    redis,
    mailServer,
    payments,
    unaskedEnds,
    poolConnections: databasePool + systemPool,
    openSql,
    openBackend,
    stop: async () => {
      await Promise.all([...apis, ...workers].map((one) => one.kill()));
      await mailServer.proxy.close();
      await payments.proxy.close();
      await sink.close();
      await provider.close();
      await redis?.stop();
      await server.stop();
    },
  };
};

const proxyTo = (url: string): Promise<TcpProxy> =>
  startTcpProxy({ host: '127.0.0.1', port: Number(new URL(url).port) });
