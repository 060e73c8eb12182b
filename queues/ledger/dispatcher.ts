import { readQueueLoads } from '../../db/repositories/jobs/read-queue-loads.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { every, type Ticker } from '../../src/platform/ticker.ts';
import type { QueueContract } from '../contract.ts';
import { dispatchQueue, type Marks } from './dispatch-queue.ts';
import { type HandOverPorts, handOver } from './hand-over.ts';

const intervalMs = 250;
/** Rows are committed a little after their `run_at`; this far behind the newest one seen it is safe to skip. */
const lowWaterLagMs = 30_000;
const fullScanEveryMs = 60_000;
const restMs = 1_000;

export interface DispatcherOptions extends HandOverPorts {
  readonly contracts: readonly QueueContract[];
  readonly concurrencyOf: (queue: string) => number;
}

export interface Dispatcher {
  /** Look at once: room was made, or work inserted. */
  nudge(): void;
  stop(): Promise<void>;
}

/**
 * What a round looks at. Under a backlog it begins at the low-water marks, past the index entries of
 * what was handed over a moment ago; without one, or after BullMQ refused, it begins at the start, so
 * that what was taken back or swept with an old `run_at` does not wait for the full scan.
 */
interface Scan {
  marks: Marks;
  backlog: boolean;
  fullScanAt: number;
  /** BullMQ refused: until then picking rows would only be to put them back. */
  restUntil: number;
}

const unmarked: Marks = { interactive: null, bulk: null };

const laggingBehind = (newest: Instant | null, mark: Instant | null): Instant | null => {
  if (newest === null) return mark;
  const candidate = new Date(Date.parse(newest) - lowWaterLagMs).toISOString();
  return mark === null || candidate > mark ? candidate : mark;
};

/** Runs in every worker: keeps each queue's window in BullMQ filled from the ledger. */
export const startDispatcher = (options: DispatcherOptions): Dispatcher => {
  const scans = new Map<string, Scan>(
    options.contracts.map(({ name }) => [
      name,
      { marks: unmarked, backlog: false, fullScanAt: 0, restUntil: 0 },
    ]),
  );

  const dispatch = async (contract: QueueContract): Promise<boolean> => {
    const scan = scans.get(contract.name);
    if (scan === undefined || Date.now() < scan.restUntil) return false;
    const full = Date.now() >= scan.fullScanAt;
    if (full) scan.fullScanAt = Date.now() + fullScanEveryMs;
    const { carriers, newest, backlog } = await dispatchQueue(options.sql, {
      contract,
      concurrency: options.concurrencyOf(contract.name),
      lowWater: full || !scan.backlog ? unmarked : scan.marks,
    });
    if (carriers.length === 0) {
      // Nothing above the marks: the next round looks from the start.
      scan.backlog = false;
      return false;
    }
    const taken = await handOver(options, contract.name, carriers);
    if (!taken) scan.restUntil = Date.now() + restMs;
    scan.backlog = taken && backlog;
    if (taken) {
      scan.marks = {
        interactive: laggingBehind(newest.interactive, scan.marks.interactive),
        bulk: laggingBehind(newest.bulk, scan.marks.bulk),
      };
    }
    return scan.backlog;
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
