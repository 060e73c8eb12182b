import { accept, type Refusal, refuse } from '../outcome.ts';
import type { CancelReturn, CloseReturn, ReturnContext, ReturnDecision } from './commands.ts';
import { isLate } from './confirm-withdrawal.ts';
import { type ClosureReason, withdrawalExemptions } from './reasons.ts';
import type { Closing, Return } from './return.ts';
import { refuseTime } from './times.ts';
import { withdrawalWindowEndsAt } from './windows.ts';

/** Why a return in this state cannot be closed any more; null: it can. */
const refuseToClose = ({ state }: Return): Refusal | null => {
  switch (state) {
    case 'requested':
    case 'authorized':
      return null;
    case 'received':
      return { code: 'already_received', detail: 'Goods of this return have been received.' };
    case 'completed':
      return { code: 'return_completed', detail: 'The return is completed.' };
    case 'closed':
      return { code: 'return_closed', detail: 'The return is closed already.' };
    default:
      return state satisfies never;
  }
};

/** The seller closes with one of the reasons of 003, and a message to the buyer. */
export const decideClose = (
  state: Return,
  { reason, message }: CloseReturn,
  { now, order }: ReturnContext,
): ReturnDecision => {
  const refusal = refuseToClose(state) ?? refuseReason(state, reason, order);
  if (refusal !== null) return { ok: false, refusal };
  return accept([closed({ by: 'seller', reason, message, at: now })]);
};

/**
 * A withdrawal ends only because it came late, or because the goods are exempt (article 16), and not before the
 * buyer has confirmed it. Its window may have been open then, and be known by now.
 */
const refuseReason = (
  { withdrawal }: Return,
  reason: ClosureReason,
  order: ReturnContext['order'],
): Refusal | null => {
  if (withdrawal === null) return null;
  if (withdrawal.confirmedAt === null) {
    return { code: 'withdrawal_unconfirmed', detail: 'The buyer has yet to confirm the withdrawal.' };
  }
  if (withdrawalExemptions.has(reason)) return null;
  if (reason !== 'return_window_expired') {
    return {
      code: 'withdrawal_binding',
      detail:
        'A withdrawal is closed only as late or as exempt: return_window_expired, custom_made, media_opened or grocery.',
    };
  }
  return isLate(withdrawal.statedAt, withdrawal.windowEndsAt ?? withdrawalWindowEndsAt(order))
    ? null
    : { code: 'withdrawal_in_time', detail: 'The withdrawal was stated in time.' };
};

/** The buyer cancels, which is possible until the seller has authorised or closed, a mere reply or not (003). */
export const decideCancel = (state: Return, { at }: CancelReturn, { now }: ReturnContext): ReturnDecision => {
  if (state.state === 'closed') return refuse('return_closed', 'The return is closed already.');
  if (state.state !== 'requested') {
    return refuse(
      'already_authorized',
      'The seller has authorised the return: it can no longer be cancelled.',
    );
  }
  const fault = refuseTime(at, { now, since: state.requestedAt });
  if (fault !== null) return { ok: false, refusal: fault };
  return accept([closed({ by: 'buyer', reason: 'cancelled_by_buyer', message: null, at: at ?? now })]);
};

const closed = (closing: Closing) =>
  ({ type: 'closed', closing, actor: closing.by, at: closing.at }) as const;
