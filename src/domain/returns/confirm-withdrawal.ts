import { unitsLeft } from '../orders/progress.ts';
import { accept, refuse } from '../outcome.ts';
import { authorizeWithdrawal } from './authorize.ts';
import type { ConfirmWithdrawal, LineQuantity, ReturnContext, ReturnDecision } from './commands.ts';
import type { ReturnEvent } from './events.ts';
import type { Return, ReturnLine, ReturnWarning } from './return.ts';
import { refuseTime } from './times.ts';
import { withdrawalRefundDueAt, withdrawalWindowEndsAt } from './windows.ts';

type Confirmation = Omit<ConfirmWithdrawal, 'type'>;

/** The buyer's second step (article 11a): from here on the withdrawal stands. */
export const decideConfirmWithdrawal = (
  state: Return,
  command: ConfirmWithdrawal,
  context: ReturnContext,
): ReturnDecision => {
  if (state.withdrawal === null) return refuse('no_withdrawal', 'This return is no withdrawal.');
  if (state.withdrawal.confirmedAt !== null) {
    return refuse('already_confirmed', 'The withdrawal is confirmed already.');
  }
  if (state.state === 'closed') return refuse('return_closed', 'The return is closed.');
  const fault = refuseTime(command.at, { now: context.now, since: state.withdrawal.statedAt });
  if (fault !== null) return { ok: false, refusal: fault };
  return confirmNow(state, command, context);
};

/**
 * Units that have not left are cancelled, and need not come back; what has left is authorised at once.
 * Late ones too: it is for the seller to close those, who may also let them pass.
 */
export const confirmNow = (
  state: Return,
  confirmation: Confirmation,
  context: ReturnContext,
): ReturnDecision => {
  const { withdrawal } = state;
  if (withdrawal === null) throw new Error('Only a withdrawal is confirmed');
  const stated = chosenLines(state.lines, confirmation.lines);
  if (stated === null) {
    return refuse('quantity_above_stated', 'More is confirmed than was stated, or a line that was not.');
  }
  const { order, now } = context;
  const left = new Map(unitsLeft(order).map(({ lineId, quantity }) => [lineId, quantity]));
  const cancelled = (line: ReturnLine): number => Math.min(line.quantity, left.get(line.lineId) ?? 0);
  const cancelledLines = stated
    .map((line) => ({ lineId: line.lineId, quantity: cancelled(line) }))
    .filter(({ quantity }) => quantity > 0);
  const lines = stated
    .map((line) => ({ ...line, quantity: line.quantity - cancelled(line) }))
    .filter(({ quantity }) => quantity > 0);
  const windowEndsAt = withdrawalWindowEndsAt(order);
  const confirmedAt = confirmation.at ?? now;
  const confirmed: ReturnEvent = {
    type: 'withdrawal_confirmed',
    withdrawal: {
      ...withdrawal,
      confirmedAt,
      windowEndsAt,
      refundDueAt: withdrawalRefundDueAt(order, confirmedAt),
      cancelledLines,
    },
    lines,
    warnings: warningsOf(state, { late: isLate(withdrawal.statedAt, windowEndsAt), cancelledLines }),
    actor: 'buyer',
    at: now,
  };
  if (lines.length === 0) return accept([confirmed, { type: 'completed', actor: 'system', at: now }]);
  const authorized = authorizeWithdrawal(lines, context);
  return authorized.ok ? accept([confirmed, ...authorized.value]) : authorized;
};

/** Whether a withdrawal was stated after its window had ended. */
export const isLate = (statedAt: string, windowEndsAt: string | null): boolean =>
  windowEndsAt !== null && statedAt >= windowEndsAt;

/** The stated lines with the confirmed quantities; null: something was not stated. */
const chosenLines = (
  stated: readonly ReturnLine[],
  chosen: readonly LineQuantity[] | null,
): readonly ReturnLine[] | null => {
  if (chosen === null) return stated;
  const byLine = new Map(chosen.map(({ lineId, quantity }) => [lineId, quantity]));
  const fits =
    byLine.size === chosen.length &&
    chosen.every(({ lineId, quantity }) =>
      stated.some((line) => line.lineId === lineId && quantity <= line.quantity),
    );
  if (!fits) return null;
  return stated.flatMap((line) => {
    const quantity = byLine.get(line.lineId);
    return quantity === undefined ? [] : [{ ...line, quantity }];
  });
};

const warningsOf = (
  { warnings }: Return,
  { late, cancelledLines }: { late: boolean; cancelledLines: readonly LineQuantity[] },
): readonly ReturnWarning[] => [
  ...warnings.filter(({ code }) => code !== 'withdrawal_unconfirmed'),
  ...(late
    ? [{ code: 'withdrawal_late', detail: 'The withdrawal was stated after its 14 days.' } as const]
    : []),
  ...(cancelledLines.length > 0
    ? [
        {
          code: 'cancelled_before_shipping',
          detail: 'Units that had not left are cancelled and need not come back.',
        } as const,
      ]
    : []),
];
