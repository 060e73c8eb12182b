import { setTimeout as after } from 'node:timers/promises';
import type { JobCounts } from '@bull-board/api/typings/app';
import type { Sql } from '../../../db/client.ts';
import { isInfrastructureError } from '../../../db/errors.ts';
import { countEndedJobs, countOpenJobs } from '../../../db/repositories/board/count-board-jobs.ts';
import { isTimeLimit, limited, type Runner } from '../../../db/repositories/board/limited.ts';
import {
  type BoardPage,
  type BoardRow,
  findBoardJob,
  listDueJobs,
  listHeldJobs,
  listJobsInState,
  listLaterJobs,
  listNewestJobs,
} from '../../../db/repositories/board/list-board-jobs.ts';
import {
  cancelJob,
  promoteJob,
  retryFailedJobs,
  retryJob,
} from '../../../db/repositories/jobs/operate-jobs.ts';
import { type JobState, jobStates } from '../../../db/schema/job.ts';
import type { QueueContract } from '../../../queues/contract.ts';
import { wrongState } from './board-refusal.ts';
import type { Glance, QueueWatch } from './queue-watch.ts';
import { rationed, type Turns } from './rationed.ts';

/**
 * The board's tabs, in their order. Bull Board knows a fixed set of names; two that mean nothing here carry
 * what BullMQ has no name for, and are labelled so (board-texts.ts).
 */
export const rejectedTab = 'paused';
export const cancelledTab = 'waiting-children';
export const tabs = [
  'active',
  'waiting',
  'delayed',
  'completed',
  rejectedTab,
  'failed',
  cancelledTab,
] as const;
export type Tab = (typeof tabs)[number];

const countEveryMs = 1_000;
/** A count may use a tenth of one connection. */
const countRest = 10;
/** What a person waits for; the first count of millions of rows that no vacuum has seen takes longer. */
const countPatienceMs = 2_500;
/** Where a count stops that nobody could wait for. */
const countCap = 10_000;

/**
 * Pages further down show the deepest one. To find a page all rows before it are read, from the table where
 * the order is that of time (up to 2 s at these depths when cold), from the index alone where it is that of ids.
 */
const deepest = { byTime: 50_000, byId: 1_000_000 };

/** Far above what these take; PostgreSQL ends them then. */
const listLimitMs = 5_000;
const countLimitMs = 20_000;

const retryBatch = 1_000;

/** One queue of the ledger as the board needs it; operators and viewers share it. */
export interface LedgerQueue {
  readonly contract: QueueContract;
  readonly watch: QueueWatch;
  counts(): Promise<JobCounts>;
  list(tab: Tab, page: BoardPage): Promise<{ row: BoardRow; tab: Tab }[]>;
  newest(limit: number): Promise<{ row: BoardRow; tab: Tab }[]>;
  find(id: string): Promise<{ row: BoardRow; tab: Tab } | null>;
  retry(row: BoardRow): Promise<void>;
  /** Returns how many. */
  retryAll(): Promise<number>;
  promote(row: BoardRow): Promise<void>;
  cancel(row: BoardRow): Promise<void>;
}

