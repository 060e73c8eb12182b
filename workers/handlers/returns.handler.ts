import type { Tx } from '../../db/client.ts';
import { type FirstAnswer, findFirstAnswers } from '../../db/repositories/messages/find-first-answers.ts';
import type { NamedThread } from '../../db/repositories/messages/lock-threads.ts';
import { threadIdOf } from '../../db/repositories/messages/thread-id.ts';
import { findDocument, keepDocument } from '../../db/repositories/returns/documents.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Return } from '../../src/domain/returns/return.ts';
import { uploadedFormat } from '../../src/labels/document-formats.ts';
import { type DecidingHandler, done, type ParsedJob, rejected, type Verdict } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { saveThreadSession } from '../messages/save-thread-session.ts';
import { aSellersMessage } from '../messages/sellers-message.ts';
import { openThreadSession, type ThreadSession, type ThreadTask } from '../messages/thread-session.ts';
import { type OpenOrders, openOrders } from '../orders/open-orders.ts';
import type { OrderSession } from '../orders/order-session.ts';
import { releaseLinks } from '../release-links.ts';
import { openReturnSession, type ReturnSession, type ReturnTarget } from '../returns/return-session.ts';
import { saveReturnSession } from '../returns/save-return-session.ts';
import { toCommand, type Upload, uploadOf } from '../returns/to-command.ts';

type Job = ParsedJob<'returns'>;

interface State extends OpenOrders {
  readonly returns: ReturnSession;
  readonly threads: ThreadSession;
  readonly answers: readonly FirstAnswer[];
  /** Labels that came with accepted jobs, by return. */
  readonly uploads: Map<string, Upload>;
}

const targetsOf = ({ sellerId, ...job }: Job): ReturnTarget[] =>
  job.name === 'authorize-many'
    ? job.payload.returns.map((one) => ({ sellerId, ...one }))
    : [{ sellerId, orderId: job.payload.orderId, returnId: job.payload.returnId }];

/** What the API promised as the result of each job (CONTRACT). */
const toResult = (state: Return) => ({
  returnId: state.id,
  orderId: state.orderId,
  state: state.state,
  rma: state.authorization?.rma ?? null,
  warnings: state.warnings,
  advice: state.advice,
  mismatches: state.mismatches,
});

const freely = {
  type: 'authorize',
  rma: null,
  returnAddress: null,
  returnAddressId: null,
  label: null,
} as const;

const decideMany = (job: Job, { returns }: State, now: string): Verdict =>
  done({
    returns: targetsOf(job).map((target) => {
      const outcome = returns.run(target, freely, now);
      return outcome.ok ? toResult(outcome.value) : { returnId: target.returnId, error: outcome.refusal };
    }),
  });

/** Decides about returns under the lock of their orders; several of one order fold in the order they were due. */
export const createReturnsHandler = (mailing: Mailing): DecidingHandler<'returns', State> => ({
  kind: 'decides',
  load: async (tx, jobs, { now }) => {
    const targets = jobs.flatMap(targetsOf);
    const { orders, policies } = await openOrders(tx, targets);
    const rmas = jobs.flatMap((job) =>
      job.name === 'authorize' && job.payload.authorize.rma !== null ? [job.payload.authorize.rma] : [],
    );
    const returns = await openReturnSession(tx, { orders, targets, rmas }, policies);
    const threads = await openThreadSession(
      tx,
      jobs.flatMap((job) => replyTask(job, { orders, returns }, now)),
    );
    const answers = await findAnswersBefore(tx, jobs, orders);
    return { orders, policies, returns, threads, answers, uploads: new Map() };
  },
  decide: (state, job, { now }): Verdict => {
    if (job.name === 'authorize-many') return decideMany(job, state, now);
    const { orderId, returnId } = job.payload;
    const outcome = state.returns.run({ sellerId: job.sellerId, orderId, returnId }, toCommand(job), now);
    if (!outcome.ok) return rejected(outcome.refusal);
    const upload = uploadOf(job);
    if (upload !== null) state.uploads.set(returnId, upload);
    if (job.name === 'reply') addToThread(state, job, now);
    if (job.name === 'request') noteAnswerBefore(state, job, now);
    return done(toResult(outcome.value));
  },
  save: async (tx, state, { now }) => {
    await state.orders.save(tx, { policies: state.policies, now, mailing });
    await saveReturnSession(tx, state.returns.touched(), { mailing, now });
    await saveThreadSession(tx, state.threads, { mailing, now });
    await keepUploads(tx, state);
  },
  afterRejection: releaseLinks,
});

