import { dueNotice, markTold, nextNoticeAt } from '../../src/domain/response-time/thread.ts';
import { done, type HandlerContext, later, type ParsedJob, type Verdict } from '../handler.ts';
import type { ThreadSession } from '../messages/thread-session.ts';
import { afterPending } from './pending.ts';

type Job = Extract<ParsedJob<'deadlines'>, { readonly name: 'watch-message' }>;

/**
 * Tells what is due, and comes back for the next notice, until there is none: one row for each open clock. While an
 * answer is accepted and not recorded it waits: nobody is told that a message is open which was answered.
 */
export const wakeMessage = (
  { threads, pending }: { readonly threads: ThreadSession; readonly pending: ReadonlySet<string> },
  { payload: { threadId, messageId } }: Job,
  { now }: HandlerContext,
): Verdict => {
  const work = threads.find(threadId);
  const message = work?.current.get(messageId);
  if (work === null || message === undefined) return done({ outcome: 'message_gone' });
  const kind = dueNotice(message, now);
  const { orderId } = work.thread;
  if (kind !== null && (pending.has(threadId) || (orderId !== null && pending.has(orderId)))) {
    return later(afterPending(now));
  }
  const told = kind === null ? message : threads.change(threadId, markTold(message, kind, now));
  if (kind !== null) threads.tell(threadId, { kind, messageId });
  const nextAt = nextNoticeAt(told);
  if (nextAt !== null) return later(nextAt);
  return done({ outcome: kind ?? 'no_longer_applies' });
};
