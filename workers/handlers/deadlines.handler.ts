import { deadlineAt } from '../../src/domain/orders/deadlines.ts';
import { noticeAt } from '../../src/domain/returns/deadlines.ts';
import {
  type DecidingHandler,
  done,
  type HandlerContext,
  later,
  type ParsedJob,
  rejected,
  type Verdict,
} from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { type OrderSession, openOrderSession } from '../orders/order-session.ts';
import { loadPolicies, type Policies } from '../orders/policies.ts';
import { openReturnSession, type ReturnSession } from '../returns/return-session.ts';
import { saveReturnSession } from '../returns/save-return-session.ts';

interface State {
  readonly orders: OrderSession;
  readonly policies: Policies;
  readonly returns: ReturnSession;
}

type Job = ParsedJob<'deadlines'>;
type OrderJob = Extract<Job, { readonly name: 'meet-order-deadline' }>;
type ReturnJob = Extract<Job, { readonly name: 'meet-return-deadline' }>;

const isAboutReturn = (job: Job): job is ReturnJob => job.name === 'meet-return-deadline';

/** Wakes orders and returns. What to do is decided again from the state under the lock: a late cancellation does no harm. */
export const createDeadlinesHandler = (mailing: Mailing): DecidingHandler<'deadlines', State> => ({
  kind: 'decides',
  load: async (tx, jobs) => {
    const orders = await openOrderSession(
      tx,
      jobs.map(({ payload }) => payload.orderId),
    );
    const policies = await loadPolicies(
      tx,
      jobs.flatMap(({ sellerId, payload }) => {
        const order = orders.find(payload.orderId);
        return order === null ? [] : [{ sellerId, channel: order.channel }];
      }),
    );
    const targets = jobs
      .filter(isAboutReturn)
      .map(({ sellerId, payload: { orderId } }) => ({ sellerId, orderId }));
    return { orders, policies, returns: await openReturnSession(tx, { orders, targets }, policies) };
  },
  decide: (state, job, context) =>
    isAboutReturn(job) ? wakeReturn(state, job, context) : wakeOrder(state, job, context),
  save: async (tx, { orders, policies, returns }, { now }) => {
    await orders.save(tx, { policies, now, mailing });
    await saveReturnSession(tx, returns.touched(), mailing);
  },
});

const wakeOrder = (
  { orders, policies }: State,
  { sellerId, payload: { orderId, kind } }: OrderJob,
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

const wakeReturn = (
  { returns }: State,
  { sellerId, payload: { orderId, returnId, kind } }: ReturnJob,
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
