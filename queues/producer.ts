import type { Queue } from 'bullmq';
import type { CarrierState, QueueBackend } from './backend.ts';
import { type Carrier, carrierOptions } from './carrier.ts';

/** From how many on one call for all is cheaper than one each; PostgreSQL makes temporary tables for it. */
const bulkFrom = { redis: 2, postgres: 8 } as const;

/** Puts carriers into BullMQ, and asks what became of them. One per process. */
export interface Producer {
  /** Throws when BullMQ does not answer. */
  add(queue: string, carriers: readonly Carrier[]): Promise<void>;
  /** BullMQ's state per carrier; `unknown` when it holds none of that id. */
  statesOf(queue: string, carrierIds: readonly string[]): Promise<Map<string, CarrierState>>;
  readonly queues: ReadonlyMap<string, Queue>;
  close(): Promise<void>;
}

export const createProducer = (backend: QueueBackend, names: readonly string[]): Producer => {
  const queues = new Map(names.map((name) => [name, backend.newQueue(name)]));
  const get = (name: string): Queue => {
    const queue = queues.get(name);
    if (queue === undefined) throw new Error(`No queue is called ${name}`);
    return queue;
  };
  return {
    queues,
    add: async (name, carriers) => {
      const queue = get(name);
      if (carriers.length < bulkFrom[backend.kind]) {
        await Promise.all(
          carriers.map((carrier) =>
            queue.add(carrier.name, carrier.data, { ...carrierOptions, jobId: carrier.id }),
          ),
        );
        return;
      }
      await queue.addBulk(
        carriers.map((carrier) => ({
          name: carrier.name,
          data: carrier.data,
          opts: { ...carrierOptions, jobId: carrier.id },
        })),
      );
    },
    statesOf: (name, carrierIds) => backend.findStates(name, carrierIds),
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
};
