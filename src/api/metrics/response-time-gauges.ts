import { Gauge, type Registry } from 'prom-client';
import type { Sql } from '../../../db/client.ts';
import { isInfrastructureError } from '../../../db/errors.ts';
import { type Awaiting, countAwaiting } from '../../../db/repositories/messages-read/count-awaiting.ts';

/**
 * How many messages of buyers await an answer, counted whenever Prometheus asks. While PostgreSQL is away the
 * numbers are left out and the other metrics are told as ever: nobody knows them then, an old number would say
 * that all is well, and `absent()` notices a series that is not there but not one that is NaN.
 */
export const registerResponseTimeGauges = (registry: Registry, system: Sql): void => {
  const gauge = new Gauge({
    name: 'navette_messages_awaiting',
    help: 'Messages of buyers that await an answer, of all sellers: open are all of them; due_soon (warned of, still in time) and overdue are parts of open, so do not add them up. The same number from every process; left out while PostgreSQL is away',
    labelNames: ['state'],
    registers: [registry],
    collect: async () => {
      const awaiting = await countUnlessAway(system);
      gauge.reset();
      if (awaiting === null) return;
      gauge.set({ state: 'open' }, awaiting.open);
      gauge.set({ state: 'due_soon' }, awaiting.dueSoon);
      gauge.set({ state: 'overdue' }, awaiting.overdue);
    },
  });
};

/** Null: PostgreSQL is away, or too busy. Anything else that goes wrong is a defect, and is thrown. */
const countUnlessAway = async (system: Sql): Promise<Awaiting | null> => {
  try {
    return await countAwaiting(system);
  } catch (error) {
    if (isInfrastructureError(error)) return null;
    throw error;
  }
};
