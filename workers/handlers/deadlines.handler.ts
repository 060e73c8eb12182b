import { deadlineAt } from '../../src/domain/orders/deadlines.ts';
import { type DecidingHandler, done, later, rejected } from '../handler.ts';
import { type OrderSession, openOrderSession } from '../orders/order-session.ts';
import { loadPolicies, type Policies } from '../orders/policies.ts';

interface State {
  readonly session: OrderSession;
  readonly policies: Policies;
}

/** Wakes orders. What to do is decided again from the state under the lock: a late cancellation does no harm. */
export const createDeadlinesHandler = ({
  mailDomain,
}: {
  readonly mailDomain: string;
}): DecidingHandler<'deadlines', State> => ({
  kind: 'decides',
  load: async (tx, jobs) => {
    const session = await openOrderSession(
      tx,
      jobs.map(({ payload }) => payload.orderId),
    );
    const policies = await loadPolicies(
      tx,
      jobs.flatMap(({ sellerId, payload }) => {
        const order = session.find(payload.orderId);
        return order === null ? [] : [{ sellerId, channel: order.channel }];
      }),
    );
    return { session, policies };
  },
  decide: ({ session, policies }, { sellerId, payload: { orderId, kind } }, { now }) => {
    const order = session.find(orderId);
    if (order === null) return done({ outcome: 'order_gone' });
    const dueAt = deadlineAt(order, kind);
    if (dueAt === null) return done({ outcome: 'no_longer_applies' });
    if (dueAt > now) return later(dueAt);
    const outcome = session.run(
      { sellerId, orderId },
      { type: 'meet_deadline', kind },
      policies.contextOf(sellerId, order.channel, now),
    );
    return outcome.ok ? done({ outcome: 'met', state: outcome.value.state }) : rejected(outcome.refusal);
  },
  save: (tx, { session, policies }, { now }) => session.save(tx, { policies, now, mailDomain }),
});
