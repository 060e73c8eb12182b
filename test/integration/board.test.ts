import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { bundleCarrier } from '../../queues/carrier.ts';
import { startDispatcher } from '../../queues/ledger/dispatcher.ts';
import { registry } from '../../queues/registry.ts';
import { newId } from '../../src/platform/ids.ts';
import { findFreePort, findRedisServer, startRedis, type TestRedis } from '../support/redis.ts';
import {
  type Answer,
  logger,
  operator,
  secretEmail,
  sellerId,
  startBoard,
  startTestDatabase,
  startTestQueues,
  type TestBoard,
  type TestDatabase,
  type TestQueues,
  viewer,
} from './board.harness.ts';

let db: TestDatabase;
const answers: Answer[] = [];

beforeAll(async () => {
  db = await startTestDatabase();
}, 60_000);

afterAll(async () => {
  await db?.stop();
});

const backends = [
  { kind: 'postgres', available: true },
  { kind: 'redis', available: findRedisServer() !== undefined },
] as const;

if (!backends[1].available)
  console.log('Board on Redis: skipped, no redis-server or valkey-server on the PATH');

for (const { kind, available } of backends) {
  describe.skipIf(!available)(`the board, queues on ${kind}`, () => {
    let redis: TestRedis | undefined;
    let queues: TestQueues;
    let board: TestBoard;

    beforeAll(async () => {
      redis = kind === 'redis' ? await startRedis() : undefined;
      queues = await startTestQueues(db.url, redis?.url);
    }, 30_000);

    afterAll(async () => {
      await queues?.stop();
      await redis?.stop();
    });

    /** A fresh board for each test: nothing remembered of the last one. */
    const open = async (): Promise<TestBoard> => {
      board = await startBoard({ database: db.database, queues: queues.producer.queues });
      return board;
    };

    afterEach(async () => {
      answers.push(...(board?.answers ?? []));
      await board?.stop();
      await db.owner`DELETE FROM job`;
    });

    const readQueue = async (query = '', name = 'orders') => {
      const { json } = await board.request(`/api/queues?activeQueue=${name}${query}`);
      const queue = json.queues?.find((each) => each.name === name);
      if (queue === undefined) throw new Error(`No queue ${name}`);
      return queue;
    };
    const idsOf = async (query: string, name?: string) =>
      (await readQueue(query, name)).jobs.map(({ id }) => id);
    const put = (path: string) => board.request(`/api/queues/${path}`, { method: 'PUT' });

    it('counts and lists the ledger: each row under what it is', async () => {
      await open();
      const waiting = await db.insert({ order: 'A-1', priority: 1 });
      const urgent = await db.insert({ order: 'A-2', priority: 0 });
      const handed = await db.insert({ state: 'queued', carrier: newId() });
      const tomorrow = await db.insert({ runInSeconds: 86_400, priority: 1 });
      const soon = await db.insert({ runInSeconds: 60 });
      const done = await db.insert({ state: 'done', result: { orderId: 'o-1' } });
      const rejected = await db.insert({
        state: 'rejected',
        error: { code: 'no_lane', detail: 'To nowhere' },
      });
      const failed = await db.insert({
        state: 'failed',
        attempts: 8,
        error: { code: 'unexpected', detail: 'Broke' },
      });
      const cancelled = await db.insert({ state: 'cancelled' });

      expect((await readQueue()).counts).toEqual({
        active: 0,
        waiting: 3,
        delayed: 2,
        completed: 1,
        paused: 1,
        failed: 1,
        'waiting-children': 1,
      });
      expect(await idsOf('&status=waiting')).toEqual([handed, urgent, waiting]);
      expect(await idsOf('&status=waiting&jobsPerPage=1&page=2')).toEqual([urgent]);
      expect(await idsOf('&status=waiting&jobsPerPage=2&page=2')).toEqual([waiting]);
      expect(await idsOf('&status=delayed')).toEqual([soon, tomorrow]);
      expect(await idsOf('&status=completed')).toEqual([done]);
      expect(await idsOf('&status=paused')).toEqual([rejected]);
      expect(await idsOf('&status=failed')).toEqual([failed]);
      expect(await idsOf('&status=waiting-children')).toEqual([cancelled]);
      expect(await idsOf('&status=latest')).toHaveLength(9);
      expect(await idsOf('&status=waiting', 'mail')).toEqual([]);

      const [failedJob] = (await readQueue('&status=failed')).jobs;
      expect(failedJob).toMatchObject({ attempts: 8, failedReason: 'unexpected: Broke', isFailed: true });
      const [rejectedJob] = (await readQueue('&status=paused')).jobs;
      expect(rejectedJob).toMatchObject({
        name: 'Place · shop WS-1 · rejected: no_lane',
        returnValue: { rejected: 'no_lane', detail: 'To nowhere' },
        isFailed: false,
      });
      const [deadline] = (await readQueue('&status=delayed')).jobs;
      expect((deadline?.timestamp ?? 0) + (deadline?.delay ?? 0)).toBeGreaterThan(Date.now() + 50_000);
    });

    it('opens one row of a bundle that a worker holds', async () => {
      await open();
      const rows = await Promise.all(
        Array.from({ length: 5 }, async (_, n) => {
          const id = await db.insert({ order: `B-${n}` });
          return { id, sellerId, name: 'place', refs: { channel: 'shop', order: `B-${n}` } };
        }),
      );
      const bundle = bundleCarrier(rows);
      await db.owner`UPDATE job SET state = 'queued', carrier = ${bundle.id}, handed_at = now()`;
      queues.hold('orders');
      await queues.addAndAwaitActive('orders', bundle);

      const queue = await readQueue('&status=active');
      expect(queue.counts).toMatchObject({ active: 5, waiting: 0 });
      expect(queue.jobs.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
      const { json } = await board.request(`/api/queues/orders/${rows[3]?.id}`);
      expect(json.status).toBe('active');
      expect(json.job).toMatchObject({
        name: 'Place · shop B-3',
        data: {
          channel: 'shop',
          order: 'B-3',
          seller: 'Librairie du Port',
          state: 'queued',
          carrier: bundle.id,
          where: 'in BullMQ, active, in a bundle of 5',
          attempts: '0 of 8 used',
        },
      });
      const logs = await board.request(`/api/queues/orders/${rows[3]?.id}/logs`);
      expect(logs.text).toContain('accepted by the API');
      const flow = await board.request(`/api/queues/orders/${rows[3]?.id}/flow`);
      expect(flow).toMatchObject({ status: 200, json: { flowRoot: null } });
    });

    it('retries a failed row, and it runs', async () => {
      await open();
      const id = await db.insert({
        queue: 'mail',
        name: 'send',
        state: 'failed',
        attempts: 30,
        error: { code: 'smtp', detail: 'No' },
      });
      expect((await put(`mail/${id}/retry`)).status).toBe(204);
      expect(await db.stateOf(id)).toBe('waiting');
      expect((await readQueue('', 'mail')).counts).toMatchObject({ failed: 0, waiting: 1 });

      const ran = new Promise<string[]>((resolve) => {
        queues.backend.newWorker('mail', async (job) => resolve(job.data.ids), { concurrency: 1 });
      });
      const dispatcher = startDispatcher({
        sql: db.database.system,
        producer: queues.producer,
        logger,
        contracts: registry,
        concurrencyOf: () => 1,
      });
      expect(await ran).toEqual([id]);
      await dispatcher.stop();
    });

    it('retries all failed rows of one queue', async () => {
      await open();
      const failed = await Promise.all([1, 2, 3].map(() => db.insert({ state: 'failed' })));
      const other = await db.insert({ state: 'failed', queue: 'mail' });
      expect((await put('orders/retry/failed')).json).toEqual({ retried: 3, skipped: 0 });
      expect(await Promise.all(failed.map(db.stateOf))).toEqual(['waiting', 'waiting', 'waiting']);
      expect(await db.stateOf(other)).toBe('failed');
      expect((await readQueue()).counts).toMatchObject({ failed: 0, waiting: 3 });
    });

    it('promotes a deadline, and cancels what has not ended', async () => {
      await open();
      const deadline = await db.insert({ runInSeconds: 3_600 });
      expect((await readQueue()).counts).toMatchObject({ delayed: 1, waiting: 0 });
      expect((await put(`orders/${deadline}/promote`)).status).toBe(204);
      expect((await readQueue()).counts).toMatchObject({ delayed: 0, waiting: 1 });
      expect((await put(`orders/${deadline}/promote`)).status).toBe(409);
      expect((await put(`orders/${deadline}/clean`)).status).toBe(204);
      expect(await db.stateOf(deadline)).toBe('cancelled');
      const again = await put(`orders/${deadline}/clean`);
      expect(again.status).toBe(409);
      expect(again.json.message).toContain('has ended');
    });

    it('refuses what would go around the ledger, and changes nothing', async () => {
      await open();
      const done = await db.insert({ state: 'done' });
      const waiting = await db.insert();
      const later = await db.insert({ runInSeconds: 3_600 });
      const attempts: [method: string, path: string, body?: unknown][] = [
        ['POST', 'orders/add', { name: 'place', data: {}, options: {} }],
        ['PATCH', `orders/${waiting}/update-data`, { jobData: {} }],
        ['PATCH', `orders/${later}/delay`, { runAt: Date.now() }],
        ['PATCH', `orders/${waiting}/priority`, { priority: 1 }],
        ['PUT', 'orders/empty'],
        ['PUT', 'orders/obliterate', { force: true }],
        ['PUT', 'orders/promote'],
        ['PUT', 'orders/clean/completed'],
        ['PUT', 'orders/clean/wait'],
        ['PUT', 'orders/retry/completed'],
        ['PUT', 'orders/concurrency', { concurrency: 1 }],
        ['PUT', 'orders/rate-limit', { max: 1, duration: 1_000 }],
        ['PUT', `orders/${waiting}/remove-unprocessed-children`],
      ];
      for (const [method, path, body] of attempts) {
        const answer = await board.request(`/api/queues/${path}`, { method, body });
        expect({ path, status: answer.status }).toEqual({ path, status: 405 });
        expect(answer.json.message).toEqual(expect.any(String));
      }
      expect((await put(`orders/${done}/retry`)).status).toBe(409);
      expect((await put(`orders/${waiting}/retry`)).status).toBe(400);
      expect(await Promise.all([done, waiting, later].map(db.stateOf))).toEqual([
        'done',
        'waiting',
        'waiting',
      ]);
      expect((await readQueue()).counts).toMatchObject({ completed: 1, waiting: 1, delayed: 1 });
    });

    it('answers 404 for what is no row of that queue', async () => {
      await open();
      const id = await db.insert();
      for (const path of [`mail/${id}`, `orders/${newId()}`, 'orders/b.1', 'orders/1; DROP', 'nowhere/x']) {
        expect({ path, status: (await board.request(`/api/queues/${encodeURI(path)}`)).status }).toEqual({
          path,
          status: 404,
        });
      }
    });

    it('pauses and resumes a queue in BullMQ', async () => {
      await open();
      expect((await put('mail/pause')).status).toBe(200);
      expect((await readQueue('', 'mail')).isPaused).toBe(true);
      expect((await put('resume')).status).toBe(200);
      expect((await readQueue('', 'mail')).isPaused).toBe(false);
    });

    it('says something about the store of the queues', async () => {
      await open();
      const { status, json } = await board.request('/api/redis/stats');
      expect(status).toBe(200);
      expect(json.backend).toBe(kind === 'redis' ? 'redis' : 'postgres');
    });

    // Of the ledger alone, so beside one of BullMQ's backends.
    if (kind === 'postgres')
      it('shows the whole backlog of an import, and its last pages', async () => {
        await open();
        // PostgreSQL believes the table to be empty, as before a first import.
        await db.owner`ANALYZE job`;
        await db.owner`
        INSERT INTO job (id, seller_id, queue, name, payload, priority)
        SELECT gen_random_uuid(), ${sellerId}, 'orders', 'place', ${db.owner.json({ email: secretEmail })}, 1
        FROM generate_series(1, 100000)`;
        // The first count of rows that no vacuum has seen may take longer than anybody waits for.
        await expect.poll(async () => (await readQueue()).counts.waiting, { timeout: 20_000 }).toBe(100_000);
        const queue = await readQueue('&status=waiting');
        expect(queue.jobs).toHaveLength(10);
        expect(queue.pagination.pageCount).toBe(10_000);
        expect((await readQueue('&status=waiting&page=10000')).jobs).toHaveLength(10);
      }, 60_000);

    if (kind === 'redis')
      it('shows the ledger while Redis is away, and recovers', async () => {
        await open();
        const id = await db.insert({ order: 'R-1', state: 'queued', carrier: newId() });
        const deadline = await db.insert({ runInSeconds: 60 });
        await redis?.kill();
        const startedAt = performance.now();
        const queue = await readQueue('&status=waiting');
        expect(performance.now() - startedAt).toBeLessThan(4_000);
        expect(queue.jobs.map((job) => job.id)).toEqual([id]);
        expect(queue.counts).toMatchObject({ waiting: 1, delayed: 1, active: 0 });
        expect((await readQueue()).description).toContain('does not answer');
        const { json } = await board.request(`/api/queues/orders/${id}`);
        expect(json.job?.data.where).toContain('BullMQ does not answer');
        expect((await board.request('/api/redis/stats')).status).toBe(404);
        expect((await put('orders/pause')).status).toBe(503);
        expect((await put(`orders/${deadline}/clean`)).status).toBe(204);

        await redis?.restart();
        await expect.poll(async () => (await put('orders/resume')).status, { timeout: 10_000 }).toBe(200);
        expect((await readQueue()).description).not.toContain('does not answer');
      }, 30_000);
  });
}

describe('who may see the board', () => {
  let queues: TestQueues;
  let board: TestBoard;

  beforeAll(async () => {
    queues = await startTestQueues(db.url);
  });
  afterAll(async () => {
    await queues?.stop();
  });
  afterEach(async () => {
    answers.push(...board.answers);
    await board.stop();
    await db.owner`DELETE FROM job`;
  });
  const open = async () => {
    board = await startBoard({ database: db.database, queues: queues.producer.queues });
  };

  it('asks for a login, everywhere', async () => {
    await open();
    for (const path of ['/', '/api/queues', '/static/navette.svg', '/queue/orders']) {
      const { status, headers, json } = await board.request(path, { as: null });
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toMatch(/^Basic realm="Navette"/);
      expect(json.code).toBe('operator_login_needed');
    }
    expect((await board.request('/api/queues', { as: { ...operator, password: 'wrong' } })).status).toBe(401);
    expect((await board.request('/api/queues', { as: { ...viewer, user: operator.user } })).status).toBe(401);
    expect((await board.request('/api/queues')).status).toBe(200);
  });

  it('lets the viewer look and change nothing', async () => {
    await open();
    const failed = await db.insert({ state: 'failed' });
    const { status, json } = await board.request('/api/queues?activeQueue=orders&status=failed', {
      as: viewer,
    });
    expect(status).toBe(200);
    expect(json.queues?.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    for (const path of [`orders/${failed}/retry`, 'orders/retry/failed', 'orders/pause', 'pause']) {
      const answer = await board.request(`/api/queues/${path}`, { method: 'PUT', as: viewer });
      expect(answer).toMatchObject({ status: 403, json: { code: 'viewer_reads_only' } });
    }
    expect(await db.stateOf(failed)).toBe('failed');
    expect((await board.request('/api/queues')).json.queues?.[0]?.readOnlyMode).toBe(false);
  });

  it('refuses changes that come from pages of others', async () => {
    await open();
    const failed = await db.insert({ state: 'failed' });
    const retry = (headers: Record<string, string>) =>
      board.request(`/api/queues/orders/${failed}/retry`, { method: 'PUT', headers });
    const forged: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of forged) {
      expect(await retry(headers)).toMatchObject({ status: 403, json: { code: 'cross_site_request' } });
    }
    expect(await db.stateOf(failed)).toBe('failed');
    expect((await retry({ 'sec-fetch-site': 'same-origin' })).status).toBe(204);
  });

  it('stops guessing after ten wrong passwords, also with the right one', async () => {
    await open();
    const guess = (password: string) => board.request('/api/queues', { as: { user: 'operator', password } });
    for (let n = 0; n < 10; n += 1) expect((await guess(`guess ${n}`)).status).toBe(401);
    const { status, headers, json } = await guess(operator.password);
    expect(status).toBe(429);
    expect(json.code).toBe('too_many_logins');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(40);
  });

  it('serves its pages from here alone, framed by nobody, kept by no cache', async () => {
    await open();
    const { status, headers, text } = await board.request('/');
    expect(status).toBe(200);
    expect(text).toContain('<title>Navette</title>');
    expect(text).not.toContain('googleapis');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    const [script] = /static\/js\/main\.[^"]+/.exec(text) ?? [];
    expect((await board.request(`/${script}`)).status).toBe(200);
    expect((await board.request('/static/navette.css')).headers.get('content-type')).toContain('text/css');
    for (const [language, label] of [
      ['en-US', 'Rejected'],
      ['fr-FR', 'Refusées'],
      ['ja-JP', 'Rejected'],
    ]) {
      expect((await board.request(`/static/locales/${language}/messages.json`)).text).toContain(label);
    }
    expect((await board.request('/static/locales/xx-XX/messages.json')).status).toBe(404);
  });

  it('says that the ledger is away, and nothing about why', async () => {
    const port = await findFreePort();
    const url = `postgres://nobody:hunter2@127.0.0.1:${port}/nothing`;
    const database = openDatabase({ url, maxConnections: 2, applicationName: 'away' });
    board = await startBoard({ database, queues: queues.producer.queues });
    const { status, text } = await board.request('/api/queues');
    expect(status).toBe(503);
    expect(text).toContain('The ledger does not answer');
    expect(text).not.toMatch(/ECONN|127\.0\.0\.1|hunter2/);
    await database.close();
  }, 20_000);
});

it('has shown no personal data in any of its answers', () => {
  expect(answers.length).toBeGreaterThan(100);
  expect(answers.filter(({ text }) => text.includes(secretEmail))).toEqual([]);
});
