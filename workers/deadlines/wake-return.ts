import { noticeAt } from '../../src/domain/returns/deadlines.ts';
import { done, type HandlerContext, later, type ParsedJob, rejected, type Verdict } from '../handler.ts';
import type { ReturnSession } from '../returns/return-session.ts';

type Job = Extract<ParsedJob<'deadlines'>, { readonly name: 'meet-return-deadline' }>;

export const wakeReturn = (
  returns: ReturnSession,
  { sellerId, payload: { orderId, returnId, kind } }: Job,
  { now }: HandlerContext,
): Verdict => {
  const state = returns.find(returnId);
  if (state === null) return done({ outcome: 'return_gone' });
  const dueAt = noticeAt(state, kind);
  if (dueAt === null) return done({ outcome: 'no_longer_applies' });
  if (dueAt > now) return later(dueAt);
  const outcome = returns.run({ sellerId, orderId, returnId }, { type: 'raise_notice', notice: kind }, now);
  return outcome.ok ? done({ outcome: 'met', state: outcome.value.state }) : rejected(outcome.refusal);
};
