import type { JobsOptions } from 'bullmq';
import type { JobRefs } from '../db/schema/job.ts';
import { newId } from '../src/platform/ids.ts';

/** A BullMQ job on its way: which rows of the ledger it holds, and for whom. No personal data. */
export interface Carrier {
  /** The BullMQ job id. Never used twice: BullMQ ignores an id that it has seen (docs/decisions/0002). */
  readonly id: string;
  readonly name: string;
  readonly data: CarrierData;
}

export interface CarrierData {
  readonly ids: readonly string[];
  readonly sellers: readonly string[];
  readonly refs: readonly JobRefs[];
}

export interface CarriedRow {
  readonly id: string;
  readonly sellerId: string;
  readonly name: string;
  readonly refs: JobRefs;
}

/**
 * The ledger decides when a row has failed for good; BullMQ only paces the retries, so its own limit
 * lies beyond every queue's, and beyond days without PostgreSQL, which use no attempt. It would keep
 * the stack of each of them, megabytes per job, with messages that may quote what must stay in the ledger.
 */
export const carrierOptions: JobsOptions = {
  attempts: 100_000,
  backoff: { type: 'custom' },
  stackTraceLimit: 0,
};

export const singleCarrier = (row: CarriedRow, id: string = newId()): Carrier => ({
  id,
  name: row.name,
  data: { ids: [row.id], sellers: [row.sellerId], refs: [row.refs] },
});

export const bundleCarrier = (rows: readonly CarriedRow[]): Carrier => ({
  id: `b.${newId()}`,
  name: `bundle of ${rows.length}`,
  data: {
    ids: rows.map((row) => row.id),
    sellers: [...new Set(rows.map((row) => row.sellerId))],
    refs: rows.map((row) => row.refs),
  },
});
