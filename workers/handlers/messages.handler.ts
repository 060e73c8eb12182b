import type { NamedThread } from '../../db/repositories/messages/lock-threads.ts';
import { refuse } from '../../src/domain/outcome.ts';
import { clockView } from '../../src/domain/response-time/clock-view.ts';
import { isAnswer, type Message } from '../../src/domain/response-time/message.ts';
import { startMessageClock } from '../../src/domain/response-time/policy.ts';
import { newId } from '../../src/platform/ids.ts';
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
import { saveThreadSession } from '../messages/save-thread-session.ts';
import { aSellersMessage } from '../messages/sellers-message.ts';
import { openThreadSession, type ThreadSession, type ThreadTask } from '../messages/thread-session.ts';
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
    case 'record':
      return { kind: 'add_named', sellerId, thread: namedThread(job), sentAt: job.payload.message.sentAt };
    case 'reply':
      return { kind: 'add', sellerId, ...job.payload, sentAt: job.payload.at };
    case 'no-response-needed':
    case 'record-delivery':
      return { kind: 'change', sellerId, ...job.payload };
    default:
      return job satisfies never;
  }
};

interface State {
  readonly threads: ThreadSession;
  readonly returns: AnsweredReturns;
}

/** Conversations in which the seller may answer a return request as well. */
const answersOf = (jobs: readonly Job[]) => ({
  named: jobs.flatMap((job) =>
    job.name === 'record' && job.payload.message.direction === 'outbound' ? [namedThread(job)] : [],
  ),
  threadIds: jobs.flatMap((job) => (job.name === 'reply' ? [job.payload.threadId] : [])),
});

/** Keeps messages and their clocks, whatever the order in which they come, and sends the seller's answers. */
export const createMessagesHandler = (mailing: Mailing): DecidingHandler<'messages', State> => ({
  kind: 'decides',
  load: async (tx, jobs) => {
    const returns = await openAnsweredReturns(tx, answersOf(jobs));
    return { returns, threads: await openThreadSession(tx, jobs.map(taskOf)) };
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
        return recordDelivery(state.threads, job);
      default:
        return job satisfies never;
    }
  },
  save: async (tx, { threads, returns }, { now }) => {
    await returns.save(tx, { mailing, now });
    await saveThreadSession(tx, threads, { mailing, now });
  },
  afterRejection: releaseLinks,
});

const record = (
  { threads: session, returns }: State,
  job: JobOf<'record'>,
  { now }: HandlerContext,
): Verdict => {
  const { messageId, thread: named, message: sent } = job.payload;
  const work = session.findNamed(namedThread(job));
  if (work === null) throw new Error('A thread was not made');
  const { direction, sentAt, automatic, noResponseNeeded, historical, ...words } = sent;
  const isQuestion = direction === 'inbound' && !automatic;
  const threadId = work.thread.id;
  const message = session.add(threadId, {
    ...words,
    mailId: null,
    message: {
      id: messageId,
      direction,
      sentAt,
      automatic,
      noResponseNeeded,
      historical,
      undelivered: false,
      clock: isQuestion ? startMessageClock(sentAt, work.channel.policy) : null,
    },
  });
  if (named.buyerEmail !== null) session.noteBuyerEmail(threadId, named.buyerEmail);
  if (isAnswer(message)) returns.note({ orderId: work.thread.orderId, messageId, sentAt }, now);
  if (sent.source === 'buyer_page') session.tell(threadId, { kind: 'seller_message', messageId });
  return done({ messageId, threadId, clock: clockView(message, now) });
};

const reply = (
  { threads: session, returns }: State,
  job: JobOf<'reply'>,
  { now }: HandlerContext,
): Verdict => {
  const { threadId, messageId, replyId, at, reply: words } = job.payload;
  const question = findQuestion(session, job.payload);
  if (!question.ok) return rejected(question.refusal);
  const { thread } = question.value.work;
  const recipient = thread.orderEmail ?? thread.buyerEmail;
  if (recipient === null) return rejected(unreachable);
  const mailId = newId();
  session.add(threadId, {
    ...aSellersMessage({ id: replyId, sentAt: at }),
    source: 'reply',
    body: words.body,
    mailId,
  });
  session.tell(threadId, { kind: 'answer', messageId, replyId, mailId, recipient, body: words.body, at });
  returns.note({ orderId: thread.orderId, messageId: replyId, sentAt: at }, now);
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
  const question = findQuestion(session, payload);
  if (!question.ok) return rejected(question.refusal);
  const { message } = question.value;
  const excluded = message.noResponseNeeded
    ? message
    : session.change(payload.threadId, { ...message, noResponseNeeded: true });
  return done(messageResult(excluded, payload.threadId, now));
};

/** An answer that the buyer did not get has answered nothing: the clocks run on, and the seller is told. */
const recordDelivery = (session: ThreadSession, { payload }: JobOf<'record-delivery'>): Verdict => {
  const { threadId, messageId, delivered } = payload;
  const message = session.find(threadId)?.current.get(messageId);
  if (message === undefined || message.undelivered === !delivered) return done({ outcome: 'known_before' });
  session.change(threadId, { ...message, undelivered: !delivered });
  if (!delivered) session.tell(threadId, { kind: 'undelivered', messageId });
  return done({ outcome: delivered ? 'delivered' : 'undelivered' });
};

const unreachable = {
  code: 'buyer_unreachable',
  detail: "No address of the buyer is known: answer in the channel's own system.",
};

const findQuestion = (
  session: ThreadSession,
  { threadId, messageId }: { readonly threadId: string; readonly messageId: string },
) => {
  const work = session.find(threadId);
  const message = work?.current.get(messageId);
  if (work === null || message === undefined) return refuse('unknown_message', 'There is no such message.');
  return message.direction === 'inbound'
    ? ({ ok: true, value: { work, message } } as const)
    : refuse('message_not_inbound', 'Only messages of buyers are answered.');
};

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
