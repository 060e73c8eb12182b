import type { Database, Tx } from '../../db/client.ts';
import {
  type CallerKeyRow,
  claimCallerKeys,
  readCallerKeys,
  releaseCallerKeys,
  repointCallerKeys,
} from '../../db/repositories/intake/claim-caller-keys.ts';
import {
  claimNaturalKeys,
  type NaturalKeyRow,
  readNaturalKeys,
} from '../../db/repositories/intake/claim-natural-keys.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import type { CallerKey, NaturalKeyClaim, Receipt } from './submission.ts';

/** A submission with its id minted and its place decided. */
export interface Entry {
  readonly job: NewJob;
  readonly callerKey?: CallerKey;
  readonly naturalKey?: NaturalKeyClaim;
}

const callerRow = ({ job, callerKey }: Entry): CallerKeyRow[] =>
  callerKey === undefined ? [] : [{ sellerId: job.sellerId, jobId: job.id, ...callerKey }];

const naturalRow = ({ job, naturalKey }: Entry): NaturalKeyRow[] =>
  naturalKey === undefined ? [] : [{ sellerId: job.sellerId, jobId: job.id, ...naturalKey }];

/**
 * A key that somebody holds. When it is this very entry, an earlier COMMIT of ours had gone through
 * although its answer was lost.
 */
const isOurs = (entry: Entry, held: { readonly jobId: string } | undefined): boolean =>
  held?.jobId === entry.job.id;

const accepted = ({ job }: Entry): Receipt => ({
  kind: 'accepted',
  jobId: job.id,
  state: job.carrier === null ? 'waiting' : 'queued',
});

/** Callers' keys: new ones go on, held ones are answered. */
const settleCallerKeys = async (
  tx: Tx,
  entries: readonly Entry[],
  receipts: Map<Entry, Receipt>,
): Promise<Entry[]> => {
  const rows = entries.flatMap(callerRow);
  if (rows.length === 0) return [...entries];
  const won = await claimCallerKeys(tx, rows);
  const lost = entries.filter((entry) => entry.callerKey !== undefined && !won.has(entry.job.id));
  const held = await readCallerKeys(tx, lost.flatMap(callerRow));
  for (const entry of lost) {
    const holder = held.get(entry.job.id);
    if (holder === undefined)
      throw new Error('An idempotency key was taken and is gone within one transaction');
    if (isOurs(entry, holder)) continue;
    receipts.set(
      entry,
      holder.hash === entry.callerKey?.hash
        ? { kind: 'replayed', jobId: holder.jobId }
        : { kind: 'key_reused' },
    );
  }
  return entries.filter((entry) => !receipts.has(entry));
};

/** Natural keys: new ones go on; the same content is a replay, other content a conflict. */
const settleNaturalKeys = async (
  tx: Tx,
  entries: readonly Entry[],
  receipts: Map<Entry, Receipt>,
): Promise<Entry[]> => {
  const rows = entries.flatMap(naturalRow);
  if (rows.length === 0) return [...entries];
  const won = await claimNaturalKeys(tx, rows);
  const lost = entries.filter((entry) => entry.naturalKey !== undefined && !won.has(entry.job.id));
  const held = await readNaturalKeys(tx, lost.flatMap(naturalRow));
  const replays: { row: CallerKeyRow; to: string }[] = [];
  const conflicts: CallerKeyRow[] = [];
  for (const entry of lost) {
    const holder = held.get(entry.job.id);
    if (holder === undefined) throw new Error('A natural key was taken and is gone within one transaction');
    if (isOurs(entry, holder)) continue;
    const same = holder.hash === entry.naturalKey?.hash;
    receipts.set(entry, { kind: same ? 'replayed' : 'conflict', jobId: holder.jobId });
    if (same) replays.push(...callerRow(entry).map((row) => ({ row, to: holder.jobId })));
    else conflicts.push(...callerRow(entry));
  }
  await repointCallerKeys(tx, replays);
  await releaseCallerKeys(tx, conflicts);
  return entries.filter((entry) => !receipts.has(entry));
};

/** Commits entries in one transaction; their receipts hold from the moment this resolves. */
export const commitBatch = async (
  database: Database,
  entries: readonly Entry[],
): Promise<Map<Entry, Receipt>> => {
  const sellers = [...new Set(entries.map((entry) => entry.job.sellerId))];
  return database.asSellers(sellers, async (tx) => {
    const receipts = new Map<Entry, Receipt>();
    const unheld = await settleCallerKeys(tx, entries, receipts);
    const fresh = await settleNaturalKeys(tx, unheld, receipts);
    await insertJobs(
      tx,
      fresh.map((entry) => entry.job),
    );
    for (const entry of fresh) receipts.set(entry, accepted(entry));
    return receipts;
  });
};
