import type { QueueContract } from '../../../queues/contract.ts';
import { ordersQueue } from '../../../queues/orders.queue.ts';
import { newId } from '../../../src/platform/ids.ts';
import { type DecidingHandler, done, type ParsedJob, type Verdict } from '../../../workers/handler.ts';
import { runCarrier } from '../../../workers/runtime/run-carrier.ts';
import { aJob, type Ledger, silent } from '../../support/ledger-fixture.ts';

type Job = ParsedJob<'orders'>;

/** What a test makes a handler do; what it does not name is done. */
export interface Behaviour {
  decide?(job: Job): Verdict;
  save?(
    jobs: readonly string[],
    tx: Parameters<DecidingHandler<'orders', unknown>['save']>[0],
  ): Promise<void>;
}

/** A handler that leaves a trace of every job it decided, in the transaction and in memory. */
export const probe = (behaviour: Behaviour = {}) => {
  const decided: string[] = [];
  const handler: DecidingHandler<'orders', string[]> = {
    kind: 'decides',
    load: async () => [],
    decide: (state, job) => {
      const verdict = behaviour.decide?.(job) ?? done();
      state.push(job.id);
      decided.push(job.id);
      return verdict;
    },
    save: async (tx, state) => {
      if (state.length > 0) await tx.sql`INSERT INTO trace (job_id) SELECT unnest(${state}::uuid[])`;
      await behaviour.save?.(state, tx);
    },
  };
  return { handler, decided };
};

/** Without a key: what ran twice is there twice. */
export const createTraceTable = async ({ admin }: Ledger): Promise<void> => {
  await admin`CREATE TABLE trace (job_id uuid NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())`;
  await admin`GRANT SELECT, INSERT ON trace TO navette_app`;
};

export const tracesOf = async ({ admin }: Ledger): Promise<string[]> => {
  const rows = await admin<{ id: string }[]>`SELECT job_id AS id FROM trace ORDER BY at`;
  return rows.map(({ id }) => id);
};

/** A job that any handler of the queue `orders` can parse, about an order that need not exist. */
export const aCommand = (sellerId: string, changes: Parameters<typeof aJob>[1] = {}) =>
  aJob(sellerId, {
    name: 'mark-unfulfillable',
    payload: { orderId: newId(), unfulfillable: { reason: 'damaged' } },
    ...changes,
  });

/** One run of a carrier with these rows. */
export const run = (
  { database }: Ledger,
  sellers: readonly string[],
  ids: readonly string[],
  handler: DecidingHandler<'orders', string[]>,
  changes: Partial<QueueContract<'orders'>> = {},
) =>
  runCarrier(
    { contract: { ...ordersQueue, attempts: 3, ...changes }, handler, database, logger: silent },
    { ids, sellers, refs: [] },
  );
