import { canaryName } from '../../../queues/canary.ts';
import type { CarrierData } from '../../../queues/carrier.ts';
import { registry } from '../../../queues/registry.ts';
import type { Evidence, Invariant } from './invariant.ts';

export interface HeldCarrier {
  readonly queue: string;
  readonly id: string;
  readonly state: string;
  readonly jobIds: readonly string[];
}

const held = ['waiting', 'prioritized', 'active', 'delayed', 'waiting-children'] as const;

/** What BullMQ has still to do, canaries aside. */
export const readCarriers = async ({ backend }: Pick<Evidence, 'backend'>): Promise<HeldCarrier[]> => {
  const carriers: HeldCarrier[] = [];
  for (const { name } of registry) {
    const queue = backend.newQueue(name);
    for (const state of held) {
      for (const job of await queue.getJobs([state], 0, 10_000)) {
        if (job === undefined || job.name === canaryName) continue;
        carriers.push({ queue: name, id: job.id ?? '', state, jobIds: (job.data as CarrierData).ids });
      }
    }
    await queue.close();
  }
  return carriers;
};

export const carriersMatch: Invariant = {
  name: 'BullMQ and the ledger agree',
  meaning:
    'No job waits or runs in BullMQ that the ledger does not count on, and none is handed over that BullMQ lacks.',
  breach: 'other',
  examine: async (evidence) => {
    const carriers = await readCarriers(evidence);
    const rows = await evidence.sql<{ id: string; queue: string; carrier: string }[]>`
      SELECT id, queue, carrier FROM job WHERE state = 'queued'`;
    const wanted = new Set(rows.map(({ carrier }) => carrier));
    const there = new Set(carriers.map(({ id }) => id));
    return [
      ...carriers
        .filter(({ id }) => !wanted.has(id))
        .map(({ queue, id, state }) => `${queue}: BullMQ job ${id} is ${state}, and no row is in it`),
      ...rows
        .filter(({ carrier }) => !there.has(carrier))
        .map(
          ({ queue, id, carrier }) => `${queue}: job ${id} is in BullMQ job ${carrier}, which is not there`,
        ),
    ];
  },
};

export const nothingIsLeft: Invariant = {
  name: 'nothing is left to do',
  meaning: 'No work is due that nobody does, and none has used up its attempts.',
  breach: 'lost',
  examine: async ({ sql }) => {
    const rows = await sql<{ id: string; queue: string; name: string; state: string; error: unknown }[]>`
      SELECT id, queue, name, state, error FROM job
      WHERE state = 'failed' OR state = 'queued' OR (state = 'waiting' AND run_at <= now())`;
    return rows.map(
      ({ id, queue, name, state, error }) => `${queue} ${name} ${id} is ${state} ${JSON.stringify(error)}`,
    );
  },
};
