import { pino } from 'pino';
import postgres from 'postgres';
import type { Database, Sql } from '../../db/client.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import type { JobError, JobState } from '../../db/schema/job.ts';
import { newId } from '../../src/platform/ids.ts';
import { createTestDatabase } from './database.ts';

export const silent = pino({ level: process.env.LOG_LEVEL ?? 'silent' });

/** A ledger of its own on a real PostgreSQL, seen by the application's roles and by the superuser. */
export interface Ledger {
  readonly url: string;
  readonly database: Database;
  readonly system: Sql;
  /** The superuser, to arrange and to look; what is tested never uses it. */
  readonly admin: postgres.Sql;
  newSeller(): Promise<string>;
  /** Closes everything; throws if a transaction or a connection was left open. */
  close(): Promise<void>;
}

export const openLedger = async (): Promise<Ledger> => {
  const { url, database, stop } = await createTestDatabase({ maxConnections: 16 });
  const admin = postgres(url, { max: 2, onnotice: () => {} });
  return {
    url,
    database,
    system: database.system,
    admin,
    newSeller: async () => {
      const id = newId();
      await database.system`INSERT INTO seller (id, name) VALUES (${id}, ${`Seller ${id}`})`;
      return id;
    },
    close: async () => {
      const left = await admin<{ query: string }[]>`
        SELECT query FROM pg_stat_activity
        WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;
      await admin.end({ timeout: 5 });
      await stop();
      if (left.length > 0) throw new Error(`A transaction was left open: ${left[0]?.query}`);
    },
  };
};

/** A row of the queue `orders` whose payload nobody has checked, waiting since now. */
export const aJob = (sellerId: string, changes: Partial<NewJob> = {}): NewJob => ({
  id: newId(),
  sellerId,
  queue: 'orders',
  name: 'place',
  payload: {},
  payloadVersion: 1,
  refs: { channel: 'shop', order: 'A-1' },
  priority: 0,
  runAt: null,
  carrier: null,
  uniqueKey: null,
  subjectId: null,
  fromApi: true,
  ...changes,
});

export const addJobs = ({ database }: Ledger, jobs: readonly NewJob[]): Promise<void> =>
  database.asSellers([...new Set(jobs.map((job) => job.sellerId))], (tx) => insertJobs(tx, jobs));

export interface Row {
  readonly id: string;
  readonly state: JobState;
  readonly carrier: string | null;
  readonly attempts: number;
  readonly solo: boolean;
  readonly runAt: string;
  readonly handedAt: string | null;
  readonly finishedAt: string | null;
  readonly error: JobError | null;
  readonly result: unknown;
}

/** Rows of the ledger in the order in which they were made; all of a queue, or those asked for. */
export const rowsOf = async (
  { system }: Ledger,
  { queue = null, ids = null }: { queue?: string | null; ids?: readonly string[] | null } = {},
): Promise<Row[]> =>
  system<Row[]>`
    SELECT id, state, carrier, attempts, solo, run_at AS "runAt", handed_at AS "handedAt",
      finished_at AS "finishedAt", error, result
    FROM job
    WHERE queue = coalesce(${queue}, queue) AND (${ids === null} OR id = ANY (${(ids ?? []) as string[]}::uuid[]))
    ORDER BY id`;

export const rowOf = async (ledger: Ledger, id: string): Promise<Row> => {
  const [row] = await rowsOf(ledger, { ids: [id] });
  if (row === undefined) throw new Error(`The ledger has no job ${id}`);
  return row;
};

/** Puts rows into a carrier as the dispatcher would, without telling BullMQ. */
export const markQueued = async (
  { system }: Ledger,
  ids: readonly string[],
  { carrier = newId(), secondsAgo = 0 } = {},
): Promise<string> => {
  await system`
    UPDATE job SET state = 'queued', carrier = ${carrier}, handed_at = now() - make_interval(secs => ${secondsAgo})
    WHERE id = ANY (${ids as string[]}::uuid[])`;
  return carrier;
};

const tables =
  `erasure claim_photo reimbursement claim cancellation cancellation_request refund_balance refund sandbox_refund reconciliation
  job idempotency_key natural_key response_tally message thread digest_entry alert promise shipment order_line stock_movement return_document
  return_document_source return_event "return" orders parcel tracking_event mail bullmq.job`.split(/\s+/);

/** Empties the ledger and everything that hangs on it. Few rows are deleted sooner than many tables truncated. */
export const emptyLedger = async ({ admin }: Ledger): Promise<void> => {
  await admin.unsafe(tables.map((table) => `DELETE FROM ${table}`).join(';'));
};
