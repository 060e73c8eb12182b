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
}

type Job = ParsedJob<'deadlines'>;

const ofName = <Name extends Job['name']>(jobs: readonly Job[], name: Name) =>
  jobs.filter((job): job is Extract<Job, { readonly name: Name }> => job.name === name);

/** What is about an order or a return, by the order. */
const underOrders = (jobs: readonly Job[]) =>
  [...ofName(jobs, 'meet-order-deadline'), ...ofName(jobs, 'meet-return-deadline')].map(
    ({ sellerId, payload: { orderId } }) => ({ sellerId, orderId }),
  );

/**
 * Wakes orders, returns and messages, and writes digests. What to do is decided again from the state under the
 * lock: a late cancellation does no harm.
 */
export const createDeadlinesHandler = (mailing: Mailing): DecidingHandler<'deadlines', State> => ({
  kind: 'decides',
  load: async (tx, jobs) => {
    const { orders, policies } = await openOrders(tx, underOrders(jobs));
    const targets = ofName(jobs, 'meet-return-deadline').map(({ sellerId, payload: { orderId } }) => ({
      sellerId,
      orderId,
    }));
    const returns = await openReturnSession(tx, { orders, targets }, policies);
    const threads = await openThreadSession(
      tx,
      ofName(jobs, 'watch-message').map(({ sellerId, payload }) => ({
        kind: 'change',
        sellerId,
        ...payload,
      })),
    );
    const digests = await openDigestSession(
      tx,
      ofName(jobs, 'send-digest').map(({ sellerId, payload: { channel } }) => ({ sellerId, channel })),
    );
    return { orders, policies, returns, threads, digests };
  },
  decide: (state, job, context) => {
    switch (job.name) {
      case 'meet-order-deadline':
        return wakeOrder(state, job, context);
      case 'meet-return-deadline':
        return wakeReturn(state.returns, job, context);
      case 'watch-message':
        return wakeMessage(state.threads, job, context);
      case 'send-digest':
        return done(state.digests.tell({ sellerId: job.sellerId, channel: job.payload.channel }));
      default:
        return job satisfies never;
    }
  },
  save: async (tx, { orders, policies, returns, threads, digests }, { now }) => {
    await orders.save(tx, { policies, now, mailing });
    await saveReturnSession(tx, returns.touched(), { mailing, now });
    await saveThreadSession(tx, threads, { mailing, now });
    await saveDigestSession(tx, digests, { mailing, now });
  },
});
