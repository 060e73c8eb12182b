import { Cluster, type CommonRedisOptions, Redis } from 'ioredis';
import { parseRedisUrl } from './redis-url.ts';

export type RedisClient = Redis | Cluster;

/** Between two attempts to connect: at most a second, so that the end of an outage is noticed. */
export const RETRY_AT_MOST_MS = 1_000;

/** For ever, so that a process outlives any outage, until `ending.aborted`; then a lost connection ends. */
const retryUntil =
  (ending: AbortSignal) =>
  (times: number): number | null =>
    ending.aborted ? null : Math.min(2 ** times * 25, RETRY_AT_MOST_MS);

const common: CommonRedisOptions = {
  // After a failover the old master may still answer, as a read-only replica: leave it and send again.
  reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
  connectTimeout: 5_000,
  keepAlive: 10_000,
  // A Redis that reads its file reckons, in its first moments, with days; the client would wait 10 s for it.
  maxLoadingRetryTime: RETRY_AT_MOST_MS,
};

/** Fails fast: a request waits for it. Whatever it could not add, the ledger keeps. */
const producer: CommonRedisOptions = {
  ...common,
  maxRetriesPerRequest: 1,
  commandTimeout: 2_000,
};

/**
 * Waits for Redis to come back. BullMQ demands null on blocking connections. The time limit is for a
 * connection that died without a word (a firewall, a failover): above BullMQ's longest block of 10 s and its
 * own watchdog at 11 s, so that it never cuts a healthy one.
 */
const worker: CommonRedisOptions = {
  ...common,
  maxRetriesPerRequest: null,
  commandTimeout: 15_000,
};

export function connectRedis(url: string, role: 'producer' | 'worker', ending: AbortSignal): RedisClient {
  const target = parseRedisUrl(url);
  const retryStrategy = retryUntil(ending);
  const options = role === 'producer' ? producer : worker;
  // Off: a command fails at once while there is no connection, instead of waiting in memory.
  const enableOfflineQueue = role === 'worker';
  switch (target.form) {
    case 'single':
      return new Redis(target.url, { ...options, enableOfflineQueue, retryStrategy });
    case 'sentinel':
      return new Redis({
        ...options,
        ...target.credentials,
        enableOfflineQueue,
        retryStrategy,
        sentinels: [...target.sentinels],
        name: target.name,
        sentinelRetryStrategy: retryStrategy,
        ...(target.sentinelPassword === undefined ? {} : { sentinelPassword: target.sentinelPassword }),
        ...(target.credentials.tls ? { sentinelTLS: {}, enableTLSForSentinelMode: true } : {}),
      });
    case 'cluster':
      return new Cluster([...target.nodes], {
        enableOfflineQueue,
        clusterRetryStrategy: retryStrategy,
        redisOptions: { ...options, ...target.credentials },
      });
  }
}