type ReplyJob = Extract<Job, { readonly name: 'reply' }>;
type Sessions = Pick<State, 'orders' | 'returns'>;

const threadOf = (sellerId: string, orderId: string, orders: OrderSession): NamedThread | null => {
  const order = orders.find(orderId);
  if (order === null) return null;
  return { sellerId, channel: order.channel, channelOrderId: order.channelOrderId, buyer: null };
};

/**
 * What the seller writes about a return stands in the conversation of its order, and answers what is open there. Not
 * what goes to somebody to whom the goods were given: that is none of the buyer's conversation.
 */
const replyTask = (job: Job, { orders, returns }: Sessions, now: Instant): ThreadTask[] => {
  if (job.name !== 'reply') return [];
  const { sellerId, payload } = job;
  const state = returns.find(payload.returnId);
  const named = threadOf(sellerId, payload.orderId, orders);
  if (named === null || state === null || state.requestedBy === 'gift_recipient') return [];
  return [{ sellerId, threadId: threadIdOf(sellerId, named), named, sentAt: now, answers: true }];
};

const addToThread = (
  { orders, threads }: State,
  { id, sellerId, payload }: ReplyJob,
  sentAt: Instant,
): void => {
  const named = threadOf(sellerId, payload.orderId, orders);
  const work = named === null ? null : threads.find(threadIdOf(sellerId, named));
  if (work === null) return;
  threads.add(work.thread.id, {
    ...aSellersMessage({ id, sentAt }),
    source: 'return_reply',
    body: payload.reply.message,
    mailId: id,
  });
};

/** What the seller had written to the buyer before a request was told of that was made earlier. */
const findAnswersBefore = (tx: Tx, jobs: readonly Job[], orders: OrderSession): Promise<FirstAnswer[]> =>
  findFirstAnswers(
    tx,
    jobs.flatMap((job) => {
      if (job.name !== 'request' || job.payload.request.requestedAt === null) return [];
      const named = threadOf(job.sellerId, job.payload.orderId, orders);
      if (named === null) return [];
      return [{ threadId: threadIdOf(job.sellerId, named), since: job.payload.request.requestedAt }];
    }),
  );

/** Answers a request at once that was answered before it was told of. */
const noteAnswerBefore = (
  { orders, returns, answers }: State,
  { sellerId, payload: { orderId, returnId } }: Extract<Job, { readonly name: 'request' }>,
  now: Instant,
): void => {
  const named = threadOf(sellerId, orderId, orders);
  const threadId = named === null ? null : threadIdOf(sellerId, named);
  const answer = answers.find((one) => one.threadId === threadId);
  if (answer === undefined) return;
  const { messageId, sentAt } = answer;
  const outcome = returns.run(
    { sellerId, orderId, returnId },
    { type: 'note_answer', messageId, sentAt },
    now,
  );
  if (!outcome.ok) throw new Error(`An answer could not be noted: ${outcome.refusal.code}`);
};

/** Of each new version of documents: what came with the job, or the label that the seller sent before. */
const keepUploads = async (tx: Tx, { returns, uploads }: State): Promise<void> => {
  for (const { sellerId, before, after } of returns.touched()) {
    if (after.authorization?.label.kind !== 'uploaded') continue;
    const { documentVersion: version } = after.authorization;
    const earlier = before?.authorization?.documentVersion;
    if (version === earlier) continue;
    const upload =
      uploads.get(after.id) ??
      (earlier === undefined
        ? null
        : await findDocument(tx, { returnId: after.id, version: earlier, format: uploadedFormat }));
    if (upload === null) continue;
    await keepDocument(tx, { sellerId, returnId: after.id, version, format: uploadedFormat, ...upload });
  }
};
