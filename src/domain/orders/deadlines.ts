import type { Instant } from '../calendar/instant.ts';
import type { DeadlineKind } from './commands.ts';
import type { Order } from './order.ts';
import { unreachable } from './unreachable.ts';

export interface Deadline {
  readonly kind: DeadlineKind;
  readonly at: Instant;
}

/** What persistence does to an order's deadlines: nothing else sets or clears them. */
export interface DeadlineChanges {
  /** New, or at another time than before: one row per order and kind. */
  readonly set: readonly Deadline[];
  readonly cleared: readonly DeadlineKind[];
}

/**
 * The deadlines an order has, from its state alone, each kind at most once. An `at` in the past fires at
 * once. A historical order has none (domain, "historical").
 */
export function deadlinesOf(order: Order): readonly Deadline[] {
  if (order.historical) return [];
  switch (order.state) {
    case 'pending':
      return order.paymentDueAt === null ? [] : [{ kind: 'payment_expiry', at: order.paymentDueAt }];
    case 'unshipped': {
      const deadlines: Deadline[] = [];
      const first = order.promises[0];
      if (first && !order.alertsRaised.includes('not_shipped_by_edd')) {
        deadlines.push({ kind: 'unshipped_by_edd', at: first.latestAt });
      }
      // What has partly left is no longer the system's to cancel: the alert asks the seller.
      if (order.autoCancelAt !== null && order.shipments.length === 0) {
        deadlines.push({ kind: 'auto_cancel', at: order.autoCancelAt });
      }
      return deadlines;
    }
    case 'shipped':
    case 'delivered':
    case 'cancelled':
    case 'unfulfillable':
    case 'returned_to_sender':
      return [];
    default:
      return unreachable(order);
  }
}

/** When an order's deadline of this kind is due; null: it has none (any more). */
export const deadlineAt = (order: Order, kind: DeadlineKind): Instant | null =>
  deadlinesOf(order).find((deadline) => deadline.kind === kind)?.at ?? null;

/** The difference that a run of commands made, for one write of the deadlines at its end. */
export function deadlineChanges(before: Order | null, after: Order): DeadlineChanges {
  const old = before === null ? [] : deadlinesOf(before);
  const now = deadlinesOf(after);
  return {
    set: now.filter(({ kind, at }) => !old.some((one) => one.kind === kind && one.at === at)),
    cleared: old.filter(({ kind }) => !now.some((one) => one.kind === kind)).map(({ kind }) => kind),
  };
}
