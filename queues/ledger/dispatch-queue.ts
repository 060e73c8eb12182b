import type { Sql } from '../../db/client.ts';
import { handOverJobs } from '../../db/repositories/jobs/hand-over-jobs.ts';
import { type DueJob, pickDueJobs } from '../../db/repositories/jobs/pick-due-jobs.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Carrier } from '../carrier.ts';
import type { QueueContract } from '../contract.ts';
import { loadCarriers } from './load-carriers.ts';

/** Of the room in a window, the share kept for bulk work, so that neither priority starves. */
const bulkShare = 0.2;
/** So much room that a fifth of it is a whole place. */
const leastRoom = 1 / bulkShare;
const priorities = { interactive: 0, bulk: 1 } as const;

/** One instant per priority: under a backlog the one may be far ahead of the other. */
export type Marks = Readonly<Record<keyof typeof priorities, Instant | null>>;

export interface DispatchInput {
  readonly contract: QueueContract;
  readonly concurrency: number;
  /** Where to begin in the order of `run_at`; null: at the start. */
  readonly lowWater: Marks;
}

export interface Dispatched {
  readonly carriers: readonly Carrier[];
  /** Due time of the newest row picked; null when nothing was. */
  readonly newest: Marks;
  readonly backlog: boolean;
}

const nothing: Dispatched = { carriers: [], newest: { interactive: null, bulk: null }, backlog: false };

const newestOf = (rows: readonly DueJob[]): Instant | null => rows.at(-1)?.runAt ?? null;

/**
 * Moves due rows of one queue into its window: one transaction, one process at a time. The carriers
 * are to be added to BullMQ after it, and taken back if that fails (PROTOCOLS: hand-over).
 */
export const dispatchQueue = async (
  sql: Sql,
  { contract, concurrency, lowWater }: DispatchInput,
): Promise<Dispatched> =>
  (await sql.begin(async (tx) => {
    const [lock] = await tx<{ locked: boolean; queued: number }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`navette dispatch ${contract.name}`}, 0)) AS locked,
        (SELECT count(*)::int FROM (
          SELECT 1 FROM job WHERE queue = ${contract.name} AND state = 'queued'
          ORDER BY id LIMIT ${contract.window}) AS capped
        ) AS queued`;
    const room = contract.window - (lock?.queued ?? contract.window);
    // A bundle's worth at a time: refilling single places would make small bundles of a long backlog.
    const least = Math.max(leastRoom, Math.min(contract.bundleSize, contract.window / 4));
    if (lock?.locked !== true || room < least) return nothing;
    const pick = (name: keyof typeof priorities, limit: number): Promise<DueJob[]> =>
      pickDueJobs(tx, {
        queue: contract.name,
        priority: priorities[name],
        limit,
        lowWater: lowWater[name],
      });
    const kept = await pick('bulk', Math.floor(room * bulkShare));
    const urgent = await pick('interactive', room - kept.length);
    // Locked rows are not skipped by their own transaction: ask for the whole again, not for the rest.
    const spare = room - urgent.length;
    const bulkRows = spare > kept.length && kept.length > 0 ? await pick('bulk', spare) : kept;
    const rows = [...urgent, ...bulkRows];
    if (rows.length === 0) return nothing;
    const backlog = rows.length >= room;
    const carriers = loadCarriers(rows, { bundleSize: contract.bundleSize, concurrency, backlog });
    await handOverJobs(
      tx,
      carriers.flatMap((carrier) => carrier.data.ids.map((id) => ({ id, carrier: carrier.id }))),
    );
    return { carriers, newest: { interactive: newestOf(urgent), bulk: newestOf(bulkRows) }, backlog };
  })) as Dispatched;
