import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from 'bullmq';
import express from 'express';
import postgres from 'postgres';
import { type Database, openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { createQueueBackend, type QueueBackend } from '../../queues/backend.ts';
import type { Carrier } from '../../queues/carrier.ts';
import { createProducer, type Producer } from '../../queues/producer.ts';
import { registry } from '../../queues/registry.ts';
import { type BoardDeps, mountBoard } from '../../src/api/board/mount-board.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.ts';
import { newId } from '../../src/platform/ids.ts';
import { createLogger } from '../../src/platform/logger.ts';

/** Stands in every payload; nothing that the board answers may hold it. */
export const secretEmail = 'marguerite.duras@example.com';
export const sellerId = newId();
export const operator = { user: 'operator', password: 'korrekt:Pferd' };
export const viewer = { user: 'viewer', password: 'nur schauen' };
export const logger = createLogger({ level: 'silent', pretty: false });

export interface RowSpec {
  readonly id?: string;
  readonly queue?: string;
  readonly name?: string;
  readonly state?: string;
  readonly order?: string;
  readonly priority?: number;
  readonly runInSeconds?: number;
  readonly carrier?: string | null;
  readonly attempts?: number;
  readonly result?: object | null;
  readonly error?: object | null;
}

export interface TestDatabase {
  readonly url: string;
  readonly owner: postgres.Sql;
  readonly database: Database;
  insert(spec?: RowSpec): Promise<string>;
  stateOf(id: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

export async function startTestDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'navette-board-'));
  const server = await startEmbeddedPostgres({ dataDir });
  await migrateDatabase(server.url);
  const owner = postgres(server.url, { max: 1, onnotice: () => {} });
  await owner`INSERT INTO seller (id, name) VALUES (${sellerId}, 'Librairie du Port')`;
  const database = openDatabase({ url: server.url, maxConnections: 8, applicationName: 'board test' });
  return {
    url: server.url,
    owner,
    database,
    insert: async (spec = {}) => {
      const { id = newId(), queue = 'orders', name = 'place', state = 'waiting', carrier = null } = spec;
      const ended = !['waiting', 'queued'].includes(state);
      await owner`
        INSERT INTO job (id, seller_id, queue, name, payload, refs, state, priority, run_at, carrier, handed_at,
          attempts, result, error, finished_at, from_api)
        VALUES (${id}, ${sellerId}, ${queue}, ${name}, ${owner.json({ draft: { buyer: { email: secretEmail } } })},
          ${owner.json({ channel: 'shop', order: spec.order ?? 'WS-1' })}, ${state}, ${spec.priority ?? 0},
          now() + make_interval(secs => ${spec.runInSeconds ?? 0}), ${carrier},
          CASE WHEN ${carrier}::text IS NULL THEN NULL ELSE now() END, ${spec.attempts ?? 0},
          ${spec.result ? owner.json(spec.result as never) : null}, ${spec.error ? owner.json(spec.error as never) : null},
          ${ended ? new Date() : null}, true)`;
      return id;
    },
    stateOf: async (id) =>
      (await owner<{ state: string }[]>`SELECT state FROM job WHERE id = ${id}`)[0]?.state,
    stop: async () => {
      await database.close();
      await owner.end();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export interface TestQueues {
  readonly backend: QueueBackend;
  readonly producer: Producer;
  /** A worker that takes jobs of the queue and never ends them. */
  hold(queue: string): void;
  /** Puts a carrier into BullMQ and waits until a worker has it. */
  addAndAwaitActive(queue: string, carrier: Carrier): Promise<void>;
  stop(): Promise<void>;
}

export async function startTestQueues(databaseUrl: string, redisUrl?: string): Promise<TestQueues> {
  const backend = await createQueueBackend({ databaseUrl, redisUrl, onError: () => {} });
  await backend.migrate();
  const producer = createProducer(
    backend,
    registry.map(({ name }) => name),
  );
  const releases: (() => void)[] = [];
  const taken = new EventEmitter();
  return {
    backend,
    producer,
    hold: (queue) => {
      const never = (job: Job) => {
        taken.emit(job.id ?? '');
        return new Promise<void>((resolve) => releases.push(resolve));
      };
      backend.newWorker(queue, never, { concurrency: 1 });
    },
    addAndAwaitActive: async (queue, carrier) => {
      const active = once(taken, carrier.id);
      await producer.add(queue, [carrier]);
      await active;
    },
    stop: async () => {
      for (const release of releases) release();
      await backend.close();
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Document;
}

/** What the board's documents hold, as far as the tests look. */
export interface Document {
  readonly queues?: readonly ShownQueue[];
  readonly job?: ShownJob;
  readonly status?: unknown;
  readonly code?: string;
  readonly error?: { readonly key: string };
  readonly message?: unknown;
  readonly backend?: string;
  readonly retried?: number;
  readonly flowRoot?: unknown;
}

export interface ShownQueue {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly jobs: readonly ShownJob[];
  readonly isPaused: boolean;
  readonly readOnlyMode: boolean;
  readonly pagination: { readonly pageCount: number };
}

export interface ShownJob {
  readonly id: string;
  readonly name: string;
  readonly timestamp: number;
  readonly delay?: number;
  readonly attempts: number;
  readonly failedReason: string;
  readonly isFailed: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  readonly returnValue: unknown;
}

export interface TestBoard {
  readonly answers: Answer[];
  request(path: string, options?: RequestOptions): Promise<Answer>;
  stop(): Promise<void>;
}

interface RequestOptions {
  readonly method?: string;
  readonly as?: { readonly user: string; readonly password: string } | null;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export async function startBoard(
  deps: Pick<BoardDeps, 'database' | 'queues'> & Partial<BoardDeps>,
): Promise<TestBoard> {
  const app = express();
  app.use('/queues', mountBoard({ contracts: registry, operator, viewer, logger, ...deps }));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/queues`;
  const answers: Answer[] = [];
  return {
    answers,
    request: async (path, { method = 'GET', as = operator, headers = {}, body } = {}) => {
      const login = as && `Basic ${Buffer.from(`${as.user}:${as.password}`).toString('base64')}`;
      const response = await fetch(base + path, {
        method,
        headers: {
          ...(login ? { authorization: login } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
      const answer = {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson ? (JSON.parse(text) as Document) : {},
      };
      answers.push(answer);
      return answer;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
