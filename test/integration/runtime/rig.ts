import { createQueueBackend, type QueueBackend } from '../../../queues/backend.ts';
import type { QueueContract } from '../../../queues/contract.ts';
import { createIntake } from '../../../queues/intake/create-intake.ts';
import { startPlacement } from '../../../queues/intake/placement.ts';
import type { Intake } from '../../../queues/intake/submission.ts';
import { type Dispatcher, startDispatcher } from '../../../queues/ledger/dispatcher.ts';
import { createProducer, type Producer } from '../../../queues/producer.ts';
import { type QueueName, registry } from '../../../queues/registry.ts';
import type { MailTransport } from '../../../src/mail/outgoing-mail.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { createHandlers, type HandlerPorts, type Handlers } from '../../../workers/handlers/index.ts';
import { startWorkers } from '../../../workers/runtime/start-workers.ts';
import { emptyLedger, type Ledger, openLedger, silent } from '../../support/ledger-fixture.ts';
import { findRedisServer, startRedis, type TestRedis } from '../../support/redis.ts';

export type Kind = 'postgres' | 'redis';

/** Both backends; without a redis-server the run says once, in its global setup, that one is skipped. */
export const kinds: readonly Kind[] = findRedisServer() === undefined ? ['postgres'] : ['postgres', 'redis'];

/** The ledger with BullMQ on one of its backends, and whatever parts of a process a test wants. */
export interface Rig {
  readonly kind: Kind;
  readonly ledger: Ledger;
  readonly redis: TestRedis | null;
  /** Of the present test. */
  readonly backend: QueueBackend;
  readonly producer: Producer;
  /** Empties ledger and BullMQ; a new backend and producer. */
  begin(): Promise<void>;
  /** Stops what the test has started. */
  end(): Promise<void>;
  intake(): Intake;
  /** Workers with a dispatcher, as a worker process has them; gives what stops them before end() does. */
  work(options?: WorkOptions): () => Promise<void>;
  /** Makes the dispatchers look now: nobody waits for their next round, which has tests of its own. */
  nudge(): void;
  close(): Promise<void>;
}

export interface WorkOptions {
  readonly contracts?: readonly QueueContract<QueueName>[];
  readonly handlers?: Partial<Handlers>;
  readonly concurrency?: number;
}

const nobody: MailTransport = {
  send: async () => {
    throw new Error('This test sends no mail');
  },
  close: () => {},
};

export const realHandlers = (
  transport: MailTransport = nobody,
  gateways: HandlerPorts['gateways'] = new Map(),
): Handlers =>
  createHandlers({
    transport,
    gateways,
    mailDomain: 'navette.test',
    links: { publicUrl: 'http://navette.test', linkSecrets: ['a link secret of more than 32 characters'] },
  });

/** Retries that a test can wait for. */
export const quick = (contract: QueueContract<QueueName>): QueueContract<QueueName> => ({
  ...contract,
  attempts: 3,
  backoff: { baseMs: 60, maxMs: 120 },
});

export const openRig = async (kind: Kind): Promise<Rig> => {
  const ledger = await openLedger();
  const redis = kind === 'redis' ? await startRedis() : null;
  const stops: (() => Promise<void>)[] = [];
  const dispatchers = new Set<Dispatcher>();
  let backend: QueueBackend | undefined;
  let producer: Producer | undefined;
  const has = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('begin() comes first');
    return part;
  };
  const end = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop();
    await backend?.close();
    backend = undefined;
  };
  const rig: Rig = {
    kind,
    ledger,
    redis,
    get backend() {
      return has(backend);
    },
    get producer() {
      return has(producer);
    },
    begin: async () => {
      await emptyLedger(ledger);
      backend = await createQueueBackend({
        redisUrl: redis?.url,
        databaseUrl: ledger.url,
        onError: () => {},
      });
      const names = registry.map(({ name }) => name);
      producer = createProducer(backend, names);
      if (kind === 'redis') {
        for (const queue of producer.queues.values()) await queue.obliterate({ force: true });
      }
    },
    end,
    intake: () => {
      const { database, system } = ledger;
      const placement = startPlacement({ sql: system, contracts: registry, logger: silent });
      const intake = createIntake({ database, producer: rig.producer, placement, logger: silent });
      stops.push(async () => {
        await intake.drain();
        await placement.stop();
      });
      return intake;
    },
    work: ({ contracts = registry, handlers = {}, concurrency } = {}) => {
      const concurrencyOf = (name: string): number =>
        concurrency ?? contracts.find((contract) => contract.name === name)?.concurrency ?? 1;
      const dispatcher = startDispatcher({
        sql: ledger.system,
        producer: rig.producer,
        logger: silent,
        contracts,
        concurrencyOf,
      });
      const workers = startWorkers({
        backend: rig.backend,
        database: ledger.database,
        contracts,
        handlers: { ...realHandlers(), ...handlers },
        concurrencyOf,
        logger: silent,
        metrics: createMetrics(),
        onRoom: dispatcher.nudge,
      });
      dispatchers.add(dispatcher);
      const stop = async (): Promise<void> => {
        dispatchers.delete(dispatcher);
        await dispatcher.stop();
        await workers.close();
      };
      stops.push(stop);
      return stop;
    },
    nudge: () => {
      for (const dispatcher of dispatchers) dispatcher.nudge();
    },
    close: async () => {
      await end();
      await redis?.stop();
      await ledger.close();
    },
  };
  return rig;
};
