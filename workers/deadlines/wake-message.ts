import { dueNotice, markTold, nextNoticeAt } from '../../src/domain/response-time/thread.ts';
import { done, type HandlerContext, later, type ParsedJob, type Verdict } from '../handler.ts';
import type { ThreadSession } from '../messages/thread-session.ts';

type Job = Extract<ParsedJob<'deadlines'>, { readonly name: 'watch-message' }>;

/** Tells what is due, and comes back for the next notice, until there is none: one row for each open clock. */
export const wakeMessage = (
  threads: ThreadSession,
  { payload: { threadId, messageId } }: Job,
  { now }: HandlerContext,
): Verdict => {
  const message = threads.find(threadId)?.current.get(messageId);
  if (message === undefined) return done({ outcome: 'message_gone' });
  const kind = dueNotice(message, now);
  const told = kind === null ? message : threads.change(threadId, markTold(message, kind, now));
  if (kind !== null) threads.tell(threadId, { kind, messageId });
  const nextAt = nextNoticeAt(told);
  if (nextAt !== null) return later(nextAt);
  return done({ outcome: kind ?? 'no_longer_applies' });
};
