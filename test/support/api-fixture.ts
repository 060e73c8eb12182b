import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import type { Database } from '../../db/client.ts';
import { createApiKey } from '../../db/repositories/api-keys/create-api-key.ts';
import { createIntake } from '../../queues/intake/create-intake.ts';
import { messagesQueue } from '../../queues/messages.queue.ts';
import { ordersQueue } from '../../queues/orders.queue.ts';
import type { Producer } from '../../queues/producer.ts';
import { returnsQueue } from '../../queues/returns.queue.ts';
import { trackingQueue } from '../../queues/tracking.queue.ts';
import { createApi } from '../../src/api/app.ts';
import { configureServer } from '../../src/api/configure-server.ts';
import type { ApiDeps } from '../../src/api/deps.ts';
import { newId } from '../../src/platform/ids.ts';
import { createMessagesHandler } from '../../workers/handlers/messages.handler.ts';
import { createOrdersHandler } from '../../workers/handlers/orders.handler.ts';
import { createReturnsHandler } from '../../workers/handlers/returns.handler.ts';
import { createTrackingHandler } from '../../workers/handlers/tracking.handler.ts';
import { runDeciding } from '../../workers/runtime/run-deciding.ts';

const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' });

/** Everything waits in the ledger: what happens after the hand-over is tested elsewhere. */
const producer = { add: async () => {}, queues: new Map(), close: async () => {} } as unknown as Producer;
const placement = { tryTake: () => false, reportFailure: () => {}, stop: async () => {} };

export interface TestApi {
  readonly url: string;
  readonly key: string;
  readonly sellerId: string;
  readonly metrics: Registry;
  /** A request of this seller; `path` begins with a slash. */
  call(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

/** The API on a free port, with a seller of its own. */
export const startTestApi = async (
  database: Database,
  { intake, ...changes }: Partial<ApiDeps> = {},
): Promise<TestApi> => {
  const { plaintext: key, sellerId } = await createApiKey(database.system, {
    sellerName: newId(),
    name: 'test',
  });
  const metrics = new Registry();
  const app = createApi({
    database,
    intake: intake ?? createIntake({ database, producer, placement, logger }),
    logger,
    metrics,
    config: { publicUrl: 'http://navette.test' },
    readiness: async () => ({ ready: true, checks: { postgres: { ok: true } } }),
    ...changes,
  });
  const server = configureServer(createServer(app));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call: TestApi['call'] = (path, init = {}) =>
    fetch(url + path, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
  const send =
    (method: string): TestApi['post'] =>
    (path, body, headers = {}) =>
      call(path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
  return {
    url,
    key,
    sellerId,
    metrics,
    call,
    post: send('POST'),
    put: send('PUT'),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};

/** An answer's JSON, trusted to be of the type that the test looks at. */
export const jsonOf = async <T = Record<string, unknown>>(response: Response): Promise<T> =>
  (await response.json()) as T;

const settings = {
  mailDomain: 'navette.test',
  links: { publicUrl: 'http://navette.test', linkSecrets: ['a link secret of more than 32 characters'] },
};

/** Does the work of a seller that waits, as its workers would. */
export const workOff = async (database: Database, sellerId: string): Promise<void> => {
  const rows = await database.system<{ id: string; queue: string }[]>`
    UPDATE job SET state = 'queued', carrier = id::text, handed_at = now()
    WHERE seller_id = ${sellerId} AND state = 'waiting' AND run_at <= now() AND queue IN ('orders', 'tracking', 'messages', 'returns')
    RETURNING id, queue`;
  const of = (queue: string): string[] => rows.filter((row) => row.queue === queue).map(({ id }) => id);
  const orders = createOrdersHandler(settings);
  const tracking = createTrackingHandler(settings);
  const messages = createMessagesHandler(settings);
  const returns = createReturnsHandler(settings);
  await database.asSellers([sellerId], async (tx) => {
    await runDeciding(tx, ordersQueue, orders, { ids: of('orders'), logger });
    await runDeciding(tx, trackingQueue, tracking, { ids: of('tracking'), logger });
    await runDeciding(tx, messagesQueue, messages, { ids: of('messages'), logger });
    await runDeciding(tx, returnsQueue, returns, { ids: of('returns'), logger });
  });
};
