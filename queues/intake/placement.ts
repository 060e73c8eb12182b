import type { Sql } from '../../db/client.ts';
import { readQueueLoads } from '../../db/repositories/jobs/read-queue-loads.ts';
import type { Logger } from '../../src/platform/logger.ts';
import { every } from '../../src/platform/ticker.ts';
import type { QueueContract } from '../contract.ts';

const refreshMs = 200;
/** After BullMQ refused, this long nothing is handed over directly; the dispatcher goes on trying. */
const restMs = 2_000;

/**
 * How much of a queue may be handed over one by one: what its workers have at hand soon. Where rows can travel
 * together a queue of single ones would only make the crowd behind it wait: the dispatcher bundles that.
 */
const directPlaces = ({ bundleSize, concurrency, window }: QueueContract): number =>
  bundleSize === 1 ? window : Math.min(window, 4 * concurrency);

/** Says whether new work may go straight into BullMQ, or must wait its turn in the ledger. */
export interface Placement {
  /** Takes one place if the queue has some left, no backlog, and BullMQ answered lately. */
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
        const contract = options.contracts.find(({ name }) => name === queue);
        room.set(queue, hasDue || contract === undefined ? 0 : directPlaces(contract) - queued);
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
