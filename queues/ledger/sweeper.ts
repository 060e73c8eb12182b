import type { Sql } from '../../db/client.ts';
import {
  findStaleCarriers,
  keepCarriers,
  punishCarriers,
  requeueCarriers,
  type StaleCarrier,
} from '../../db/repositories/jobs/sweep-carriers.ts';
import type { Logger } from '../../src/platform/logger.ts';
import { every, type Ticker } from '../../src/platform/ticker.ts';
import type { QueueContract } from '../contract.ts';
import type { Producer } from '../producer.ts';

const intervalMs = 5_000;
/** Younger hand-overs are most likely still on their way. */
const graceSeconds = 15;
const mostCarriers = 200;

/** BullMQ will run it, or runs it. */
const held = new Set(['waiting', 'prioritized', 'active', 'delayed', 'waiting-children']);

export interface SweeperOptions {
  readonly sql: Sql;
  readonly producer: Producer;
  readonly contracts: readonly QueueContract[];
  readonly logger: Logger;
}

const killedItsWorkers = {
  code: 'worker_lost',
  detail: 'The worker that ran this job died or stopped answering, more often than the queue allows',
};

const groupByQueue = (stale: readonly StaleCarrier[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const { queue, carrier } of stale) groups.set(queue, [...(groups.get(queue) ?? []), carrier]);
  return groups;
};

/**
 * One round: asks BullMQ what became of rows that were handed over long ago. An error is no answer
 * and throws. Every UPDATE repeats the state and carrier it saw, so that a row which ended meanwhile
 * stays ended.
 */
export const sweep = async ({ sql, producer, contracts, logger }: SweeperOptions): Promise<void> => {
  const stale = await findStaleCarriers(sql, { olderThanSeconds: graceSeconds, limit: mostCarriers });
  for (const [queue, carriers] of groupByQueue(stale)) {
    const contract = contracts.find(({ name }) => name === queue);
    if (contract === undefined) continue;
    const states = await producer.statesOf(queue, carriers);
    const are = (test: (state: string) => boolean) =>
      carriers.filter((id) => test(states.get(id) ?? 'unknown'));
    await keepCarriers(
      sql,
      are((state) => held.has(state)),
    );
    const requeued = await requeueCarriers(
      sql,
      are((state) => state === 'unknown' || state === 'completed'),
    );
    await punishCarriers(
      sql,
      are((state) => state === 'failed'),
      {
        attemptsLimit: contract.attempts,
        error: killedItsWorkers,
      },
    );
    if (requeued > 0) logger.info({ queue, requeued }, 'Swept rows whose carrier was lost');
  }
};

/** Runs in every worker, so that a hand-over which Redis lost is made again. */
export const startSweeper = (options: SweeperOptions): Ticker =>
  every(
    intervalMs,
    async () => {
      await sweep(options);
      return false;
    },
    (error) => options.logger.warn({ err: error }, 'Sweep failed; trying again'),
  );
