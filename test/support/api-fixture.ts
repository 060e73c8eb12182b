import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import type { Database } from '../../db/client.ts';
import { createApiKey } from '../../db/repositories/api-keys/create-api-key.ts';
import { cancellationsQueue } from '../../queues/cancellations.queue.ts';
import { claimsQueue } from '../../queues/claims.queue.ts';
import type { QueueContract } from '../../queues/contract.ts';
import { createIntake } from '../../queues/intake/create-intake.ts';
import { messagesQueue } from '../../queues/messages.queue.ts';
import { ordersQueue } from '../../queues/orders.queue.ts';
import { paymentsQueue } from '../../queues/payments.queue.ts';
import type { Producer } from '../../queues/producer.ts';
import { refundsQueue } from '../../queues/refunds.queue.ts';
import type { QueueName } from '../../queues/registry.ts';
import { returnsQueue } from '../../queues/returns.queue.ts';
import { trackingQueue } from '../../queues/tracking.queue.ts';
import { createApi } from '../../src/api/app.ts';
import { configureServer, serverOptions } from '../../src/api/configure-server.ts';
import type { ApiDeps } from '../../src/api/deps.ts';
import type { PaymentProvider } from '../../src/domain/orders/order.ts';
import { newId } from '../../src/platform/ids.ts';
import type { PaymentGateway } from '../../workers/adapters/payments/gateway.ts';
import { createSandboxGateway } from '../../workers/adapters/payments/sandbox-gateway.ts';
import type { DecidingHandler } from '../../workers/handler.ts';
import { createCancellationsHandler } from '../../workers/handlers/cancellations.handler.ts';
import { createClaimsHandler } from '../../workers/handlers/claims.handler.ts';
import { createMessagesHandler } from '../../workers/handlers/messages.handler.ts';
import { createOrdersHandler } from '../../workers/handlers/orders.handler.ts';
import { createPaymentsHandler } from '../../workers/handlers/payments.handler.ts';
import { createRefundsHandler } from '../../workers/handlers/refunds.handler.ts';
import { createReturnsHandler } from '../../workers/handlers/returns.handler.ts';
import { createTrackingHandler } from '../../workers/handlers/tracking.handler.ts';
import { runCalling } from '../../workers/runtime/run-calling.ts';
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
    stripeWebhookSecret: null,
    ...changes,
  });
  const server = configureServer(createServer(serverOptions, app));
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

/** Stripe as it is while it has a refund pending: how that ends, only its events tell. */
const pendingStripe: PaymentGateway = {
  refund: async ({ refundId }) => ({ kind: 'pending', providerRefundId: `re_${refundId}` }),
  find: async ({ refundId }) => ({ kind: 'pending', providerRefundId: `re_${refundId}` }),
  books: async () => [],
};

/** The sandbox's own messages are tested elsewhere. */
const gatewaysOf = (database: Database): ReadonlyMap<PaymentProvider, PaymentGateway> =>
  new Map([
    ['sandbox', createSandboxGateway({ database, notify: async () => {} })],
    ['stripe', pendingStripe],
  ]);

const queues = [
  'orders',
  'tracking',
  'messages',
  'returns',
  'cancellations',
  'refunds',
  'claims',
  'payments',
];

interface Due {
  readonly id: string;
  readonly queue: string;
}

const takeDue = (database: Database, sellerId: string): Promise<Due[]> =>
  database.system<Due[]>`
    UPDATE job SET state = 'queued', carrier = id::text, handed_at = now()
    WHERE seller_id = ${sellerId} AND state = 'waiting' AND run_at <= now() AND queue = ANY (${queues}::text[])
    RETURNING id, queue`;

const run = async (database: Database, sellerId: string, due: readonly Due[]): Promise<void> => {
  const idsOf = (queue: string): string[] => due.filter((job) => job.queue === queue).map(({ id }) => id);
  await database.asSellers([sellerId], async (tx) => {
    const decide = <Q extends QueueName, State>(
      contract: QueueContract<Q>,
      handler: DecidingHandler<Q, State>,
    ): Promise<unknown> => runDeciding(tx, contract, handler, { ids: idsOf(contract.name), logger });
    await decide(ordersQueue, createOrdersHandler(settings));
    await decide(trackingQueue, createTrackingHandler(settings));
    await decide(messagesQueue, createMessagesHandler(settings));
    await decide(returnsQueue, createReturnsHandler(settings));
    await decide(cancellationsQueue, createCancellationsHandler(settings));
    await decide(refundsQueue, createRefundsHandler(settings));
    await decide(claimsQueue, createClaimsHandler(settings));
  });
  const payments = createPaymentsHandler({ mailing: settings, gateways: gatewaysOf(database) });
  for (const id of idsOf('payments')) {
    await runCalling(paymentsQueue, payments, { id, sellers: [sellerId], database, logger });
  }
};

/** Does the work of a seller that waits, as its workers would, with all that follows of it at once. */
export const workOff = async (database: Database, sellerId: string): Promise<void> => {
  for (;;) {
    const due = await takeDue(database, sellerId);
    if (due.length === 0) return;
    await run(database, sellerId, due);
  }
};
