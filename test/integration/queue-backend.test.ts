import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, type Queue, UnrecoverableError } from 'bullmq';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createQueueBackend, type QueueBackend } from '../../queues/backend.ts';
import { startCleaning } from '../../queues/backends/postgres-clean.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded/postgres.ts';
import { newId } from '../../src/platform/ids.ts';
import { findFreePort, findRedisServer, startRedis, type TestRedis } from '../support/redis.ts';

const hasRedis = findRedisServer() !== undefined;
if (!hasRedis) console.log('Queue backend on Redis: skipped, no redis-server or valkey-server on the PATH.');

let folder: string;
let postgres: EmbeddedPostgres;
let redis: TestRedis | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'navette-backend-'));
  postgres = await startEmbeddedPostgres({ dataDir: folder });
  if (hasRedis) redis = await startRedis();
}, 60_000);

afterAll(async () => {
  await redis?.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a worker has done, and a way to wait for it. */
function collector() {
  const seen: Job[] = [];
  const until = (count: number, timeoutMs = 5_000) =>
    expect.poll(() => seen.length, { timeout: timeoutMs, interval: 10 }).toBeGreaterThanOrEqual(count);
  return { seen, until };
}

describe.each(['postgres', 'redis'] as const)('the queues on %s', (kind) => {
  describe.runIf(kind === 'postgres' || hasRedis)('when it is there', { timeout: 60_000 }, () => {
    let backend: QueueBackend;
    let queue: Queue;
    let name: string;
    const errors: string[] = [];
    const optionsOf = () => ({
      databaseUrl: postgres.url,
      redisUrl: kind === 'redis' ? redis?.url : undefined,
      onError: (error: Error, source: string) => errors.push(`${source}: ${error.message}`),
    });

    beforeEach(async () => {
      name = `q-${newId()}`;
      backend = await createQueueBackend(optionsOf());
      await backend.migrate();
      queue = backend.newQueue(name);
    });

    afterEach(async () => {
      await backend.close();
    });

    it('carries a job from a producer to a worker', async () => {
      const { seen, until } = collector();
      backend.newWorker(name, async (job) => seen.push(job), { concurrency: 4 });
      await queue.add('refund of an order', { ids: ['a'] }, { jobId: newId() });
      await queue.addBulk([{ name: 'bundle of 2', data: { ids: ['b', 'c'] }, opts: { jobId: newId() } }]);
      await until(2);
      expect(seen.map((job) => [job.name, job.data])).toEqual(
        expect.arrayContaining([
          ['refund of an order', { ids: ['a'] }],
          ['bundle of 2', { ids: ['b', 'c'] }],
        ]),
      );
    });

    it('starts a job at once although the worker has been idle', async () => {
      const { seen, until } = collector();
      await backend.newWorker(name, async (job) => seen.push(job), { concurrency: 1 }).waitUntilReady();
      await queue.add('first', {}, { jobId: newId() });
      await until(1);
      await sleep(300); // let the worker block: what is measured is how it wakes
      const startedAt = Date.now();
      await queue.add('second', {}, { jobId: newId() });
      await until(2);
      // Unwoken it looks every 5 s.
      expect(Date.now() - startedAt).toBeLessThan(2_500);
    });

    it('does nothing when an id that it knows is added again, and runs it when it was removed', async () => {
      const { seen, until } = collector();
      backend.newWorker(name, async (job) => seen.push(job), { concurrency: 1 });
      const jobId = newId();
      await queue.add('once', {}, { jobId });
      await until(1);
      await expect.poll(async () => (await backend.findStates(name, [jobId])).get(jobId)).toBe('completed');
      expect((await queue.add('once', {}, { jobId })).id).toBe(jobId);
      await queue.addBulk([{ name: 'once', data: {}, opts: { jobId } }]);
      await queue.add('other', {}, { jobId: newId() });
      await until(2);
      expect(seen.map((job) => job.name)).toEqual(['once', 'other']);
      await (await queue.getJob(jobId))?.remove();
      await queue.add('once', {}, { jobId });
      await until(3);
    });

    it('tells the states of many jobs at once', async () => {
      const { until, seen } = collector();
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const worker = backend.newWorker(
        name,
        async (job) => {
          seen.push(job);
          if (job.name === 'fails') throw new UnrecoverableError('for good');
          if (job.name === 'holds') await held;
        },
        { concurrency: 1 },
      );
      const ids = Object.fromEntries(
        ['works', 'fails', 'holds', 'waits', 'later', 'never'].map((key) => [key, newId()]),
      );
      await queue.add('works', {}, { jobId: ids.works });
      await queue.add('fails', {}, { jobId: ids.fails, attempts: 5 });
      await queue.add('holds', {}, { jobId: ids.holds });
      await until(3);
      await queue.add('waits', {}, { jobId: ids.waits });
      await queue.add('later', {}, { jobId: ids.later, delay: 60_000 });
      const states = await backend.findStates(name, Object.values(ids));
      expect(Object.fromEntries(Object.entries(ids).map(([key, id]) => [key, states.get(id)]))).toEqual({
        works: 'completed',
        fails: 'failed', // at the first of five attempts
        holds: 'active',
        waits: 'waiting',
        later: 'delayed',
        never: 'unknown',
      });
      expect(await queue.getJobCounts()).toMatchObject({
        waiting: 1,
        active: 1,
        delayed: 1,
        completed: 1,
        failed: 1,
      });
      release();
      await worker.close();
    });

    it('asks us how long to wait before the next attempt', async () => {
      const { seen, until } = collector();
      const asked: number[] = [];
      backend.newWorker(
        name,
        async (job) => {
          seen.push(job);
          if (seen.length < 3) throw new Error('not yet');
        },
        {
          concurrency: 1,
          backoffStrategy: (attemptsMade) => {
            asked.push(attemptsMade);
            return 20 * attemptsMade;
          },
        },
      );
      await queue.add('tries', {}, { jobId: newId(), attempts: 1_000, backoff: { type: 'custom' } });
      await until(3);
      expect(asked).toEqual([1, 2]);
    });

    it('can be migrated by several processes at once', async () => {
      const others = await Promise.all([1, 2, 3].map(() => createQueueBackend(optionsOf())));
      await Promise.all(others.map((other) => other.migrate()));
      await Promise.all(others.map((other) => other.close()));
    });

    it('answers a ping, and has nothing to complain about', async () => {
      await backend.ping();
      expect(await backend.findProblems()).toEqual([]);
    });

    it('goes on by itself after its store was killed and started again', async () => {
      const { seen, until } = collector();
      backend.newWorker(name, async (job) => seen.push(job), { concurrency: 2 });
      await queue.add('before', {}, { jobId: newId() });
      await until(1);

      if (kind === 'redis') await redis?.kill();
      else await crashPostgres(postgres.url);
      if (kind === 'redis') {
        const startedAt = Date.now();
        await expect(queue.add('meanwhile', {}, { jobId: newId() })).rejects.toThrow();
        expect(Date.now() - startedAt).toBeLessThan(2_500);
        await expect(backend.ping()).rejects.toThrow();
        await redis?.restart();
      }
      await expect
        .poll(
          () =>
            queue.add('after', {}, { jobId: newId() }).then(
              () => true,
              () => false,
            ),
          { timeout: 10_000 },
        )
        .toBe(true);
      const restartedAt = Date.now();
      await until(2, 20_000);
      console.log(`${kind}: the worker was back ${Date.now() - restartedAt} ms after the producer`);
      expect(seen.at(-1)?.name).toBe('after');
      expect(errors.length).toBeGreaterThan(0);
    });
  });
});

/** Kills a backend process: PostgreSQL then ends every session and recovers, as after a crash of its own. */
async function crashPostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  // Not once(): that takes the error which comes first for the answer.
  const ended = new Promise<void>((resolve) => client.on('end', resolve));
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
  await ended;
}

describe.runIf(hasRedis)('Redis that is away', { timeout: 60_000 }, () => {
  it('keeps neither the start nor a producer waiting, and both work once it is there', async () => {
    const port = await findFreePort();
    const startedAt = Date.now();
    const backend = await createQueueBackend({
      redisUrl: `redis://127.0.0.1:${port}`,
      databaseUrl: postgres.url,
      onError: () => undefined,
    });
    const queue = backend.newQueue('away');
    const { seen, until } = collector();
    backend.newWorker('away', async (job) => seen.push(job), { concurrency: 1 });
    await expect(queue.add('a', {}, { jobId: newId() })).rejects.toThrow();
    expect(Date.now() - startedAt).toBeLessThan(2_500);
    await expect(backend.findStates('away', ['x'])).rejects.toThrow();

    const server = await startRedis([], port);
    await expect
      .poll(
        () =>
          queue.add('b', {}, { jobId: newId() }).then(
            () => true,
            () => false,
          ),
        { timeout: 10_000 },
      )
      .toBe(true);
    await until(1, 10_000);
    await backend.close();
    await server.stop();
  });

  it('does not hold up the end of a process', async () => {
    const server = await startRedis();
    const backend = await createQueueBackend({
      redisUrl: server.url,
      databaseUrl: postgres.url,
      onError: () => undefined,
    });
    const queue = backend.newQueue('ending');
    const { seen, until } = collector();
    backend.newWorker('ending', async (job) => seen.push(job), { concurrency: 1 });
    await queue.add('a', {}, { jobId: newId() });
    await until(1);
    await server.kill();
    const startedAt = Date.now();
    await backend.close();
    const tookMs = Date.now() - startedAt;
    console.log(`redis: closing without a server took ${tookMs} ms`);
    expect(tookMs).toBeLessThan(5_000);
    await server.stop();
  });
});

it('removes finished jobs from PostgreSQL by age, and no others', { timeout: 60_000 }, async () => {
  const backend = await createQueueBackend({ databaseUrl: postgres.url });
  await backend.migrate();
  const queue = backend.newQueue('cleaned');
  const worker = backend.newWorker(
    'cleaned',
    async (job) => {
      if (job.name === 'fails') throw new UnrecoverableError('for good');
    },
    { concurrency: 1 },
  );
  await queue.add('works', {}, { jobId: newId() });
  await queue.add('fails', {}, { jobId: newId() });
  await queue.add('later', {}, { jobId: newId(), delay: 60_000 });
  await expect.poll(() => queue.getJobCounts()).toMatchObject({ completed: 1, failed: 1, delayed: 1 });
  const errors: Error[] = [];
  const stop = startCleaning([worker], (error) => errors.push(error), {
    everyMs: 10,
    keptMs: { completed: 0, failed: 60_000 },
  });
  await expect.poll(() => queue.getJobCounts()).toMatchObject({ completed: 0, failed: 1, delayed: 1 });
  stop();
  expect(errors).toEqual([]);
  await backend.close();
});

// The last one: the server that all of them share is gone then.
it('ends in time when PostgreSQL is away', { timeout: 60_000 }, async () => {
  const backend = await createQueueBackend({ databaseUrl: postgres.url, onError: () => undefined });
  await backend.migrate();
  const queue = backend.newQueue('last');
  const { seen, until } = collector();
  backend.newWorker('last', async (job) => seen.push(job), { concurrency: 1 });
  await queue.add('a', {}, { jobId: newId() });
  await until(1);
  await postgres.stop();
  const startedAt = Date.now();
  await expect(queue.add('b', {}, { jobId: newId() })).rejects.toThrow();
  await expect(backend.ping()).rejects.toThrow();
  await backend.close();
  expect(Date.now() - startedAt).toBeLessThan(5_000);
});
