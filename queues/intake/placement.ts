import type { Sql } from '../../db/client.ts';
import { readQueueLoads } from '../../db/repositories/jobs/read-queue-loads.ts';
import type { Logger } from '../../src/platform/logger.ts';
import { every } from '../../src/platform/ticker.ts';
import type { QueueContract } from '../contract.ts';

const refreshMs = 200;
/** After BullMQ refused, this long nothing is handed over directly; the dispatcher goes on trying. */
const restMs = 2_000;

/** Says whether new work may go straight into BullMQ, or must wait its turn in the ledger. */
export interface Placement {
  /** Takes one place in the queue's window if it has room, no backlog, and BullMQ answered lately. */
  tryTake(queue: string): boolean;
  /** BullMQ did not take a hand-over. */
  reportFailure(): void;
  stop(): Promise<void>;
}

export const startPlacement = (options: {
  readonly sql: Sql;
  readonly contracts: readonly QueueContract[];
  readonly logger: Logger;
}): Placement => {
  const room = new Map<string, number>();
  let restUntil = 0;
  const ticker = every(
    refreshMs,
    async () => {
      const loads = await readQueueLoads(
        options.sql,
        options.contracts.map(({ name, window }) => ({ name, cap: window })),
      );
      for (const { queue, queued, hasDue } of loads) {
        const window = options.contracts.find(({ name }) => name === queue)?.window ?? 0;
        room.set(queue, hasDue ? 0 : window - queued);
      }
      return false;
    },
    (error) => {
      room.clear();
      options.logger.debug({ err: error }, 'Queue loads could not be read');
    },
  );
  return {
    tryTake: (queue) => {
      const left = room.get(queue) ?? 0;
      if (left <= 0 || Date.now() < restUntil) return false;
      room.set(queue, left - 1);
      return true;
    },
    reportFailure: () => {
      restUntil = Date.now() + restMs;
    },
    stop: ticker.stop,
  };
};
