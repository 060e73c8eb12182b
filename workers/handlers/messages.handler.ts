import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import {
  type AnswerAddress,
  findAnswerAddresses,
} from '../../db/repositories/messages/find-answer-address.ts';
import type { NamedThread } from '../../db/repositories/messages/lock-threads.ts';
import { threadIdOf } from '../../db/repositories/messages/thread-id.ts';
import { clockView } from '../../src/domain/response-time/clock-view.ts';
import { isAnswer, type Message } from '../../src/domain/response-time/message.ts';
import { startMessageClock } from '../../src/domain/response-time/policy.ts';
import { questionOf, recipientOf } from '../../src/domain/response-time/reply.ts';
import {
  type DecidingHandler,
  done,
  type HandlerContext,
  type ParsedJob,
  rejected,
  type Verdict,
} from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { type AnsweredReturns, openAnsweredReturns } from '../messages/answered-returns.ts';
import { type CancellationMessage, toCancellationAnswers } from '../messages/cancellation-answers.ts';
import { saveThreadSession } from '../messages/save-thread-session.ts';
import { aSellersMessage } from '../messages/sellers-message.ts';
import {
  openThreadSession,
  type ThreadSession,
  type ThreadTask,
  type ThreadWork,
} from '../messages/thread-session.ts';
import { releaseLinks } from '../release-links.ts';

type Job = ParsedJob<'messages'>;
type JobOf<Name extends Job['name']> = Extract<Job, { readonly name: Name }>;

const namedThread = ({ sellerId, payload: { thread } }: JobOf<'record'>): NamedThread => ({
  sellerId,
  ...thread,
});

const taskOf = (job: Job): ThreadTask => {
  const { sellerId } = job;
  switch (job.name) {
    case 'record': {
      const named = namedThread(job);
      const { direction, sentAt } = job.payload.message;
      const threadId = threadIdOf(sellerId, named);
      const acceptedAt = job.createdAt;
      return { sellerId, threadId, named, sentAt, acceptedAt, answers: direction === 'outbound' };
    }
    case 'reply': {
      const { threadId, messageId, at } = job.payload;
      return { sellerId, threadId, messageId, sentAt: at, answers: true };
    }
    case 'no-response-needed':
    case 'record-delivery': {
      const { threadId, messageId } = job.payload;
      return { sellerId, threadId, messageId, answers: job.name === 'record-delivery' };
    }
    default:
      return job satisfies never;
  }
};

interface State {
  readonly threads: ThreadSession;
  readonly returns: AnsweredReturns;
  readonly addresses: readonly AnswerAddress[];
  /** Messages of buyers that ask to cancel an order. */
  readonly askingToCancel: CancellationMessage[];
}

/** Conversations in which an answer comes or goes, which may be one to a return request as well. */
const answersOf = (jobs: readonly Job[]) => ({
  named: jobs.flatMap((job) =>
    job.name === 'record' && job.payload.message.direction === 'outbound' ? [namedThread(job)] : [],
  ),
  threadIds: jobs.flatMap((job) =>
    job.name === 'reply' || job.name === 'record-delivery' ? [job.payload.threadId] : [],
  ),
});

/** Keeps messages and their clocks, whatever the order in which they come, and sends the seller's answers. */
export const createMessagesHandler = (mailing: Mailing): DecidingHandler<'messages', State> => ({
  kind: 'decides',
  load: async (tx, jobs) => {
    const returns = await openAnsweredReturns(tx, answersOf(jobs));
    const threads = await openThreadSession(tx, jobs.map(taskOf));
    const addresses = await findAnswerAddresses(
      tx,
      jobs.flatMap((job) => (job.name === 'reply' ? [job.payload.messageId] : [])),
    );
    return { returns, threads, addresses, askingToCancel: [] };
  },
  decide: (state, job, context) => {
    switch (job.name) {
      case 'record':
        return record(state, job, context);
      case 'reply':
        return reply(state, job, context);
      case 'no-response-needed':
        return exclude(state.threads, job, context);
      case 'record-delivery':
        return recordDelivery(state, job, context);
      default:
        return job satisfies never;
    }
  },
  save: async (tx, { threads, returns, askingToCancel }, { now }) => {
    await returns.save(tx, { mailing, now });
    await saveThreadSession(tx, threads, { mailing, now });
    await saveMails(tx, await toCancellationAnswers(tx, askingToCancel, { mailing, now }));
  },
  afterRejection: releaseLinks,
});

