import type { Database, Tx } from '../../db/client.ts';
import { claimJobs } from '../../db/repositories/jobs/claim-jobs.ts';
import { type Finish, finishJobs } from '../../db/repositories/jobs/finish-jobs.ts';
import type { QueueContract } from '../../queues/contract.ts';
import type { QueueName } from '../../queues/registry.ts';
import type { Logger } from '../../src/platform/logger.ts';
import { type CallingHandler, PermanentError, type Verdict } from '../handler.ts';
import { afterNewer, parseJob } from './parse-jobs.ts';
import { toFinish } from './to-finish.ts';

export interface CallingRun {
  readonly id: string;
  readonly sellers: readonly string[];
  readonly database: Database;
  readonly logger: Logger;
}

/** Runs one job of a handler that calls somebody outside and keeps its own transactions. */
export const runCalling = async <Q extends QueueName>(
  contract: QueueContract<Q>,
  handler: CallingHandler<Q>,
  { id, sellers, database, logger }: CallingRun,
): Promise<readonly Finish[]> => {
  const finishes: Finish[] = [];
  const claimed = await database.asSellers(sellers, async (tx) => {
    const [row] = await claimJobs(tx, [id]);
    if (row === undefined) return null;
    const parsed = parseJob(contract, row);
    if (parsed.kind === 'newer') {
      finishes.push({ id, state: 'waiting', runAt: afterNewer(row.now) });
      await finishJobs(tx, finishes);
      return null;
    }
    if (parsed.kind === 'poison') throw new PermanentError('poison_payload', parsed.detail);
    return { job: parsed.job, now: row.now };
  });
  if (claimed === null) return finishes;
  await handler.run(claimed.job, {
    now: claimed.now,
    logger,
    database,
    claim: async (tx: Tx) => (await claimJobs(tx, [id])).length > 0,
    finish: async (tx: Tx, verdict: Verdict) => {
      const finish = toFinish(id, verdict);
      await finishJobs(tx, [finish]);
      finishes.push(finish);
    },
  });
  return finishes;
};
