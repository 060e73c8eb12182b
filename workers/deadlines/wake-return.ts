import { threadIdOf } from '../../db/repositories/messages/thread-id.ts';
import { noticeAt } from '../../src/domain/returns/deadlines.ts';
import { done, type HandlerContext, later, type ParsedJob, rejected, type Verdict } from '../handler.ts';
import type { ReturnSession } from '../returns/return-session.ts';
import { afterPending } from './pending.ts';

type Job = Extract<ParsedJob<'deadlines'>, { readonly name: 'meet-return-deadline' }>;

export const wakeReturn = (
  { returns, pending }: { readonly returns: ReturnSession; readonly pending: ReadonlySet<string> },
  { sellerId, payload: { orderId, returnId, kind } }: Job,
  { now }: HandlerContext,
): Verdict => {
  const state = returns.find(returnId);
  if (state === null) return done({ outcome: 'return_gone' });
  const dueAt = noticeAt(state, kind);
  if (dueAt === null) return done({ outcome: 'no_longer_applies' });
  if (dueAt > now) return later(dueAt);
  // Money is given back by no message: only the notices of an answer wait for one that is about to be recorded.
  if (kind === 'response_warning' || kind === 'response_breach') {
    const threadId = threadIdOf(sellerId, { ...state, buyer: null });
    if (pending.has(orderId) || pending.has(threadId)) return later(afterPending(now));
  }
  const outcome = returns.run({ sellerId, orderId, returnId }, { type: 'raise_notice', notice: kind }, now);
  return outcome.ok ? done({ outcome: 'met', state: outcome.value.state }) : rejected(outcome.refusal);
};
