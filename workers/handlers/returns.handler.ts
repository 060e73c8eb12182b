import type { Tx } from '../../db/client.ts';
import type { NamedThread } from '../../db/repositories/messages/lock-threads.ts';
import { findDocument, keepDocument } from '../../db/repositories/returns/documents.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Return } from '../../src/domain/returns/return.ts';
import { uploadedFormat } from '../../src/labels/document-formats.ts';
import { newId } from '../../src/platform/ids.ts';
import { type DecidingHandler, done, type ParsedJob, rejected, type Verdict } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { saveThreadSession } from '../messages/save-thread-session.ts';
import { aSellersMessage } from '../messages/sellers-message.ts';
import { openThreadSession, type ThreadSession, type ThreadTask } from '../messages/thread-session.ts';
import { type OpenOrders, openOrders } from '../orders/open-orders.ts';
import { releaseLinks } from '../release-links.ts';
import { openReturnSession, type ReturnSession, type ReturnTarget } from '../returns/return-session.ts';
import { saveReturnSession } from '../returns/save-return-session.ts';
import { toCommand, type Upload, uploadOf } from '../returns/to-command.ts';

type Job = ParsedJob<'returns'>;

interface State extends OpenOrders {
  readonly returns: ReturnSession;
  readonly threads: ThreadSession;
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
    return { orders, policies, returns, threads, uploads: new Map() };
  },
  decide: (state, job, { now }): Verdict => {
    if (job.name === 'authorize-many') return decideMany(job, state, now);
    const { orderId, returnId } = job.payload;
    const outcome = state.returns.run({ sellerId: job.sellerId, orderId, returnId }, toCommand(job), now);
    if (!outcome.ok) return rejected(outcome.refusal);
    const upload = uploadOf(job);
    if (upload !== null) state.uploads.set(returnId, upload);
    if (job.name === 'reply') addToThread(state, job, now);
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

/**
 * What the seller writes about a return stands in the conversation of its order, and answers what is open there.
 * Null: it goes to somebody to whom the goods were given, and is none of the buyer's conversation.
 */
const threadOf = ({ sellerId, payload }: ReplyJob, { orders, returns }: Sessions): NamedThread | null => {
  const order = orders.find(payload.orderId);
  const state = returns.find(payload.returnId);
  if (order === null || state === null || state.requestedBy === 'gift_recipient') return null;
  const { channel, channelOrderId } = order;
  return { sellerId, channel, channelOrderId, buyer: null, buyerEmail: null };
};

const replyTask = (job: Job, sessions: Sessions, now: Instant): ThreadTask[] => {
  const thread = job.name === 'reply' ? threadOf(job, sessions) : null;
  return thread === null ? [] : [{ kind: 'add_named', sellerId: job.sellerId, thread, sentAt: now }];
};

const addToThread = (state: State, job: ReplyJob, sentAt: Instant): void => {
  const thread = threadOf(job, state);
  const work = thread === null ? null : state.threads.findNamed(thread);
  if (work === null) return;
  state.threads.add(work.thread.id, {
    ...aSellersMessage({ id: newId(), sentAt }),
    source: 'return_reply',
    body: job.payload.reply.message,
    mailId: null,
  });
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
