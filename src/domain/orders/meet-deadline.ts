import type { Instant } from '../calendar/instant.ts';
import { accept } from '../outcome.ts';
import type { MeetDeadline } from './commands.ts';
import type { Decision, DecisionContext } from './context.ts';
import { deadlineAt } from './deadlines.ts';
import type { OrderCancelled, OrderEvent } from './events.ts';
import type { Order, SystemCancellationReason } from './order.ts';
import { unreachable } from './unreachable.ts';

/**
 * A wake-up: acts only if the order still has this deadline and its time has come. Otherwise nothing
 * happens, and `deadlineAt` tells the caller whether to come back (its instant) or to forget it (null). So
 * one that fires twice, late or early is harmless.
 */
export function decideMeetDeadline(order: Order, { kind }: MeetDeadline, { now }: DecisionContext): Decision {
  const dueAt = deadlineAt(order, kind);
  if (dueAt === null || now < dueAt) return accept([]);
  switch (kind) {
    case 'payment_expiry':
      return accept([cancelled('payment_expired', now), alert({ kind: 'payment_expired', at: now, dueAt })]);
    case 'unshipped_by_edd':
      return accept([alert({ kind: 'not_shipped_by_edd', at: now, latestAt: dueAt })]);
    case 'auto_cancel':
      return accept([cancelled('not_shipped', now), alert({ kind: 'auto_cancelled', at: now, dueAt })]);
    default:
      return unreachable(kind);
  }
}

const cancelled = (reason: SystemCancellationReason, at: Instant): OrderCancelled => ({
  type: 'order_cancelled',
  cancellation: { source: 'system', reason, at },
});

const alert = (raised: Extract<OrderEvent, { type: 'alert_raised' }>['alert']): OrderEvent => ({
  type: 'alert_raised',
  alert: raised,
});
