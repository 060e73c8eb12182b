import { setMaxListeners } from 'node:events';
import type { Sql } from '../../../db/client.ts';
import { findJobs, type JobView } from '../../../db/repositories/jobs/find-jobs.ts';

const pollMs = 50;

const unfinished = new Set(['waiting', 'queued']);

interface Waiting {
  readonly sellerId: string;
  readonly jobId: string;
  readonly settle: (job: JobView | null) => void;
}

export interface JobWaiter {
  /** The finished job, or null when it did not finish in time or the signal says to stop. */
  wait(
    job: { sellerId: string; jobId: string },
    timeoutMs: number,
    gaveUp: AbortSignal,
  ): Promise<JobView | null>;
}

/**
 * Waits for jobs on behalf of requests: one query every 50 ms for all that wait in this process, and none
 * while nobody waits. While PostgreSQL is away it goes on asking.
 */
export const createJobWaiter = (sql: Sql, stopping?: AbortSignal): JobWaiter => {
  // One for each request that waits: hundreds are no leak.
  if (stopping !== undefined) setMaxListeners(0, stopping);
  const waiting = new Set<Waiting>();
  let polling = false;

  const poll = async (): Promise<void> => {
    const asked = [...waiting];
    const sellers = [...new Set(asked.map(({ sellerId }) => sellerId))];
    const ids = [...new Set(asked.map(({ jobId }) => jobId))];
    const jobs = await findJobs(sql, sellers, ids).catch((): JobView[] => []);
    const finished = new Map(jobs.filter(({ state }) => !unfinished.has(state)).map((job) => [job.id, job]));
    for (const { jobId, settle } of asked) {
      const job = finished.get(jobId);
      if (job !== undefined) settle(job);
    }
  };

  const run = async (): Promise<void> => {
    polling = true;
    while (waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, pollMs));
      if (waiting.size > 0) await poll();
    }
    polling = false;
  };

  return {
    wait: ({ sellerId, jobId }, timeoutMs, gaveUp) =>
      new Promise((resolve) => {
        if (gaveUp.aborted || stopping?.aborted === true) {
          resolve(null);
          return;
        }
        const giveUp = (): void => entry.settle(null);
        const timer = setTimeout(giveUp, timeoutMs);
        const entry: Waiting = {
          sellerId,
          jobId,
          settle: (job) => {
            clearTimeout(timer);
            waiting.delete(entry);
            gaveUp.removeEventListener('abort', giveUp);
            stopping?.removeEventListener('abort', giveUp);
            resolve(job);
          },
        };
        gaveUp.addEventListener('abort', giveUp, { once: true });
        stopping?.addEventListener('abort', giveUp, { once: true });
        waiting.add(entry);
        if (!polling) void run();
      }),
  };
};
