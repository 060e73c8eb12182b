import { deadlineAt } from '../../src/domain/orders/deadlines.ts';
import { done, type HandlerContext, later, type ParsedJob, rejected, type Verdict } from '../handler.ts';
import type { OpenOrders } from '../orders/open-orders.ts';

type Job = Extract<ParsedJob<'deadlines'>, { readonly name: 'meet-order-deadline' }>;

export const wakeOrder = (
  { orders, policies }: OpenOrders,
  { sellerId, payload: { orderId, kind } }: Job,
  { now }: HandlerContext,
): Verdict => {
  const order = orders.find(orderId);
  if (order === null) return done({ outcome: 'order_gone' });
  const dueAt = deadlineAt(order, kind);
  if (dueAt === null) return done({ outcome: 'no_longer_applies' });
  if (dueAt > now) return later(dueAt);
  const outcome = orders.run(
    { sellerId, orderId },
    { type: 'meet_deadline', kind },
    policies.contextOf(sellerId, order.channel, now),
  );
  return outcome.ok ? done({ outcome: 'met', state: outcome.value.state }) : rejected(outcome.refusal);
};
