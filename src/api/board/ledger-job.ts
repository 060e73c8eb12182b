import type { JobState, QueueJob, QueueJobJson } from '@bull-board/api/typings/app';
import type { BoardRow } from '../../../db/repositories/board/list-board-jobs.ts';
import { dataOf, nameOf, resultOf } from './job-text.ts';
import type { LedgerQueue, Tab } from './ledger-queue.ts';
import type { CarrierGlance } from './queue-watch.ts';

/** One row of the ledger, also of a bundle, as Bull Board's job. */
export class LedgerJob implements QueueJob {
  readonly id: string;
  readonly opts: { readonly attempts: number; readonly delay?: number };
  readonly #row: BoardRow;
  readonly #tab: Tab;
  readonly #queue: LedgerQueue;
  readonly #carrier: CarrierGlance | null | undefined;

  constructor(queue: LedgerQueue, { row, tab }: { row: BoardRow; tab: Tab }, carrier?: CarrierGlance | null) {
    this.#queue = queue;
    this.#row = row;
    this.#tab = tab;
    this.#carrier = carrier;
    this.id = row.id;
    this.opts = { attempts: queue.contract.attempts, ...(row.later ? { delay: delayOf(row) } : {}) };
  }

  toJSON(): QueueJobJson {
    const row = this.#row;
    // What was never handed over and has ended all the same: cancelled before its time.
    const handedAt = row.handedAt ?? row.finishedAt;
    const started = this.#carrier?.startedAt ?? (handedAt === null ? null : Date.parse(handedAt));
    return {
      id: row.id,
      name: nameOf(row),
      progress: 0,
      attemptsMade: row.attempts,
      timestamp: Date.parse(row.createdAt),
      processedOn: this.#tab === 'waiting' || this.#tab === 'delayed' ? null : started,
      processedBy: this.#carrier?.worker ?? null,
      finishedOn: row.finishedAt === null ? null : Date.parse(row.finishedAt),
      ...(row.later ? { delay: delayOf(row) } : {}),
      failedReason: row.state === 'failed' ? reasonOf(row) : '',
      stacktrace: [],
      data: dataOf(row, { attemptsLimit: this.#queue.contract.attempts, carrier: this.#carrier }),
      returnvalue: resultOf(row),
      opts: this.opts,
    };
  }

  async getState(): Promise<JobState> {
    return this.#tab;
  }

  retry(): Promise<void> {
    return this.#queue.retry(this.#row);
  }

  promote(): Promise<void> {
    return this.#queue.promote(this.#row);
  }

  remove(): Promise<void> {
    return this.#queue.cancel(this.#row);
  }
}

/** Bull Board shows when a job will run as its age plus its delay. */
const delayOf = (row: BoardRow): number => Math.max(1, Date.parse(row.runAt) - Date.parse(row.createdAt));

const reasonOf = ({ error }: BoardRow): string =>
  error === null ? 'No reason given' : `${error.code}: ${error.detail}`;
