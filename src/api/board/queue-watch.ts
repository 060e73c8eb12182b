import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { QueueWorker, RedisStats } from '@bull-board/api/typings/app';
import type { Queue } from 'bullmq';
import { withinMs } from '../../../queues/backends/time-limit.ts';
import { BoardRefusal } from './board-refusal.ts';
import { rationed } from './rationed.ts';

/** BullMQ either answers at once or is away; a person waits for the page meanwhile. */
const patienceMs = 1_000;
const commandPatienceMs = 3_000;
const glanceEveryMs = 1_000;
/** Asking for workers lists every client of the store. */
const workersEveryMs = 5_000;

/** What BullMQ says about a queue. */
export interface Glance {
  /** Carriers that workers hold. */
  readonly active: readonly string[];
  readonly paused: boolean;
}

/** Where a carrier is and what it is, for a job's page. */
export interface CarrierGlance {
  readonly name: string;
  readonly rows: number;
  readonly state: string;
  readonly worker: string | null;
  readonly startedAt: number | null;
}

export interface QueueWatch {
  /** Never rejects and never takes long: with BullMQ away it is what a queue without workers looks like. */
  glance(): Promise<Glance>;
  /** Null: BullMQ does not know it any more, or does not answer. */
  findCarrier(id: string): Promise<CarrierGlance | null>;
  /** Null: unknown. */
  workers(): Promise<QueueWorker[] | null>;
  /** Of Redis; null on PostgreSQL and when it does not answer. */
  redisInfo(): Promise<string | null>;
  /** Of PostgreSQL; null on Redis and when it does not answer. */
  postgresStats(): Promise<RedisStats | null>;
  /** Whether BullMQ answered when last asked. */
  readonly answers: boolean;
  /** Both reject when BullMQ does not answer. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}

/** Asks BullMQ about one queue, rationed and with a time limit: the board must come up without Redis. */
export const watchQueue = (queue: Queue, { mostActive }: { mostActive: number }): QueueWatch => {
  const adapter = new BullMQAdapter(queue);
  let answers = true;
  const ask = async <T>(question: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      const answer = await withinMs(patienceMs, 'BullMQ', question());
      answers = true;
      return answer;
    } catch {
      answers = false;
      return otherwise;
    }
  };
  const glance = rationed(
    () =>
      ask(
        async () => {
          const [[active = []], paused] = await Promise.all([
            queue.getBackend().getRanges(['active'], 0, mostActive - 1) as Promise<string[][]>,
            queue.isPaused(),
          ]);
          return { active, paused };
        },
        { active: [], paused: false },
      ),
    { everyMs: glanceEveryMs, rest: 10 },
  );
  const command = async (order: () => Promise<void>): Promise<void> => {
    try {
      await withinMs(commandPatienceMs, 'BullMQ', order());
    } catch {
      answers = false;
      throw new BoardRefusal(
        503,
        { key: 'ERRORS.REDIS_UNAVAILABLE' },
        "The queues' store does not answer: nothing was changed.",
      );
    } finally {
      glance.forget();
    }
  };
  const workers = rationed(() => ask(() => adapter.getWorkers(), null), {
    everyMs: workersEveryMs,
    rest: 10,
  });
  return {
    glance: glance.read,
    workers: workers.read,
    findCarrier: (id) =>
      ask(async () => {
        const [job, state] = await Promise.all([queue.getJob(id), queue.getJobState(id)]);
        if (!job) return null;
        return {
          name: job.name,
          rows: Array.isArray(job.data?.ids) ? job.data.ids.length : 1,
          state,
          worker: job.processedBy ?? null,
          startedAt: job.processedOn ?? null,
        };
      }, null),
    redisInfo: () => ask(() => adapter.getRedisInfo(), null),
    postgresStats: () => ask(() => adapter.getDatastoreStats(), null),
    get answers() {
      return answers;
    },
    pause: () => command(() => queue.pause()),
    resume: () => command(() => queue.resume()),
  };
};
