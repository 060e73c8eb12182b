import { createPostgresQueueBackend } from './backends/postgres.ts';
import { createRedisQueueBackend } from './backends/redis.ts';
import { throttled } from './backends/reporter.ts';
import type { QueueBackend, ReportError } from './backends/types.ts';

export type { CarrierState, QueueBackend, ReportError } from './backends/types.ts';

export interface QueueBackendOptions {
  /** Set: Redis. The forms are listed at `parseRedisUrl`. */
  readonly redisUrl?: string | undefined;
  /** The store of the queues where there is no Redis. */
  readonly databaseUrl: string;
  /** Hears what goes wrong with connections, one of a kind per ten seconds. Default: console.error. */
  readonly onError?: ReportError | undefined;
}

/**
 * Which store carries the queues is decided here and nowhere else. A Redis that is away does not keep this
 * from resolving: producers fail fast and workers wait until it is back.
 *
 * @throws if REDIS_URL has no known form.
 */
export function createQueueBackend(options: QueueBackendOptions): Promise<QueueBackend> {
  const report = throttled(options.onError ?? ((error, source) => console.error(source, error.message)));
  return options.redisUrl
    ? createRedisQueueBackend(options.redisUrl, report)
    : createPostgresQueueBackend(options.databaseUrl, report);
}
