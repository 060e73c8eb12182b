import { run } from 'graphile-worker';
import PgBoss from 'pg-boss';
import { openDatabase } from '../../../db/client.ts';
import { doOrders } from './order-work.ts';

/** Another job system's worker with our order's writes in its handler; tells when so many jobs are done. */
const [, , system, databaseUrl = '', sellerId = '', count] = process.argv;
const database = openDatabase({ url: databaseUrl, maxConnections: 16, applicationName: 'bench' });
let done = 0;
let firstMs = 0;
const note = (jobs: number): void => {
  if (done === 0) firstMs = performance.now();
  done += jobs;
  if (done >= Number(count)) process.send?.({ seconds: (performance.now() - firstMs) / 1_000 });
};

if (system === 'graphile-worker') {
  await run({
    connectionString: databaseUrl,
    preset: {
      worker: {
        concurrentJobs: 16,
        maxPoolSize: 18,
        pollInterval: 500,
        localQueue: { size: 500 },
        completeJobBatchDelay: 0,
      },
    },
    taskList: {
      place: async (payload) => {
        await doOrders(database, sellerId, [payload]);
        note(1);
      },
    },
  });
} else {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 10, supervise: false });
  await boss.start();
  // Several, as its manual says, each with its batch: the handler may write a hundred orders at once.
  for (let n = 0; n < 4; n += 1) {
    await boss.work('place', { batchSize: 100, pollingIntervalSeconds: 0.5 }, async (jobs) => {
      await doOrders(
        database,
        sellerId,
        jobs.map(({ data }) => data),
      );
      note(jobs.length);
    });
  }
}
