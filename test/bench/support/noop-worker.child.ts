import { createQueueBackend } from '../../../queues/backend.ts';

/** A BullMQ worker that does nothing, on the store of its arguments; tells when so many jobs are done. */
const [, , redisUrl, databaseUrl, concurrency, count] = process.argv;
const backend = await createQueueBackend({
  redisUrl: redisUrl === '' ? undefined : redisUrl,
  databaseUrl: databaseUrl ?? '',
  onError: (error) => console.error(error.message),
});
let done = 0;
let firstMs = 0;
backend.newWorker(
  'bench-noop',
  async () => {
    if (done === 0) firstMs = performance.now();
    done += 1;
    if (done === Number(count)) process.send?.({ seconds: (performance.now() - firstMs) / 1_000 });
    return null;
  },
  { concurrency: Number(concurrency) },
);
process.on('SIGTERM', () => void backend.close().then(() => process.exit(0)));
