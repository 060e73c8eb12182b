import { type Job, UnrecoverableError, type Worker } from 'bullmq';
import type { Database } from '../../db/client.ts';
import type { QueueBackend } from '../../queues/backend.ts';
import { canaryName, recordHeartbeat } from '../../queues/canary.ts';
import type { CarrierData } from '../../queues/carrier.ts';
import type { QueueContract } from '../../queues/contract.ts';
import type { QueueName } from '../../queues/registry.ts';
import type { Logger } from '../../src/platform/logger.ts';
import type { Metrics } from '../../src/platform/metrics.ts';
import type { Handler } from '../handler.ts';
import { backoffMs } from './backoff.ts';
import { type CarrierOutcome, runCarrier } from './run-carrier.ts';

export interface WorkersOptions {
  readonly backend: QueueBackend;
  readonly database: Database;
  readonly contracts: readonly QueueContract<QueueName>[];
  readonly handlers: { readonly [Q in QueueName]: Handler<Q> };
  readonly concurrencyOf: (queue: string) => number;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** A carrier ended: there is room in the window, and perhaps follow-up work. */
  readonly onRoom: () => void;
}

export interface Workers {
  /** Takes no more work and lets what runs finish. */
  close(): Promise<void>;
}

const note = (metrics: Metrics, queue: string, outcome: CarrierOutcome): void => {
  switch (outcome.kind) {
    case 'completed':
      for (const { state } of outcome.finishes) metrics.jobs.inc({ queue, outcome: state });
      return;
    case 'dissolved':
      metrics.jobs.inc({ queue, outcome: 'dissolved' }, outcome.rows);
      return;
    case 'retry':
    case 'failed':
      metrics.jobs.inc({ queue, outcome: outcome.kind });
      return;
    default:
      outcome satisfies never;
  }
};

/**
 * What BullMQ learns of a run that is to be tried again: that it failed, and how often its row has. The
 * reason stays in the ledger, because messages may quote personal data.
 */
class TryAgain extends Error {
  override readonly name = 'TryAgain';
  /** 0: the infrastructure's fault. */
  readonly failures: number;
  constructor(failures: number) {
    super(failures === 0 ? 'The infrastructure failed' : `Failed run ${failures}; the ledger knows why`);
    this.failures = failures;
  }
}

/** What is away is asked for often enough to be noticed soon after it is back, whatever the queue. */
const infrastructureBackoff = { baseMs: 250, maxMs: 5_000 };

/** Pause before a carrier is run again, in milliseconds. */
const pauseMs = ({ backoff }: QueueContract, attemptsMade: number, error: unknown): number => {
  const failures = error instanceof TryAgain ? error.failures : 0;
  return failures > 0
    ? backoffMs(backoff, failures, Math.random())
    : backoffMs(infrastructureBackoff, attemptsMade, Math.random());
};

/** What BullMQ keeps of a carrier, for its own page: counts, no data. */
const summary = (outcome: CarrierOutcome & { kind: 'completed' | 'dissolved' }): Record<string, number> => {
  if (outcome.kind === 'dissolved') return { dissolved: outcome.rows };
  const counts: Record<string, number> = {};
  for (const { state } of outcome.finishes) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

/**
 * Starts a BullMQ worker per queue. The only place that knows BullMQ's error classes: an error that is
 * thrown on is retried after the contract's back-off, an UnrecoverableError is not.
 */
export const startWorkers = (options: WorkersOptions): Workers => {
  const { backend, database, logger, metrics } = options;

  const start = <Q extends QueueName>(contract: QueueContract<Q>): Worker => {
    const handler = options.handlers[contract.name] as Handler<Q>;
    const process = async (job: Job<CarrierData>): Promise<unknown> => {
      if (job.name === canaryName) return recordHeartbeat(database.system, contract.name);
      const stop = metrics.carrierSeconds.startTimer({ queue: contract.name });
      const outcome = await runCarrier({ contract, handler, database, logger }, job.data);
      stop();
      note(metrics, contract.name, outcome);
      options.onRoom();
      switch (outcome.kind) {
        case 'completed':
          return summary(outcome);
        case 'dissolved':
          logger.warn(
            { queue: contract.name, rows: outcome.rows, err: outcome.error },
            'A bundle was dissolved: its write failed',
          );
          return summary(outcome);
        case 'retry':
          logger.warn({ queue: contract.name, carrier: job.id, err: outcome.error }, 'A job is tried again');
          throw new TryAgain(outcome.failures);
        case 'failed':
          logger.error({ queue: contract.name, carrier: job.id, err: outcome.error }, 'A job has failed');
          throw new UnrecoverableError('Failed for good; the ledger knows why');
        default:
          return outcome satisfies never;
      }
    };
    return backend.newWorker(contract.name, process, {
      concurrency: options.concurrencyOf(contract.name),
      backoffStrategy: (attemptsMade, _type, error) => pauseMs(contract, attemptsMade, error),
    });
  };

  const workers = options.contracts.map((contract) => start(contract));
  return {
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
};
