import type { Database } from '../../db/client.ts';
import { dissolveBundle } from '../../db/repositories/jobs/dissolve-bundle.ts';
import type { Finish } from '../../db/repositories/jobs/finish-jobs.ts';
import { recordFailure } from '../../db/repositories/jobs/record-failure.ts';
import type { CarrierData } from '../../queues/carrier.ts';
import type { QueueContract } from '../../queues/contract.ts';
import type { QueueName } from '../../queues/registry.ts';
import type { Logger } from '../../src/platform/logger.ts';
import type { Handler } from '../handler.ts';
import { classify } from './classify.ts';
import { runCalling } from './run-calling.ts';
import { runDeciding } from './run-deciding.ts';

export interface CarrierRun<Q extends QueueName> {
  readonly contract: QueueContract<Q>;
  readonly handler: Handler<Q>;
  readonly database: Database;
  readonly logger: Logger;
}

export type CarrierOutcome =
  | { readonly kind: 'completed'; readonly finishes: readonly Finish[] }
  /** The bundle's write failed: its rows wait to travel alone. */
  | { readonly kind: 'dissolved'; readonly rows: number; readonly error: unknown }
  /** To be run again by BullMQ after a pause; `failures` is how often the row has failed by now. */
  | { readonly kind: 'retry'; readonly failures: number; readonly error: unknown }
  /** Its attempts are used up, or none could help. */
  | { readonly kind: 'failed'; readonly error: unknown };

/** Runs the rows that a carrier holds, and notes their failure where the transaction could not. */
export const runCarrier = async <Q extends QueueName>(
  { contract, handler, database, logger }: CarrierRun<Q>,
  { ids, sellers }: CarrierData,
): Promise<CarrierOutcome> => {
  try {
    const [only] = ids;
    const finishes =
      handler.kind === 'calls' && only !== undefined
        ? await runCalling(contract, handler, { id: only, sellers, database, logger })
        : await database.asSellers(sellers, async (tx) =>
            handler.kind === 'decides' ? runDeciding(tx, contract, handler, { ids, logger }) : [],
          );
    return { kind: 'completed', finishes };
  } catch (error) {
    const failure = classify(error);
    if (failure.kind === 'infrastructure') return { kind: 'retry', failures: 0, error };
    if (ids.length > 1) {
      await database.asSellers(sellers, (tx) => dissolveBundle(tx, ids));
      return { kind: 'dissolved', rows: ids.length, error };
    }
    const [id] = ids;
    if (id === undefined) return { kind: 'completed', finishes: [] };
    const recorded = await database.asSellers(sellers, (tx) =>
      recordFailure(tx, id, {
        error: failure.error,
        attemptsLimit: contract.attempts,
        permanent: failure.kind === 'permanent',
      }),
    );
    if (recorded === null) return { kind: 'completed', finishes: [] };
    return recorded.state === 'failed'
      ? { kind: 'failed', error }
      : { kind: 'retry', failures: recorded.attempts, error };
  }
};
