import { newId } from '../../../src/platform/ids.ts';
import type { Tx } from '../../client.ts';
import type { JobRefs } from '../../schema/job.ts';
import type { MailAttachmentRef } from '../../schema/mail.ts';
import { insertJobs } from '../jobs/insert-jobs.ts';

export interface NewMail {
  readonly id: string;
  readonly sellerId: string;
  /** Deterministic (`messageIdFor`): deciding twice makes one mail. */
  readonly messageId: string;
  /** One bare address. */
  readonly recipient: string;
  /** Shown beside the installation's own address; null: that address alone. */
  readonly senderName: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Documents that go with it. */
  readonly attachments?: readonly MailAttachmentRef[];
  /** What an operator sees of the job: no personal data. */
  readonly refs: JobRefs;
}

/** Version of the `send` payload of the mail queue; a test holds it to the queue's contract. */
const payloadVersion = 1;

/**
 * Saves mails and the jobs that send them, in the transaction that decided them. A mail whose
 * Message-ID is there already is left out, and so is its job. Returns the ids of the new ones.
 */
export const saveMails = async (tx: Tx, mails: readonly NewMail[]): Promise<Set<string>> => {
  if (mails.length === 0) return new Set();
  // Sorted: two transactions with the same mails would otherwise wait for each other in a circle.
  const sorted = [...mails].sort((a, b) => compare(keyOf(a), keyOf(b)));
  const rows = await tx.sql<{ id: string }[]>`
    INSERT INTO mail (id, seller_id, message_id, recipient, sender_name, subject, text, html, headers, attachments)
    SELECT * FROM unnest(
      ${sorted.map((mail) => mail.id)}::uuid[],
      ${sorted.map((mail) => mail.sellerId)}::uuid[],
      ${sorted.map((mail) => mail.messageId)}::text[],
      ${sorted.map((mail) => mail.recipient)}::text[],
      ${sorted.map((mail) => mail.senderName)}::text[],
      ${sorted.map((mail) => mail.subject)}::text[],
      ${sorted.map((mail) => mail.text)}::text[],
      ${sorted.map((mail) => mail.html)}::text[],
      ${sorted.map((mail) => JSON.stringify(mail.headers))}::jsonb[],
      ${sorted.map((mail) => JSON.stringify(mail.attachments ?? []))}::jsonb[]
    )
    ON CONFLICT (seller_id, message_id) DO NOTHING
    RETURNING id`;
  const saved = new Set(rows.map((row) => row.id));
  await insertJobs(
    tx,
    mails
      .filter((mail) => saved.has(mail.id))
      .map((mail) => ({
        id: newId(),
        sellerId: mail.sellerId,
        queue: 'mail',
        name: 'send',
        payload: { mailId: mail.id },
        payloadVersion,
        refs: mail.refs,
        priority: 0,
        runAt: null,
        carrier: null,
        uniqueKey: null,
        subjectId: null,
        fromApi: false,
      })),
  );
  return saved;
};

const keyOf = (mail: NewMail): string => `${mail.sellerId} ${mail.messageId}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
