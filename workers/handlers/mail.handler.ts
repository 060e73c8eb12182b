import type { Tx } from '../../db/client.ts';
import { insertJobs } from '../../db/repositories/jobs/insert-jobs.ts';
import { type ClaimedMail, claimMail, findMailStatus } from '../../db/repositories/mail/claim-mail.ts';
import { recordMailNotSent, recordMailSent } from '../../db/repositories/mail/record-mail.ts';
import { findMessageOfMail } from '../../db/repositories/messages/find-message-of-mail.ts';
import { findDocument } from '../../db/repositories/returns/documents.ts';
import { mailQueue } from '../../queues/mail.queue.ts';
import { messageRefs } from '../../queues/message-refs.ts';
import type { Refusal } from '../../src/domain/outcome.ts';
import type { MailAttachment } from '../../src/mail/outgoing-mail.ts';
import type { MailTransport } from '../../src/mail/transport.ts';
import { followUp } from '../follow-up.ts';
import {
  type CallContext,
  type CallingHandler,
  done,
  later,
  type ParsedJob,
  PermanentError,
  rejected,
  type Verdict,
} from '../handler.ts';

/** Longer than any attempt may take (20 s, smtp-transport.ts): who died in the middle is followed after this. */
const leaseSeconds = 30;

/** The mail server asks for patience, or cannot be reached: the job is tried again after its back-off. */
class MailDeferredError extends Error {
  override readonly name = 'MailDeferredError';
}

/**
 * Sends one mail: claims it (pending → sending, a lease), commits, calls the server, notes the outcome
 * together with the job's completion. A crash between the server's yes and our note sends it again
 * under the same Message-ID; nothing else does.
 */
export const createMailHandler = ({ transport }: { transport: MailTransport }): CallingHandler<'mail'> => ({
  kind: 'calls',
  run: async (job, context) => {
    const taken = await takeMail(job, context);
    if (taken === null) return;
    const { mail, attachments } = taken;
    const delivery = await transport.send({ ...mail, writtenAt: mail.createdAt, attachments });
    switch (delivery.kind) {
      case 'accepted':
        return noteSent(job, context, delivery.response);
      case 'refused':
        return noteRefused(job, context, mail, delivery.response);
      case 'deferred':
        await noteDeferred(job, context, mail, delivery.response);
        throw new MailDeferredError(withoutAddresses(delivery.response));
      default:
        return delivery satisfies never;
    }
  },
});

type MailJob = ParsedJob<'mail'>;

interface TakenMail {
  readonly mail: ClaimedMail;
  readonly attachments: readonly MailAttachment[];
}

/** The first transaction. Null: there is nothing (more) to send, and the job's end is written. */
const takeMail = (job: MailJob, { database, claim, finish }: CallContext): Promise<TakenMail | null> =>
  database.asSellers([job.sellerId], async (tx) => {
    if (!(await claim(tx))) return null;
    const { mailId } = job.payload;
    const mail = await claimMail(tx, mailId, { leaseSeconds });
    if (mail !== null) return { mail, attachments: await loadAttachments(tx, mail) };
    const status = await findMailStatus(tx, mailId);
    if (status === null) throw new PermanentError('mail_not_found', 'The mail of this job does not exist');
    await finish(tx, verdictOf(status));
    return null;
  });

/** The bytes of a mail's documents, which were kept before it was written. */
const loadAttachments = (tx: Tx, { attachments }: ClaimedMail): Promise<MailAttachment[]> =>
  Promise.all(
    attachments.map(async ({ filename, ...key }) => {
      const document = await findDocument(tx, key);
      if (document === null)
        throw new PermanentError('attachment_missing', 'A document of this mail is gone');
      return { filename, contentType: document.contentType, content: document.content };
    }),
  );

/** What a mail that cannot be claimed means for a job: its end was noted before, or somebody sends it now. */
const verdictOf = ({
  state,
  leaseUntil,
  response,
}: NonNullable<Awaited<ReturnType<typeof findMailStatus>>>): Verdict => {
  if (state === 'sending' && leaseUntil !== null) return later(leaseUntil);
  return state === 'refused' ? rejected(refusalOf(response ?? '')) : done();
};

const noteSent = (job: MailJob, { database, claim, finish }: CallContext, response: string): Promise<void> =>
  database.asSellers([job.sellerId], async (tx) => {
    const ours = await claim(tx);
    await recordMailSent(tx, job.payload.mailId, { response });
    await tellDelivery(tx, job, true);
    if (ours) await finish(tx, done());
  });

const noteRefused = (
  job: MailJob,
  { database, claim, finish }: CallContext,
  { id, leaseUntil }: ClaimedMail,
  response: string,
): Promise<void> =>
  database.asSellers([job.sellerId], async (tx) => {
    const ours = await claim(tx);
    const noted = await recordMailNotSent(tx, id, { state: 'refused', response, leaseUntil });
    if (noted) await tellDelivery(tx, job, false);
    if (ours && noted) await finish(tx, rejected(refusalOf(response)));
  });

/** Gives the lease back, so that the next attempt need not wait for its end. The runtime counts the attempt. */
const noteDeferred = async (
  job: MailJob,
  { database }: CallContext,
  { id, leaseUntil }: ClaimedMail,
  response: string,
): Promise<void> => {
  const state = job.attempts + 1 >= mailQueue.attempts ? 'failed' : 'pending';
  await database.asSellers([job.sellerId], async (tx) => {
    const noted = await recordMailNotSent(tx, id, { state, response, leaseUntil });
    if (noted && state === 'failed') await tellDelivery(tx, job, false);
  });
};

/** A mail may carry the answer to a message, whose clock runs on when it does not arrive. */
const tellDelivery = async (tx: Tx, { sellerId, payload }: MailJob, delivered: boolean): Promise<void> => {
  const carried = await findMessageOfMail(tx, payload.mailId);
  if (carried === null || carried.undelivered === !delivered) return;
  const { threadId, messageId } = carried;
  const outcome = { threadId, messageId, delivered };
  await insertJobs(tx, [
    followUp('messages', 'record-delivery', { sellerId, payload: outcome, refs: messageRefs(carried) }),
  ]);
};

const refusalOf = (response: string): Refusal => ({
  code: 'mail_refused',
  detail: withoutAddresses(response) || 'The mail server refused it',
});

/** Mail servers like to quote addresses; jobs and logs hold no personal data. The mail's row keeps the words. */
const withoutAddresses = (text: string): string => text.replace(/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, '…');
