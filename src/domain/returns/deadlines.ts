import type { Instant } from '../calendar/instant.ts';
import { accept } from '../outcome.ts';
import { type ClockNotice, noticesOf } from '../response-clock.ts';
import type { RaiseNotice, ReturnContext, ReturnDecision } from './commands.ts';
import { refundNoticesOf } from './refund-clock.ts';
import type { RefundNotice, Return } from './return.ts';

export interface ReturnDeadline {
  readonly kind: ClockNotice | RefundNotice;
  readonly at: Instant;
}

/** The wake-ups that a return has in this state: persistence writes the difference. */
export const deadlinesOf = (state: Return): readonly ReturnDeadline[] => [
  ...(state.clock === null ? [] : noticesOf(state.clock)),
  ...refundNoticesOf(state),
];

/** When a notice is due; null: not any more. */
export const noticeAt = (state: Return, kind: ReturnDeadline['kind']): Instant | null =>
  deadlinesOf(state).find((one) => one.kind === kind)?.at ?? null;

const breachOf = {
  response_warning: 'response_breach',
  response_breach: 'response_breach',
  refund_warning: 'refund_breach',
  refund_breach: 'refund_breach',
} as const;

/** Once each, and only while nobody has answered; the breach makes a late warning pointless. */
export const decideRaiseNotice = (
  state: Return,
  { notice }: RaiseNotice,
  { now }: ReturnContext,
): ReturnDecision => {
  const dueAt = noticeAt(state, notice);
  if (dueAt === null || now < dueAt) return accept([]);
  const breach = breachOf[notice];
  const breachAt = breach === notice ? null : noticeAt(state, breach);
  if (breachAt !== null && now >= breachAt) return accept([]);
  return accept([{ type: 'notice_raised', notice, actor: 'system', at: now }]);
};
