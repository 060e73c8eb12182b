import { type JobState, type Processor, Queue, runMigrations, Worker } from 'bullmq';
import pg from 'pg';
import { startCleaning } from './postgres-clean.ts';
import { createPatientBackend } from './postgres-connection.ts';
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

/**
 * Where BullMQ's tables live. It uses this schema for any pool that it has not made itself, and finds it by
 * the search_path. LISTEN and search_path belong to a session, so DATABASE_URL must not lead through
 * PgBouncer in transaction mode.
 */
const schema = 'bullmq';

/** Adding is one short statement; the dispatcher adds in a few queues at once. */
const PRODUCER_CONNECTIONS = 4;
/** For claims and acknowledgements of all workers; each worker holds one more, for LISTEN. */
const WORKER_CONNECTIONS = 6;

/** The default parameters of Queue and Worker name Redis; nothing that they type differs on PostgreSQL. */
const asQueue = (queue: unknown) => queue as Queue;
const asWorker = (worker: unknown) => worker as Worker;

export async function createPostgresQueueBackend(
  databaseUrl: string,
  report: ReportError,
): Promise<QueueBackend> {
  const connectionString = withSearchPath(databaseUrl);
  const newPool = (options: pg.PoolConfig): pg.Pool => {
    const pool = new pg.Pool({ connectionString, keepAlive: true, ...options });
    pool.setMaxListeners(0); // BullMQ adds one for each queue or worker
    pool.on('error', (error) => report(error, 'postgres'));
    return pool;
  };
  const producers = newPool({
    application_name: 'navette producer',
    max: PRODUCER_CONNECTIONS,
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
  });
  let consumers: pg.Pool | undefined;
  const queues = new Map<string, Queue>();
  const workers: Worker[] = [];
  let stopCleaning: (() => void) | undefined;

  const poolForOneMoreWorker = (): pg.Pool => {
    consumers ??= newPool({
      application_name: 'navette worker',
      max: WORKER_CONNECTIONS,
      connectionTimeoutMillis: 5_000,
      // On our side, so that a connection that died without a word cannot hold a worker for ever.
      query_timeout: 30_000,
    });
    consumers.options.max += 1;
    return consumers;
  };

  return {
    kind: 'postgres',
    newQueue: (name) => {
      const queue = asQueue(
        new Queue(
          name,
          { connection: producers, streams: { events: { maxLen: keptEvents } } },
          createPatientBackend,
        ),
      );
      queue.on('error', (error) => report(error, `queue ${name}`));
      queues.set(name, queue);
      return queue;
    },
    newWorker: (name, processor: Processor, settings: WorkerSettings) => {
      const { backoffStrategy, ...rest } = settings;
      const worker = asWorker(
        new Worker(
          name,
          processor,
          {
            ...rest,
            ...recovery,
            runRetryDelay,
            connection: poolForOneMoreWorker(),
            // No removal by the worker, see startCleaning.
            ...(backoffStrategy ? { settings: { backoffStrategy } } : {}),
          },
          createPatientBackend,
        ),
      );
      worker.on('error', (error) => report(error, `worker ${name}`));
      workers.push(worker);
      stopCleaning ??= startCleaning(workers, report);
      return worker;
    },
    findStates: (name, ids) => findStates(producers, name, ids),
    migrate: async () => {
      const client = await producers.connect();
      try {
        // Takes an advisory lock of its own for the length of its one transaction.
        await runMigrations(client, schema);
      } finally {
        client.release();
      }
    },
    ping: async () => {
      await withinMs(PING_LIMIT_MS, 'PostgreSQL', producers.query('SELECT 1'));
    },
    findProblems: async () => [],
    close: async () => {
      stopCleaning?.();
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await Promise.all([producers.end(), consumers?.end()]);
    },
  };
}

/** BullMQ's own way is one statement per job. Reads its table: the test would notice a change of it. */
async function findStates(
  pool: pg.Pool,
  queue: string,
  ids: readonly string[],
): Promise<Map<string, CarrierState>> {
  const { rows } = await pool.query<{ id: string; state: JobState; priority: number }>(
    'SELECT id, state, priority FROM job WHERE queue = $1 AND id = ANY($2)',
    [queue, ids],
  );
  const states = new Map<string, CarrierState>(ids.map((id) => [id, 'unknown']));
  for (const row of rows) {
    states.set(row.id, row.state === 'waiting' && row.priority > 0 ? 'prioritized' : row.state);
  }
  return states;
}

/** In the URL, because what it says there takes precedence over an option beside it. */
function withSearchPath(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const options = url.searchParams.get('options');
  url.searchParams.set('options', `${options ? `${options} ` : ''}-c search_path=${schema}`);
  return url.href;
}
