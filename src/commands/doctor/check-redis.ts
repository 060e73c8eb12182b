import { findRedisProblems } from '../../../queues/backends/redis.ts';
import { connectRedis, type RedisClient } from '../../../queues/backends/redis-clients.ts';
import { withinMs } from '../../../queues/backends/time-limit.ts';
import { bad, type Finding, look, ok, reasonOf } from './finding.ts';

const mendReach = 'Start Redis, or mend REDIS_URL. Until then orders are taken in and wait in PostgreSQL.';

const judgeAppendOnly = (info: string): Finding[] => {
  if (/^aof_enabled:1/m.test(info)) return [ok('Redis keeps an append-only file')];
  // Managed services hide it; a Redis that loses everything costs time, not work: the ledger has it all.
  if (!/^aof_enabled:0/m.test(info)) return [];
  return [
    look(
      'Redis keeps no append-only file',
      'Set appendonly yes. Nothing is lost without it, but after a crash all jobs are handed over again.',
    ),
  ];
};

const connectLimitMs = 5_000;
const answerLimitMs = 2_000;

/** Reaches Redis as a producer would, and looks at its settings. */
export const checkRedis = async (redisUrl: string): Promise<Finding[]> => {
  const ending = new AbortController();
  let redis: RedisClient;
  try {
    redis = connectRedis(redisUrl, 'producer', ending.signal);
  } catch (error) {
    return [bad(reasonOf(error), 'Write REDIS_URL in one of these forms.')];
  }
  // It tries again and again; the last failure says most.
  let lastError: unknown = null;
  redis.on('error', (error) => {
    lastError = error;
  });
  try {
    if (redis.status !== 'ready') {
      await withinMs(connectLimitMs, 'Connecting', new Promise((resolve) => redis.once('ready', resolve)));
    }
    const info = await withinMs(answerLimitMs, 'Its answer', redis.info());
    const problems = findRedisProblems(info);
    return [
      ok('Redis answers'),
      ...problems.map((problem) => bad(problem, 'Redis has to be so before real orders come.')),
      ...(problems.length === 0 ? [ok('Redis is new enough and never drops a key')] : []),
      ...judgeAppendOnly(info),
    ];
  } catch (error) {
    return [bad(`Redis does not answer (${reasonOf(lastError ?? error)})`, mendReach)];
  } finally {
    ending.abort();
    redis.disconnect();
  }
};
