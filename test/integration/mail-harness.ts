import { pino } from 'pino';
import type { Database } from '../../db/client.ts';
import { type NewMail, saveMails } from '../../db/repositories/mail/save-mails.ts';
import { mailQueue } from '../../queues/mail.queue.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Handler } from '../../workers/handler.ts';
import { type CarrierOutcome, runCarrier } from '../../workers/runtime/run-carrier.ts';
import { createTestDatabase } from '../support/database.ts';

/** A database with one seller in it. */
export interface MailTest {
  readonly database: Database;
  readonly sellerId: string;
  stop(): Promise<void>;
}

export const startMailTest = async (): Promise<MailTest> => {
  const { database, stop } = await createTestDatabase();
  const sellerId = newId();
  await database.system`INSERT INTO seller (id, name) VALUES (${sellerId}, 'Lumen')`;
  return { database, sellerId, stop };
};

export const aMail = (sellerId: string, changes: Partial<NewMail> = {}): NewMail => {
  const id = newId();
  return {
    id,
    sellerId,
    messageId: `<test.${id}@mail.example>`,
    recipient: 'claire@example.org',
    senderName: 'Lumen',
    subject: 'Hello',
    text: 'Hello Claire',
    html: '<p>Hello Claire</p>',
    headers: {},
    refs: { channel: 'shop', order: 'A-1' },
    ...changes,
  };
};

/** Saves a mail as a handler would; gives the id of its job. */
export const saveMail = ({ database, sellerId }: MailTest, mail: NewMail): Promise<string> =>
  database.asSellers([sellerId], async (tx) => {
    await saveMails(tx, [mail]);
    const [job] = await tx.sql<{ id: string }[]>`
      SELECT id FROM job WHERE queue = 'mail' AND payload ->> 'mailId' = ${mail.id}`;
    if (job === undefined) throw new Error('The mail got no job');
    return job.id;
  });

export interface MailRow {
  readonly state: string;
  readonly response: string | null;
  readonly sentAt: string | null;
  readonly leaseUntil: string | null;
}

export const findMail = ({ database, sellerId }: MailTest, id: string): Promise<MailRow> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const [row] = await sql<MailRow[]>`
      SELECT state, response, sent_at AS "sentAt", lease_until AS "leaseUntil" FROM mail WHERE id = ${id}`;
    if (row === undefined) throw new Error('No such mail');
    return row;
  });

export const changeMail = ({ database, sellerId }: MailTest, id: string, sqlSet: string): Promise<void> =>
  database.asSellers([sellerId], async ({ sql }) => {
    await sql.unsafe(`UPDATE mail SET ${sqlSet} WHERE id = '${id}'`);
  });

export interface JobRow {
  readonly state: string;
  readonly attempts: number;
  readonly error: { readonly code: string; readonly detail: string } | null;
  readonly runAt: string;
}

export const findJob = async ({ database }: MailTest, id: string): Promise<JobRow> => {
  const [row] = await database.system<JobRow[]>`
    SELECT state, attempts, error, run_at AS "runAt" FROM job WHERE id = ${id}`;
  if (row === undefined) throw new Error('No such job');
  return row;
};

/** One run of a carrier that holds this job, by the runtime itself. */
export const runMailJob = async (
  { database, sellerId }: MailTest,
  handler: Handler<'mail'>,
  id: string,
): Promise<CarrierOutcome> => {
  await database.system`
    UPDATE job SET state = 'queued', carrier = ${newId()}, handed_at = now() WHERE id = ${id} AND state = 'waiting'`;
  return runCarrier({ contract: mailQueue, handler, database, logger: pino({ level: 'silent' }) }, {
    ids: [id],
    sellers: [sellerId],
    refs: {},
  } as never);
};