const record = (
  { threads, returns, askingToCancel }: State,
  job: JobOf<'record'>,
  { now }: HandlerContext,
): Verdict => {
  const { messageId, message: sent } = job.payload;
  const threadId = threadIdOf(job.sellerId, namedThread(job));
  const work = threads.find(threadId);
  if (work === null) throw new Error('A thread was not made');
  const { direction, sentAt, automatic, noResponseNeeded, historical, ...words } = sent;
  const isQuestion = direction === 'inbound' && !automatic;
  const draft: Message = {
    id: messageId,
    direction,
    sentAt,
    automatic,
    noResponseNeeded,
    historical,
    undelivered: false,
    clock: isQuestion ? startMessageClock(sentAt, work.channel.policyAt(job.createdAt)) : null,
  };
  if (isAnswer(draft)) returns.note(work.thread.orderId, { messageId, sentAt }, now);
  const message = threads.add(threadId, { ...words, mailId: null, message: draft });
  if (sent.source === 'buyer_page') threads.tell(threadId, { kind: 'seller_message', messageId });
  if (isQuestion && !historical && sent.intent === 'cancellation') askingToCancel.push({ work, messageId });
  return done({ messageId, threadId, clock: clockView(message, now) });
};

const reply = (
  { threads: session, returns, addresses }: State,
  job: JobOf<'reply'>,
  { now }: HandlerContext,
): Verdict => {
  const { threadId, messageId, replyId, at, reply: words } = job.payload;
  const work = session.find(threadId);
  const question = questionOf(work?.current.get(messageId));
  if (!question.ok) return rejected(question.refusal);
  if (work === null) throw new Error('A message has no thread');
  const { thread } = work;
  const { own = null, newest = null } = addresses.find((one) => one.messageId === messageId) ?? {};
  const to = recipientOf({ own, order: thread.orderEmail, newest });
  if (!to.ok) return rejected(to.refusal);
  returns.note(thread.orderId, { messageId: replyId, sentAt: at }, now);
  session.add(threadId, {
    ...aSellersMessage({ id: replyId, sentAt: at }),
    source: 'reply',
    body: words.body,
    // The mail is called as the message that it carries.
    mailId: replyId,
  });
  session.tell(threadId, { kind: 'answer', messageId, replyId, recipient: to.value, body: words.body, at });
  const answered = getMessage(session, threadId, messageId);
  const message = words.noResponseNeeded
    ? session.change(threadId, { ...answered, noResponseNeeded: true })
    : answered;
  return done({ ...messageResult(message, threadId, now), reply: { messageId: replyId, sentAt: at } });
};

const exclude = (
  session: ThreadSession,
  { payload }: JobOf<'no-response-needed'>,
  { now }: HandlerContext,
): Verdict => {
  const question = questionOf(session.find(payload.threadId)?.current.get(payload.messageId));
  if (!question.ok) return rejected(question.refusal);
  const message = question.value;
  const excluded = message.noResponseNeeded
    ? message
    : session.change(payload.threadId, { ...message, noResponseNeeded: true });
  return done(messageResult(excluded, payload.threadId, now));
};

/** An answer that the buyer did not get has answered nothing: the clocks run on, and the seller is told. */
const recordDelivery = (
  { threads, returns }: State,
  { payload }: JobOf<'record-delivery'>,
  { now }: HandlerContext,
): Verdict => {
  const { threadId, messageId, delivered } = payload;
  const work = threads.find(threadId);
  const message = work?.current.get(messageId);
  if (work === null || message === undefined || message.undelivered === !delivered) {
    return done({ outcome: 'known_before' });
  }
  const { orderId } = work.thread;
  if (delivered) returns.note(orderId, { messageId, sentAt: message.sentAt }, now);
  else returns.undo(orderId, messageId, answersIn(work, messageId), now);
  threads.change(threadId, { ...message, undelivered: !delivered });
  if (!delivered) threads.tell(threadId, { kind: 'undelivered', messageId });
  return done({ outcome: delivered ? 'delivered' : 'undelivered' });
};

/** The other answers of a conversation, as far as they were loaded, in the order of sending. */
const answersIn = ({ current }: ThreadWork, exceptId: string) =>
  [...current.values()]
    .filter((message) => isAnswer(message) && message.id !== exceptId)
    .map(({ id: messageId, sentAt }) => ({ messageId, sentAt }))
    .sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1));

const getMessage = (session: ThreadSession, threadId: string, messageId: string): Message => {
  const message = session.find(threadId)?.current.get(messageId);
  if (message === undefined) throw new Error('A message was not loaded');
  return message;
};

/** What the API promised as the result of a job about a buyer's message. */
const messageResult = (message: Message, threadId: string, now: string) => ({
  messageId: message.id,
  threadId,
  direction: message.direction,
  sentAt: message.sentAt,
  clock: clockView(message, now),
});
