import { BaseAdapter } from '@bull-board/api/dist/queueAdapters/base.js';
import type {
  JobCounts,
  JobStatus,
  QueueJob,
  QueueMetrics,
  QueueWorker,
  RedisStats,
  Status,
} from '@bull-board/api/typings/app';
import { notOffered } from './board-refusal.ts';
import { logOf } from './job-text.ts';
import { LedgerJob } from './ledger-job.ts';
import { type LedgerQueue, type Tab, tabs } from './ledger-queue.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isTab = (status: JobStatus): status is Tab => (tabs as readonly JobStatus[]).includes(status);

/**
 * A queue on Bull Board: the ledger's rows, not the window of them that BullMQ holds (PROTOCOLS: Bull Board
 * shows the ledger). Only pausing, resuming and the workers are BullMQ's own. What would go around the ledger
 * is not offered: board-actions.ts refuses it before it comes here, and so does this.
 */
export class LedgerAdapter extends BaseAdapter {
  readonly #queue: LedgerQueue;

  constructor(queue: LedgerQueue, { readOnly }: { readOnly: boolean }) {
    super('bullmq', {
      readOnlyMode: readOnly,
      allowRetries: true,
      allowCompletedRetries: false,
      displayName: queue.contract.title,
      description: queue.contract.description,
    });
    this.#queue = queue;
  }

  getName(): string {
    return this.#queue.contract.name;
  }

  override getDescription(): string {
    const { description } = this.#queue.contract;
    return this.#queue.watch.answers
      ? description
      : `⚠ The queues' store does not answer: nothing is handed out until it is back, nothing is lost. ${description}`;
  }

  getStatuses(): Status[] {
    return ['latest', ...tabs];
  }

  getJobStatuses(): JobStatus[] {
    return [...tabs];
  }

  getJobCounts(): Promise<JobCounts> {
    return this.#queue.counts();
  }

  async getJob(id: string): Promise<QueueJob | null> {
    const found = uuid.test(id) ? await this.#queue.find(id) : null;
    if (found === null) return null;
    const { carrier } = found.row;
    return new LedgerJob(
      this.#queue,
      found,
      carrier === null ? undefined : await this.#queue.watch.findCarrier(carrier),
    );
  }

  /** `start` and `end` are inclusive; several statuses at once are the tab of the newest. */
  async getJobs(statuses: JobStatus[], start = 0, end = 9): Promise<QueueJob[]> {
    const limit = Math.max(0, Math.min(end - start + 1, mostRows));
    const [status, ...others] = statuses;
    if (status === undefined) return [];
    if (others.length > 0) {
      return (await this.#queue.newest(limit)).map((found) => new LedgerJob(this.#queue, found));
    }
    if (!isTab(status)) return [];
    const found = await this.#queue.list(status, { offset: start, limit });
    return found.map((each) => new LedgerJob(this.#queue, each));
  }

  async getJobLogs(id: string): Promise<string[]> {
    const found = uuid.test(id) ? await this.#queue.find(id) : null;
    return found === null ? [] : logOf(found.row);
  }

  isPaused(): Promise<boolean> {
    return this.#queue.watch.glance().then(({ paused }) => paused);
  }

  pause(): Promise<void> {
    return this.#queue.watch.pause();
  }

  resume(): Promise<void> {
    return this.#queue.watch.resume();
  }

  override getWorkers(): Promise<QueueWorker[] | null> {
    return this.#queue.watch.workers();
  }

  getRedisInfo(): Promise<string | null> {
    return this.#queue.watch.redisInfo();
  }

  override getDatastoreStats(): Promise<RedisStats | null> {
    return this.#queue.watch.postgresStats();
  }

  // Navette schedules nothing with BullMQ and sets no limits there: deadlines are rows, pacing is code.

  async getJobSchedulers(): Promise<[]> {
    return [];
  }

  async getJobSchedulersCount(): Promise<number> {
    return 0;
  }

  async getGlobalConcurrency(): Promise<null> {
    return null;
  }

  async getMetrics(): Promise<QueueMetrics> {
    return { meta: { count: 0, prevTS: 0, prevCount: 0 }, data: [], count: 0 };
  }

  /** Bull Board asks this, beyond its base class, of every BullMQ queue when it looks for a flow. */
  getQueueQualifiedName(): string {
    return this.getName();
  }

  /** As above. None: rows of the ledger are no flows. */
  async getFlowProducer(): Promise<null> {
    return null;
  }

  addJob = refuse;
  clean = refuse;
  empty = refuse;
  obliterate = refuse;
  promoteAll = refuse;
  removeJobScheduler = refuse;
  updateJobScheduler = refuse;
  runJobSchedulerNow = refuse;
  setGlobalConcurrency = refuse;
}

/** Bull Board's largest page is 50; whoever asks by hand gets a little more. */
const mostRows = 200;

async function refuse(): Promise<never> {
  throw notOffered('This would go around the ledger.');
}
