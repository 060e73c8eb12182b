import type { Worker } from 'bullmq';
import type { ReportError } from './types.ts';

/** Seven days of failures for Bull Board; of what went well only what is fresh: the ledger is the history. */
const KEPT_MS = { completed: 5 * 60_000, failed: 7 * 24 * 60 * 60_000 };
const EVERY_MS = 30_000;
/** In one statement, which holds its locks until its end. */
const BATCH = 5_000;

/**
 * Removes finished jobs on PostgreSQL, in place of BullMQ's own removal at each completion: by age that costs
 * a fifth of the throughput (a DELETE in every acknowledgement), by count two thirds, with deadlocks. Empty
 * queues are cleaned too. Several processes may do it at once.
 *
 * @returns stops it
 */
export function startCleaning(
  workers: readonly Worker[],
  report: ReportError,
  { everyMs = EVERY_MS, keptMs = KEPT_MS } = {},
): () => void {
  const round = async (): Promise<void> => {
    for (const worker of workers) {
      for (const state of ['completed', 'failed'] as const) {
        const before = Date.now() - keptMs[state];
        let removed: number;
        do {
          removed = (await worker.getBackend().cleanJobsByState(state, before, BATCH)).length;
        } while (removed === BATCH);
      }
    }
  };
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    round()
      .catch((error: Error) => report(error, 'cleaning'))
      .finally(() => {
        running = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