export const createLedgerQueue = (
  sql: Sql,
  contract: QueueContract,
  /** `turns`: counts of all queues take turns, so that they use one connection at most. */
  { watch, turns }: { watch: QueueWatch; turns: Turns },
): LedgerQueue => {
  const queue = contract.name;
  const list = <T>(work: (runner: Runner) => Promise<T>) => limited(sql, listLimitMs, work);
  const count = <T>(cap: number | null, work: (runner: Runner) => Promise<T>) =>
    limited(sql, cap === null ? countLimitMs : listLimitMs, work);
  const open = counted(turns, async (cap) => {
    const { active } = await watch.glance();
    return count(cap, (runner) => countOpenJobs(runner, { queue, carriers: active, cap }));
  });
  const ended = counted(turns, (cap) => count(cap, (runner) => countEndedJobs(runner, { queue, cap })));

  const rowsOf = async (tab: Tab, page: BoardPage, { active }: Glance): Promise<BoardRow[]> => {
    switch (tab) {
      case 'active':
        return active.length === 0
          ? []
          : list((runner) => listHeldJobs(runner, queue, { carriers: active, among: true, ...page }));
      case 'waiting':
        return listWaiting(page, active);
      case 'delayed':
        return list((runner) => listLaterJobs(runner, queue, shallow(page, deepest.byTime)));
      case 'completed':
        return listEnded('done', page);
      case rejectedTab:
        return listEnded('rejected', page);
      case 'failed':
        return listEnded('failed', page);
      case cancelledTab:
        return listEnded('cancelled', page);
    }
  };

  const listEnded = (state: JobState, page: BoardPage) =>
    list((runner) => listJobsInState(runner, queue, { state, ...shallow(page, deepest.byId) }));

  /** First what BullMQ holds already, then what is next. */
  const listWaiting = async (page: BoardPage, active: readonly string[]): Promise<BoardRow[]> => {
    const held = await list((runner) =>
      listHeldJobs(runner, queue, { carriers: active, among: false, ...page }),
    );
    if (held.length === page.limit) return held;
    const { queued, carried } = await open.read();
    const offset = held.length > 0 ? 0 : Math.max(0, page.offset - (queued - carried));
    const due = await list((runner) =>
      listDueJobs(runner, queue, shallow({ offset, limit: page.limit - held.length }, deepest.byTime)),
    );
    return [...held, ...due];
  };

  const tabOf = (row: BoardRow, active: ReadonlySet<string>): Tab => {
    switch (row.state) {
      case 'waiting':
        return row.later ? 'delayed' : 'waiting';
      case 'queued':
        return row.carrier !== null && active.has(row.carrier) ? 'active' : 'waiting';
      case 'done':
        return 'completed';
      case 'rejected':
        return rejectedTab;
      case 'failed':
        return 'failed';
      case 'cancelled':
        return cancelledTab;
    }
  };

  const withTabs = (rows: readonly BoardRow[], { active }: Glance) => {
    const carriers = new Set(active);
    return rows.map((row) => ({ row, tab: tabOf(row, carriers) }));
  };

  /** Runs one action on a row and lets the counts show it at once. */
  const act = async (row: BoardRow, action: Promise<boolean>, refusal: string): Promise<void> => {
    try {
      if (!(await action)) throw wrongState(refusal, row.state);
    } catch (error) {
      if (!isInfrastructureError(error)) throw error;
      throw wrongState('A worker is at it right now: look again in a moment.', row.state);
    } finally {
      open.forget();
      ended.forget();
    }
  };

  return {
    contract,
    watch,
    counts: async () => {
      const [{ due, later, queued, carried, failed }, { done, rejected, cancelled }] = await Promise.all([
        open.read(),
        ended.read(),
      ]);
      const counts: Record<Tab, number> = {
        active: carried,
        waiting: due + queued - carried,
        delayed: later,
        completed: done,
        [rejectedTab]: rejected,
        failed,
        [cancelledTab]: cancelled,
      };
      return counts as JobCounts;
    },
    list: async (tab, page) => {
      const glance = await watch.glance();
      return (await rowsOf(tab, page, glance)).map((row) => ({ row, tab }));
    },
    newest: async (limit) => {
      const glance = await watch.glance();
      return withTabs(
        await list((runner) => listNewestJobs(runner, queue, { states: jobStates, limit })),
        glance,
      );
    },
    find: async (id) => {
      const [row, glance] = await Promise.all([
        list((runner) => findBoardJob(runner, queue, id)),
        watch.glance(),
      ]);
      return row === null ? null : (withTabs([row], glance)[0] ?? null);
    },
    retry: (row) => act(row, retryJob(sql, row.id), 'Only a failed job can be retried.'),
    retryAll: async () => {
      let retried = 0;
      for (let batch = retryBatch; batch === retryBatch; retried += batch) {
        batch = await retryFailedJobs(sql, { queue, limit: retryBatch });
      }
      open.forget();
      return retried;
    },
    promote: (row) =>
      act(row, promoteJob(sql, row.id), 'Only a job whose time is still to come can be promoted.'),
    cancel: (row) => act(row, cancelJob(sql, row.id), 'It has ended: there is nothing left to cancel.'),
  };
};

/** A rationed count that is never waited for long: then it is the last one, or at first a capped one. */
const counted = <T>(turns: Turns, count: (cap: number | null) => Promise<T>) => {
  let last: T | undefined;
  const exact = rationed(
    async () => {
      try {
        last = await count(null);
        return last;
      } catch (error) {
        if (!isTimeLimit(error)) throw error;
        // Kept as long as it took, so that nobody tries again at once.
        return last ?? count(countCap);
      }
    },
    { everyMs: countEveryMs, rest: countRest, turns },
  );
  return {
    forget: exact.forget,
    read: async (): Promise<T> => {
      const reading = exact.read();
      const patience = new AbortController();
      const outOfPatience = after(countPatienceMs, undefined, { signal: patience.signal });
      try {
        return (await Promise.race([reading, outOfPatience])) ?? last ?? (await count(countCap));
      } finally {
        patience.abort();
      }
    },
  };
};

const shallow = ({ offset, limit }: BoardPage, most: number): BoardPage => ({
  offset: Math.min(offset, most),
  limit,
});
