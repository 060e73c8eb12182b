import type { Database } from '../../db/client.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { messagesQueue } from '../../queues/messages.queue.ts';
import type { PayloadInput } from '../../queues/registry.ts';
import { newId } from '../../src/platform/ids.ts';
import { createMessagesHandler } from '../../workers/handlers/messages.handler.ts';
import { runDeciding } from '../../workers/runtime/run-deciding.ts';
import { silent } from './ledger-fixture.ts';

type Recorded = PayloadInput<'messages', 'record'>;

export const mailing = {
  mailDomain: 'navette.test',
  links: { publicUrl: 'http://navette.test', linkSecrets: ['a link secret of more than 32 characters'] },
};

/** A buyer's message of now about order A-1, unless said otherwise. */
export const aRecord = (
  message: Partial<Recorded['message']> = {},
  thread: Partial<Recorded['thread']> = {},
): Recorded => ({
  messageId: newId(),
  thread: { channel: 'shop', channelOrderId: 'A-1', ...thread },
  message: {
    direction: 'inbound',
    source: 'upstream',
    sentAt: new Date().toISOString(),
    body: 'Where is my parcel?',
    noResponseNeeded: false,
    automatic: false,
    historical: false,
    ...message,
  },
});

export const messageJob = (
  sellerId: string,
  name: keyof (typeof messagesQueue)['jobs'],
  payload: unknown,
): NewJob => ({
  id: newId(),
  sellerId,
  queue: 'messages',
  name,
  payload,
  payloadVersion: messagesQueue.payloadVersion,
  refs: {},
  priority: 0,
  runAt: null,
  carrier: null,
  uniqueKey: null,
  subjectId: null,
  fromApi: false,
});

/** Runs jobs of the queue in one bundle, as a carrier would; gives how they ended. */
export const runMessageJobs = (database: Database, jobs: readonly NewJob[]) =>
  database.asSellers([...new Set(jobs.map(({ sellerId }) => sellerId))], async (tx) => {
    const queued = jobs.map((job) => ({ ...job, carrier: job.id }));
    await insertJobs(tx, queued);
    return runDeciding(tx, messagesQueue, createMessagesHandler(mailing), {
      ids: queued.map(({ id }) => id),
      logger: silent,
    });
  });
