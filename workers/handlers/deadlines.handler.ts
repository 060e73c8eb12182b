import { findPendingAnswers } from '../../db/repositories/jobs/find-pending-answers.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { threadIdOf } from '../../db/repositories/messages/thread-id.ts';
import { answeringJobs } from '../../queues/answering-jobs.ts';
import { wakeLostParcel } from '../deadlines/wake-lost-parcel.ts';
import { wakeMessage } from '../deadlines/wake-message.ts';
import { wakeOrder } from '../deadlines/wake-order.ts';
import { wakeReturn } from '../deadlines/wake-return.ts';
import { type DigestSession, openDigestSession } from '../digest/digest-session.ts';
import { saveDigestSession } from '../digest/save-digest-session.ts';
import { type DecidingHandler, done, type ParsedJob } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { saveThreadSession } from '../messages/save-thread-session.ts';
import { openThreadSession, type ThreadSession } from '../messages/thread-session.ts';
import { type OpenOrders, openOrders } from '../orders/open-orders.ts';
import { openReturnSession, type ReturnSession } from '../returns/return-session.ts';
import { saveReturnSession } from '../returns/save-return-session.ts';

interface State extends OpenOrders {
  readonly returns: ReturnSession;
  readonly threads: ThreadSession;
  readonly digests: DigestSession;
  /** Work that follows from a wake-up. */
  readonly jobs: NewJob[];
  /** Conversations and orders with an answer that was accepted and is not recorded yet. */
  readonly pending: ReadonlySet<string>;
}

type Job = ParsedJob<'deadlines'>;

const ofName = <Name extends Job['name']>(jobs: readonly Job[], name: Name) =>
  jobs.filter((job): job is Extract<Job, { readonly name: Name }> => job.name === name);

/** What is about an order, a return or a parcel, by the order. */
const underOrders = (jobs: readonly Job[]) =>
  [
    ...ofName(jobs, 'meet-order-deadline'),
    ...ofName(jobs, 'meet-return-deadline'),
    ...ofName(jobs, 'find-lost-parcel'),
  ].map(({ sellerId, payload: { orderId } }) => ({ sellerId, orderId }));

/** What an answer to these would be work on: the conversation, and the order. */
const subjectsOf = (
  jobs: readonly Job[],
  { orders, threads }: Pick<State, 'orders' | 'threads'>,
): string[] => [
  ...ofName(jobs, 'watch-message').flatMap(({ payload: { threadId } }) => [
    threadId,
    threads.find(threadId)?.thread.orderId ?? threadId,
  ]),
  ...ofName(jobs, 'meet-return-deadline').flatMap(({ sellerId, payload: { orderId } }) => {
    const order = orders.find(orderId);
    return order === null ? [] : [orderId, threadIdOf(sellerId, { ...order, buyer: null })];
  }),
];

/**
 * Wakes orders, returns, parcels and messages, and writes digests. What to do is decided again from the state under the
 * lock: a late cancellation does no harm.
 */
export const createDeadlinesHandler = (mailing: Mailing): DecidingHandler<'deadlines', State> => ({
  kind: 'decides',
  load: async (tx, jobs, { now }) => {
    const { orders, policies } = await openOrders(tx, underOrders(jobs));
    const targets = ofName(jobs, 'meet-return-deadline').map(({ sellerId, payload: { orderId } }) => ({
      sellerId,
      orderId,
    }));
    const returns = await openReturnSession(tx, { orders, targets }, policies);
    const threads = await openThreadSession(
      tx,
      ofName(jobs, 'watch-message').map(({ sellerId, payload }) => ({
        sellerId,
        ...payload,
        answers: false,
      })),
    );
    const digests = await openDigestSession(
      tx,
      ofName(jobs, 'send-digest').map(({ sellerId, payload: { channel } }) => ({ sellerId, channel })),
      now,
    );
    const pending = await findPendingAnswers(tx, subjectsOf(jobs, { orders, threads }), answeringJobs);
    return { orders, policies, returns, threads, digests, pending, jobs: [] };
  },
  decide: (state, job, context) => {
    switch (job.name) {
      case 'meet-order-deadline':
        return wakeOrder(state, job, context);
      case 'meet-return-deadline':
        return wakeReturn(state, job, context);
      case 'watch-message':
        return wakeMessage(state, job, context);
      case 'find-lost-parcel': {
        const { verdict, jobs } = wakeLostParcel(state, job, context);
        state.jobs.push(...jobs);
        return verdict;
      }
      case 'send-digest':
        return done(state.digests.tell({ sellerId: job.sellerId, channel: job.payload.channel }));
      default:
        return job satisfies never;
    }
  },
  save: async (tx, { orders, policies, returns, threads, digests, jobs }, { now }) => {
    await orders.save(tx, { policies, now, mailing });
    await saveReturnSession(tx, returns.touched(), { mailing, now });
    await saveThreadSession(tx, threads, { mailing, now });
    await saveDigestSession(tx, digests, { mailing, now });
    await insertJobs(tx, jobs);
  },
});
