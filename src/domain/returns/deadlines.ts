import type { Instant } from '../calendar/instant.ts';
import { accept } from '../outcome.ts';
import { type ClockNotice, noticesOf } from '../response-clock.ts';
import type { RaiseNotice, ReturnContext, ReturnDecision } from './commands.ts';
import type { Return } from './return.ts';

export interface ReturnDeadline {
  readonly kind: ClockNotice;
  readonly at: Instant;
}

/** The wake-ups that a return has in this state: persistence writes the difference. */
export const deadlinesOf = ({ clock }: Return): readonly ReturnDeadline[] =>
  clock === null ? [] : noticesOf(clock);

/** When a notice is due; null: not any more. */
export const noticeAt = (state: Return, kind: ClockNotice): Instant | null =>
  deadlinesOf(state).find((one) => one.kind === kind)?.at ?? null;

/** Once each, and only while nobody has answered; the breach makes a late warning pointless. */
export const decideRaiseNotice = (
  state: Return,
  { notice }: RaiseNotice,
  { now }: ReturnContext,
): ReturnDecision => {
  const dueAt = noticeAt(state, notice);
  if (dueAt === null || now < dueAt) return accept([]);
  const breachAt = noticeAt(state, 'response_breach');
  if (notice === 'response_warning' && breachAt !== null && now >= breachAt) return accept([]);
  return accept([{ type: 'notice_raised', notice, actor: 'system', at: now }]);
};
