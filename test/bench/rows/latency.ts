import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
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

/**
 * From the request's start until somebody else sees the job done. The ledger's own `finished_at` would flatter us: it is
 * when the transaction began that ended the job. So a watcher asks all the time, which adds two milliseconds or so.
 */
const measureOrders = async (
  { url, sql }: Installation,
  perSecond: number,
  seconds: number,
): Promise<Spread> => {
  const client = createClient(url, connections * 4);
  const unseen = new Map<string, number>();
  const took: number[] = [];
  const first = takeNumbers(Math.ceil(perSecond * seconds));
  let sending = true;
  const watch = async (): Promise<void> => {
    const deadline = performance.now() + (seconds + 120) * 1_000;
    while (sending || unseen.size > 0) {
      if (performance.now() > deadline) throw new Error(`${unseen.size} orders were not done in time`);
      const done = await sql<{ id: string }[]>`
        SELECT id FROM job WHERE id = ANY (${[...unseen.keys()]}::uuid[]) AND state = 'done'`;
      for (const { id } of done) {
        took.push(performance.now() - (unseen.get(id) ?? Number.NaN));
        unseen.delete(id);
      }
      await pause(1);
    }
  };
  const watching = watch();
  await openLoad(perSecond, seconds, async (n) => {
    const at = performance.now();
    const { text } = await client.post('/v1/orders', orderBody(first + n));
    unseen.set((JSON.parse(text) as { jobId: string }).jobId, at);
  });
  sending = false;
  await watching;
  client.close();
  return spreadOf(took);
};

/** BullMQ alone: from the call of add until its worker is told that the job, which does nothing, is completed. */
const measureNoop = async (
  { backend }: Installation,
  perSecond: number,
  seconds: number,
): Promise<Spread> => {
  const queue = backend.newQueue('bench-latency');
  const worker = backend.newWorker('bench-latency', async () => null, { concurrency: 50 });
  await worker.waitUntilReady();
  const startedAt = new Map<string, number>();
  const took: number[] = [];
  worker.on('completed', ({ id = '' }) => {
    took.push(performance.now() - (startedAt.get(id) ?? Number.NaN));
  });
  await openLoad(perSecond, seconds, async () => {
    const jobId = newId();
    startedAt.set(jobId, performance.now());
    await queue.add('place', { ids: [jobId], sellers: [jobId], refs: [{}] }, { jobId });
  });
  await until('every job is done', async () => took.length === startedAt.size, 60_000);
  await worker.close();
  await queue.obliterate({ force: true });
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
      const burst = async (count: number): Promise<void> => {
        const first = takeNumbers(count);
        await measureLoad(client, { count, connections, body: (n) => orderBody(first + n) });
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
      // The top rate is that of the whole way: the worker shares the cores and may be the slower one.
      const count = quick ? 1_000 : 10_000;
      const began = performance.now();
      await burst(count);
      await nothingLeft();
      perSecond = Math.floor(count / ((performance.now() - began) / 1_000) / 2);
      client.close();
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
