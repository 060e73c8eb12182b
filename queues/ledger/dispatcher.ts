import { readQueueLoads } from '../../db/repositories/jobs/read-queue-loads.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { every, type Ticker } from '../../src/platform/ticker.ts';
import type { QueueContract } from '../contract.ts';
import { dispatchQueue } from './dispatch-queue.ts';
import { type HandOverPorts, handOver } from './hand-over.ts';

const intervalMs = 250;
/** Rows are committed a little after their `run_at`; this far behind the newest one seen it is safe to skip. */
const lowWaterLagMs = 30_000;
const fullScanEveryMs = 60_000;

export interface DispatcherOptions extends HandOverPorts {
  readonly contracts: readonly QueueContract[];
  readonly concurrencyOf: (queue: string) => number;
}

export interface Dispatcher {
  /** Look at once: room was made, or work inserted. */
  nudge(): void;
  stop(): Promise<void>;
}

interface Scan {
  lowWater: Instant | null;
  fullScanAt: number;
}

/** Runs in every worker: keeps each queue's window in BullMQ filled from the ledger. */
export const startDispatcher = (options: DispatcherOptions): Dispatcher => {
  const scans = new Map<string, Scan>(
    options.contracts.map(({ name }) => [name, { lowWater: null, fullScanAt: 0 }]),
  );

  const dispatch = async (contract: QueueContract): Promise<boolean> => {
    const scan = scans.get(contract.name) ?? { lowWater: null, fullScanAt: 0 };
    const full = Date.now() >= scan.fullScanAt;
    if (full) scan.fullScanAt = Date.now() + fullScanEveryMs;
    const { carriers, newestRunAt, backlog } = await dispatchQueue(options.sql, {
      contract,
      concurrency: options.concurrencyOf(contract.name),
      lowWater: full ? null : scan.lowWater,
    });
    if (newestRunAt !== null) {
      const candidate = new Date(Date.parse(newestRunAt) - lowWaterLagMs).toISOString();
      if (scan.lowWater === null || candidate > scan.lowWater) scan.lowWater = candidate;
    }
    if (carriers.length === 0) return false;
    const taken = await handOver(options, contract.name, carriers);
    return taken && backlog;
  };

  const round = async (): Promise<boolean> => {
    const loads = await readQueueLoads(
      options.sql,
      options.contracts.map(({ name, window }) => ({ name, cap: window })),
    );
    const due = new Set(loads.filter((load) => load.hasDue).map((load) => load.queue));
    const again = await Promise.all(options.contracts.filter(({ name }) => due.has(name)).map(dispatch));
    return again.includes(true);
  };

  const ticker: Ticker = every(intervalMs, round, (error) =>
    options.logger.warn({ err: error }, 'Dispatch failed; trying again'),
  );
  return { nudge: ticker.nudge, stop: ticker.stop };
};
