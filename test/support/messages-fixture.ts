import type { Database } from '../../db/client.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { threadIdOf } from '../../db/repositories/messages/thread-id.ts';
import { deadlinesQueue } from '../../queues/deadlines.queue.ts';
import { messagesQueue } from '../../queues/messages.queue.ts';
import type { PayloadInput } from '../../queues/registry.ts';
import { newId } from '../../src/platform/ids.ts';
import { createDeadlinesHandler } from '../../workers/handlers/deadlines.handler.ts';
import { createMessagesHandler } from '../../workers/handlers/messages.handler.ts';
import { runDeciding } from '../../workers/runtime/run-deciding.ts';
import { type Ledger, silent } from './ledger-fixture.ts';

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

/** The conversation, as intake would say. */
const subjectOf = (sellerId: string, payload: unknown): string => {
  const { threadId, thread } = payload as { threadId?: string; thread?: Recorded['thread'] };
  const { channel = '', channelOrderId = null, buyer = null } = thread ?? {};
  return threadId ?? threadIdOf(sellerId, { channel, channelOrderId, buyer });
};

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
  subjectId: subjectOf(sellerId, payload),
  fromApi: false,
});

/** Runs what waits in the queue `deadlines`, due or not, in one bundle; gives how the rows ended. */
export const runDeadlines = ({ admin, database }: Ledger, sellerId: string) =>
  database.asSellers([sellerId], async (tx) => {
    const rows = await admin<{ id: string }[]>`
      UPDATE job SET state = 'queued', carrier = id::text, handed_at = now()
      WHERE seller_id = ${sellerId} AND queue = 'deadlines' AND state = 'waiting' RETURNING id`;
    return runDeciding(tx, deadlinesQueue, createDeadlinesHandler(mailing), {
      ids: rows.map(({ id }) => id),
      logger: silent,
    });
  });

export const setChannel = ({ admin }: Ledger, sellerId: string, value: Record<string, unknown>) => admin`
  INSERT INTO setting (seller_id, kind, key, version, value)
  SELECT ${sellerId}, 'channel', 'shop', coalesce(max(version), 0) + 1, ${admin.json(value as never)}
  FROM setting WHERE seller_id = ${sellerId}`;

/** What was written and to whom, oldest first. */
export const mailsTo = ({ admin }: Ledger, sellerId: string) => admin<
  {
    id: string;
    recipient: string;
    subject: string;
    text: string;
    html: string;
    messageId: string;
    headers: Record<string, string>;
  }[]
>`
  SELECT id, recipient, subject, text, html, message_id AS "messageId", headers FROM mail
  WHERE seller_id = ${sellerId} ORDER BY created_at, id`;

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
