import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Processor, Queue, RedisConnection, Worker, type WorkerOptions } from 'bullmq';
import { connectRedis, RETRY_AT_MOST_MS, type RedisClient } from './redis-clients.ts';
import { withinMs } from './time-limit.ts';
import {
  type CarrierState,
  keptEvents,
  PING_LIMIT_MS,
  type QueueBackend,
  type ReportError,
  recovery,
  runRetryDelay,
  type WorkerSettings,
} from './types.ts';

/** In braces, so that Redis Cluster keeps all keys of a script in one slot; the same for every form. */
const prefix = '{navette}';

/** For the first connection, so that what follows at once works; an absent Redis does not hold us up longer. */
const FIRST_CONNECTION_MS = 1_000;
/** A safety net below the 15 s that a process has to end. */
const CLOSE_LIMIT_MS = 10_000;

/** A Redis that lives answers a ping in a millisecond. */
const ANSWER_LIMIT_MS = 500;

/** BullMQ adds some for each queue and worker. Not 0: it adds to this number, and 0 would become 3. */
const MANY_LISTENERS = 1_000;

const DAY_S = 24 * 60 * 60;

// What BullMQ assumes where it does not ask the server (producers, see newQueue), and what it demands where
// it does (workers). Its own 5.0 would make it look up states without LPOS, by reading whole lists.
RedisConnection.minimumVersion = '6.2.0';

/**
 * BullMQ's close() never resolves while Redis is away: it calls disconnect() on a connection that waits for its
 * next attempt, which takes the attempt away and never announces the end. So let the attempt fail first.
 * Closing is for the end of a process: after the first one, no connection of it is made anew.
 */
class ClosableWorker extends Worker {
  readonly #beforeClose: () => Promise<void>;

  constructor(name: string, processor: Processor, options: WorkerOptions, beforeClose: () => Promise<void>) {
    super(name, processor, options);
    this.#beforeClose = beforeClose;
  }

  override async close(force = false): Promise<void> {
    await this.#beforeClose();
    await super.close(force);
  }
}

export async function createRedisQueueBackend(url: string, report: ReportError): Promise<QueueBackend> {
  const ending = new AbortController();
  const producer = connectRedis(url, 'producer', ending.signal);
  producer.on('error', (error) => report(error, 'redis'));
  producer.on('close', () => {
    if (!ending.signal.aborted) report(new Error('The connection to Redis was lost.'), 'redis');
  });
  const queues = new Map<string, Queue>();
  const workers: Worker[] = [];
  let shared: RedisClient | undefined;

  /** One for the ordinary commands of all workers; each has a blocking one besides, copied from it. */
  const workerClient = (): RedisClient => {
    if (!shared) {
      shared = connectRedis(url, 'worker', ending.signal);
      shared.setMaxListeners(MANY_LISTENERS);
      shared.on('error', (error) => report(error, 'redis'));
    }
    return shared;
  };

  const newQueue = (name: string): Queue => {
    const queue = new Queue(name, {
      connection: producer,
      prefix,
      streams: { events: { maxLen: keptEvents } },
      // Else the first call of a queue made while Redis is away waits for it without end (it asks for the
      // version first), and a failed question is remembered for ever.
      skipWaitingForReady: true,
      skipVersionCheck: true,
    });
    queue.on('error', (error) => report(error, `queue ${name}`));
    queues.set(name, queue);
    return queue;
  };

  producer.setMaxListeners(MANY_LISTENERS);
  await withinMs(FIRST_CONNECTION_MS, 'Connecting to Redis', once(producer, 'ready')).catch((error) =>
    report(error, 'redis'),
  );

  return {
    kind: 'redis',
    newQueue,
    newWorker: (name, processor: Processor, settings: WorkerSettings) => {
      const { backoffStrategy, ...rest } = settings;
      const connection = workerClient();
      const beforeClose = async () => {
        ending.abort();
        // Asked, because a connection that has just died still says that it is ready.
        const answers = await withinMs(ANSWER_LIMIT_MS, 'Redis', connection.ping()).then(
          () => true,
          () => false,
        );
        // By then an attempt to connect has failed and ended the worker's connections.
        if (!answers) await sleep(RETRY_AT_MOST_MS + 200);
      };
      const worker = new ClosableWorker(
        name,
        processor,
        {
          ...rest,
          ...recovery,
          runRetryDelay,
          connection,
          prefix,
          // Objects: `true` here crashes BullMQ's script. The ledger is the history; this is for Bull Board.
          removeOnComplete: { count: 200, age: DAY_S },
          removeOnFail: { count: 1_000, age: 7 * DAY_S },
          ...(backoffStrategy ? { settings: { backoffStrategy } } : {}),
        },
        beforeClose,
      );
      worker.on('error', (error) => report(error, `worker ${name}`));
      workers.push(worker);
      return worker;
    },
    findStates: async (name, ids) => {
      const queue = queues.get(name) ?? newQueue(name);
      // All are written to one connection before the first answer is read.
      const states = await Promise.all(ids.map((id) => queue.getJobState(id)));
      return new Map(ids.map((id, index): [string, CarrierState] => [id, states[index] ?? 'unknown']));
    },
    migrate: async () => undefined,
    ping: async () => {
      await withinMs(PING_LIMIT_MS, 'Redis', producer.ping());
    },
    findProblems: async () => findRedisProblems(await withinMs(PING_LIMIT_MS, 'Redis', producer.info())),
    close: async () => {
      ending.abort();
      const closing = Promise.all(workers.map((worker) => worker.close()));
      await withinMs(CLOSE_LIMIT_MS, 'Closing the workers', closing).catch((error: Error) =>
        report(error, 'redis'),
      );
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      producer.disconnect();
      shared?.disconnect();
    },
  };
}

export function findRedisProblems(info: string): string[] {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const problems: string[] = [];
  const policy = field('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction') {
    problems.push(`Redis drops keys when its memory is full (${policy}). Set maxmemory-policy noeviction.`);
  }
  const version = field('redis_version') ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 6 || (major === 6 && minor < 2)) problems.push(`Redis ${version} is too old; 6.2 is needed.`);
  return problems;
}
