import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { QueueEvents } from 'bullmq';
import { newId } from '../../../src/platform/ids.ts';
import { until } from '../../support/until.ts';
import type { BenchResult, BenchRow, Round } from '../row.ts';
import { type Installation, openInstallation } from '../support/installation.ts';
import { createClient, measureLoad } from '../support/load.ts';
import { orderBody, takeNumbers } from '../support/orders.ts';

const connections = 100;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Calls `send` so often a second, whatever becomes of the calls: late answers do not slow the load down. */
const openLoad = async (
  perSecond: number,
  seconds: number,
  send: (n: number) => Promise<void>,
): Promise<void> => {
  const began = performance.now();
  const sent: Promise<void>[] = [];
  for (;;) {
    const elapsed = (performance.now() - began) / 1_000;
    while (sent.length < Math.min(elapsed, seconds) * perSecond) sent.push(send(sent.length));
    if (elapsed >= seconds) break;
    await pause(2);
  }
  await Promise.all(sent);
};

interface Spread {
  readonly p50: number;
  readonly p99: number;
}

const spreadOf = (milliseconds: number[]): Spread => {
  const sorted = milliseconds.sort((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
};

/** From the request's start to the commit that ends its job; both clocks are this machine's. */
const measureOrders = async (
  { url, sql }: Installation,
  perSecond: number,
  seconds: number,
): Promise<Spread> => {
  const client = createClient(url, connections * 4);
  const startedAt = new Map<string, number>();
  const first = takeNumbers(Math.ceil(perSecond * seconds));
  await openLoad(perSecond, seconds, async (n) => {
    const at = Date.now();
    const { text } = await client.post('/v1/orders', orderBody(first + n));
    startedAt.set((JSON.parse(text) as { jobId: string }).jobId, at);
  });
  client.close();
  const ids = [...startedAt.keys()];
  const ended = await until(
    'every order is done',
    async () => {
      const rows = await sql<{ id: string; at: number | null }[]>`
        SELECT id, extract(epoch FROM finished_at)::float8 * 1000 AS at FROM job WHERE id = ANY (${ids}::uuid[])`;
      return rows.every(({ at }) => at !== null) ? rows : null;
    },
    120_000,
  );
  return spreadOf(ended.map(({ id, at }) => (at ?? 0) - (startedAt.get(id) ?? 0)));
};

/** BullMQ alone: from the call of add to the event that the job, which does nothing, is done. */
const measureNoop = async (
  { backend, redis }: Installation,
  perSecond: number,
  seconds: number,
): Promise<Spread> => {
  const queue = backend.newQueue('bench-latency');
  const worker = backend.newWorker('bench-latency', async () => null, { concurrency: 50 });
  const events = new QueueEvents('bench-latency', { connection: { url: redis?.url ?? '' } });
  await events.waitUntilReady();
  const startedAt = new Map<string, number>();
  const took: number[] = [];
  events.on('completed', ({ jobId }) => took.push(performance.now() - (startedAt.get(jobId) ?? 0)));
  await openLoad(perSecond, seconds, async () => {
    const jobId = newId();
    startedAt.set(jobId, performance.now());
    await queue.add('place', { ids: [jobId], sellers: [jobId], refs: [{}] }, { jobId });
  });
  await until('every job is done', async () => took.length === startedAt.size, 60_000);
  await events.close();
  await worker.close();
  await queue.close();
  return spreadOf(took);
};

export const latency: BenchRow = {
  name: 'latency',
  needsRedis: true,
  run: async ({ folder, quick, rounds, progress }) => {
    const seconds = quick ? 2 : 8;
    const installation = await openInstallation({ folder, queues: 'redis' });
    const halves: { readonly p50: Round; readonly p99: Round }[] = [];
    let perSecond = 0;
    try {
      await installation.startApi();
      installation.startWorker();
      const client = createClient(installation.url, connections);
      const burst = async (count: number): Promise<number> => {
        const first = takeNumbers(count);
        return measureLoad(client, { count, connections, body: (n) => orderBody(first + n) });
      };
      const nothingLeft = (): Promise<boolean> =>
        until(
          'nothing is left to do',
          async () => {
            const rows = await installation.sql`
              SELECT 1 FROM job WHERE queue = 'orders' AND state IN ('waiting', 'queued') LIMIT 1`;
            return rows.length === 0;
          },
          120_000,
        );
      await burst(quick ? 500 : 3_000);
      await nothingLeft();
      // The top rate is that of requests while the worker works beside them.
      perSecond = Math.floor((await burst(quick ? 1_000 : 10_000)) / 2);
      client.close();
      await nothingLeft();
      for (let round = 0; round < rounds; round += 1) {
        const reference = await measureNoop(installation, perSecond, seconds);
        const ours = await measureOrders(installation, perSecond, seconds);
        halves.push({
          p50: { ours: ours.p50, reference: reference.p50 },
          p99: { ours: ours.p99, reference: reference.p99 },
        });
        progress(`latency ${round + 1}: p50 ${ours.p50.toFixed(0)} of ${reference.p50.toFixed(1)} ms`);
      }
    } finally {
      await installation.stop();
    }
    const row = (which: 'p50' | 'p99', atMost: number): BenchResult => ({
      what: `from request to finished order job at ${perSecond} a second, half of the top rate, ${which}`,
      reference: `BullMQ at that rate, from add to the end of a job that does nothing, ${which}`,
      unit: 'ms',
      rounds: halves.map((half) => half[which]),
      goal: { kind: 'ratio', atMost },
    });
    return [row('p50', 3), row('p99', 5)];
  },
};
