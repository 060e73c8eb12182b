/**
 * A worker process of its own for killed-worker.test.ts. Its handler writes, says so, and holds its
 * transaction open until it is killed. Arguments: PostgreSQL URL, and perhaps the Redis URL.
 */
import { pino } from 'pino';
import { openDatabase } from '../../../db/client.ts';
import { createQueueBackend } from '../../../queues/backend.ts';
import { ordersQueue } from '../../../queues/orders.queue.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { startWorkers } from '../../../workers/runtime/start-workers.ts';
import { probe } from './probe.ts';
import { realHandlers } from './rig.ts';

const [databaseUrl = '', redisUrl] = process.argv.slice(2);
const { handler } = probe({
  save: async () => {
    process.stdout.write('holding\n');
    await new Promise(() => undefined);
  },
});
startWorkers({
  backend: await createQueueBackend({ databaseUrl, redisUrl }),
  database: openDatabase({ url: databaseUrl, maxConnections: 4, applicationName: 'navette child' }),
  contracts: [ordersQueue],
  handlers: { ...realHandlers(), orders: handler },
  concurrencyOf: () => 1,
  logger: pino({ level: 'silent' }),
  metrics: createMetrics(),
  onRoom: () => {},
});
