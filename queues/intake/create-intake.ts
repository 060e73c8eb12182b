import type { Database } from '../../db/client.ts';
import { isConnectionError } from '../../db/errors.ts';
import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Logger } from '../../src/platform/logger.ts';
import { singleCarrier } from '../carrier.ts';
import { handOver } from '../ledger/hand-over.ts';
import type { Producer } from '../producer.ts';
import { getContract } from '../registry.ts';
import { commitBatch, type Entry } from './commit-batch.ts';
import { createGroupCommit } from './group-commit.ts';
import type { Placement } from './placement.ts';
import type { AnySubmission, Intake, Receipt } from './submission.ts';

/** Two, so that one batch gathers while another is on its way to the disk; more only fight for it. */
const mostInFlight = 2;
const mostItems = 200;

export interface IntakeOptions {
  readonly database: Database;
  readonly producer: Producer;
  readonly placement: Placement;
  readonly logger: Logger;
}

const toEntry = (submission: AnySubmission, placement: Placement): Entry => {
  const id = newId();
  const interactive = submission.priority === 'interactive';
  const job: NewJob = {
    id,
    sellerId: submission.sellerId,
    queue: submission.queue,
    name: submission.name,
    payload: submission.payload,
    payloadVersion: getContract(submission.queue).payloadVersion,
    refs: submission.refs,
    priority: interactive ? 0 : 1,
    runAt: null,
    // Bulk work always waits in the ledger, where the dispatcher makes bundles of it.
    carrier: interactive && placement.tryTake(submission.queue) ? id : null,
    uniqueKey: null,
    subjectId: submission.subjectId ?? null,
    fromApi: true,
  };
  return { job, callerKey: submission.callerKey, naturalKey: submission.naturalKey };
};

/** The same under every key: then one commit can answer both. */
const identityOf = ({ sellerId, callerKey, naturalKey }: AnySubmission): string =>
  JSON.stringify([sellerId, callerKey ?? null, naturalKey ?? null]);

const keysOf = ({ sellerId, callerKey, naturalKey }: AnySubmission): string[] => [
  ...(callerKey === undefined ? [] : [JSON.stringify([sellerId, callerKey.scope, callerKey.key])]),
  ...(naturalKey === undefined
    ? []
    : [JSON.stringify([sellerId, 'natural', naturalKey.kind, naturalKey.key])]),
];

/** Takes work in for the ledger: group commit, then hand-over to BullMQ where there is room. */
export const createIntake = ({ database, producer, placement, logger }: IntakeOptions): Intake => {
  const commits = createGroupCommit<Entry, Receipt>({
    mostInFlight,
    mostItems,
    isItemsFault: (error) => !isConnectionError(error),
    commit: async (entries) => {
      const receipts = await commitBatch(database, entries).catch((error: unknown) => {
        // The answer of COMMIT may have been lost, not the COMMIT: the same ids once more.
        if (!isConnectionError(error)) throw error;
        return commitBatch(database, entries);
      });
      handOverAccepted(receipts);
      return receipts;
    },
  });

  const handOvers = new Set<Promise<void>>();

  const handOverAccepted = (receipts: ReadonlyMap<Entry, Receipt>): void => {
    const queued = [...receipts].flatMap(([{ job }, receipt]) =>
      receipt.kind === 'accepted' && job.carrier !== null ? [job] : [],
    );
    for (const queue of new Set(queued.map((job) => job.queue))) {
      const carriers = queued.filter((job) => job.queue === queue).map((job) => singleCarrier(job, job.id));
      const handedOver = handOver({ sql: database.system, producer, logger }, queue, carriers)
        .then((taken) => {
          if (!taken) placement.reportFailure();
        })
        .finally(() => handOvers.delete(handedOver));
      handOvers.add(handedOver);
    }
  };

  const underWay = new Map<string, { readonly identity: string; readonly receipt: Promise<Receipt> }>();

  const submit = async (submission: AnySubmission): Promise<Receipt> => {
    const keys = keysOf(submission);
    const identity = identityOf(submission);
    for (const key of keys) {
      const other = underWay.get(key);
      if (other === undefined) continue;
      const receipt = await other.receipt.catch(() => null);
      // Other keys or content, or it failed: what is committed by now decides.
      if (receipt === null || other.identity !== identity) return submit(submission);
      return receipt.kind === 'accepted' ? { kind: 'replayed', jobId: receipt.jobId } : receipt;
    }
    const receipt = commits.add(toEntry(submission, placement));
    for (const key of keys) underWay.set(key, { identity, receipt });
    try {
      return await receipt;
    } finally {
      for (const key of keys) underWay.delete(key);
    }
  };

  return {
    submit,
    drain: async () => {
      await commits.drain();
      await Promise.all(handOvers);
    },
  };
};
