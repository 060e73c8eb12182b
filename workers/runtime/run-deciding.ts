import type { Tx } from '../../db/client.ts';
import { claimJobs } from '../../db/repositories/jobs/claim-jobs.ts';
import { findJobsWithEarlierCommands } from '../../db/repositories/jobs/find-earlier-commands.ts';
import { type Finish, finishJobs } from '../../db/repositories/jobs/finish-jobs.ts';
import type { QueueContract } from '../../queues/contract.ts';
import type { QueueName } from '../../queues/registry.ts';
import { addHours, type Instant } from '../../src/domain/calendar/instant.ts';
import type { Logger } from '../../src/platform/logger.ts';
import { type DecidingHandler, type ParsedJob, PermanentError } from '../handler.ts';
import { afterNewer, parseJob } from './parse-jobs.ts';
import { toFinish } from './to-finish.ts';

/** An earlier command of the same order is under way; it seldom takes longer. */
const orderPauseHours = 0.25 / 3_600;

export interface DecidingRun {
  readonly ids: readonly string[];
  readonly logger: Logger;
}

/** In the order in which they were due; of the same moment, in the order in which they were accepted. */
const byDue = <Q extends QueueName>(a: ParsedJob<Q>, b: ParsedJob<Q>): number =>
  a.runAt === b.runAt ? (a.id < b.id ? -1 : 1) : a.runAt < b.runAt ? -1 : 1;

/** A refusal is final only when every earlier command of the same order has ended. */
const postponeHasty = async (tx: Tx, finishes: readonly Finish[], now: Instant): Promise<Finish[]> => {
  const refused = finishes.filter((finish) => finish.state === 'rejected').map((finish) => finish.id);
  const hasty = await findJobsWithEarlierCommands(tx, refused);
  return finishes.map((finish) =>
    hasty.has(finish.id)
      ? { id: finish.id, state: 'waiting', runAt: addHours(now, orderPauseHours) }
      : finish,
  );
};

/**
 * The body of a handler's transaction: claim, parse, load, decide row by row, save, complete. A row
 * whose decision throws leaves a bundle to travel alone; a row alone lets the error out.
 * Returns how each claimed row ended.
 */
export const runDeciding = async <Q extends QueueName, State>(
  tx: Tx,
  contract: QueueContract<Q>,
  handler: DecidingHandler<Q, State>,
  { ids, logger }: DecidingRun,
): Promise<readonly Finish[]> => {
  const rows = await claimJobs(tx, ids);
  const now = rows[0]?.now;
  if (now === undefined) return [];
  const context = { now, logger };
  const finishes: Finish[] = [];
  const jobs: ParsedJob<Q>[] = [];
  for (const row of rows) {
    const result = parseJob(contract, row);
    if (result.kind === 'parsed') jobs.push(result.job);
    else if (result.kind === 'newer') finishes.push({ id: row.id, state: 'waiting', runAt: afterNewer(now) });
    // Alone it fails as any other permanent failure does, with its carrier.
    else if (ids.length === 1) throw new PermanentError('poison_payload', result.detail);
    else
      finishes.push({
        id: row.id,
        state: 'failed',
        error: { code: 'poison_payload', detail: result.detail },
        usedAttempts: 1,
      });
  }
  if (jobs.length > 0) {
    jobs.sort(byDue);
    const state = await handler.load(tx, jobs, context);
    for (const job of jobs) {
      try {
        finishes.push(toFinish(job.id, handler.decide(state, job, context)));
      } catch (error) {
        if (ids.length === 1) throw error;
        const permanent = error instanceof PermanentError;
        logger.warn(
          { jobId: job.id, queue: contract.name, permanent, err: error },
          'A job leaves its bundle: its decision threw',
        );
        finishes.push({ id: job.id, state: 'waiting', solo: true, runAt: now });
      }
    }
    await handler.save(tx, state, context);
  }
  const final = await postponeHasty(tx, finishes, now);
  const refused = new Set(final.filter(({ state }) => state === 'rejected').map(({ id }) => id));
  if (refused.size > 0) {
    await handler.afterRejection?.(
      tx,
      jobs.filter(({ id }) => refused.has(id)),
    );
  }
  await finishJobs(tx, final);
  return final;
};
