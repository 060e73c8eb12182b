/**
 * A process of its own for queue-backend.test.ts: takes one job, says so, and holds it until it is killed.
 * Arguments: PostgreSQL URL, queue, and perhaps the Redis URL.
 */
import { createQueueBackend } from '../../queues/backend.ts';

const [databaseUrl = '', queue = '', redisUrl] = process.argv.slice(2);
const backend = await createQueueBackend({ databaseUrl, redisUrl });
backend.newWorker(
  queue,
  async (job) => {
    process.stdout.write(`${job.id}\n`);
    await new Promise(() => undefined);
  },
  { concurrency: 1 },
);
