import type { Sql } from '../db/client.ts';
import type { Logger } from '../src/platform/logger.ts';
import { every, type Ticker } from '../src/platform/ticker.ts';
import type { Producer } from './producer.ts';

export const canaryName = 'canary';

const intervalMs = 10_000;

/** A canary came through: the queue's workers live. */
export const recordHeartbeat = async (sql: Sql, queue: string): Promise<null> => {
  await sql`
    INSERT INTO queue_heartbeat (queue, consumed_at) VALUES (${queue}, now())
    ON CONFLICT (queue) DO UPDATE SET consumed_at = excluded.consumed_at`;
  return null;
};

/** Seconds since the last canary came through, per queue; queues that never saw one are missing. */
export const readHeartbeatAges = async (sql: Sql): Promise<Map<string, number>> => {
  const rows = await sql<{ queue: string; age: number }[]>`
    SELECT queue, extract(epoch FROM now() - consumed_at)::float8 AS age FROM queue_heartbeat`;
  return new Map(rows.map((row) => [row.queue, row.age]));
};

/**
 * Sends a canary through every queue, every ten seconds, one for all processes: workers that look
 * alive but take nothing, as after some Redis failovers, are the oldest complaint of BullMQ's users.
 */
export const startCanaries = (producer: Producer, logger: Logger): Ticker =>
  every(
    intervalMs,
    async () => {
      const id = `canary-${Math.floor(Date.now() / intervalMs)}`;
      for (const queue of producer.queues.values()) {
        await queue.add(canaryName, {}, { jobId: id, removeOnComplete: true, removeOnFail: true });
      }
      return false;
    },
    (error) => logger.debug({ err: error }, 'No canary could be sent'),
  );
