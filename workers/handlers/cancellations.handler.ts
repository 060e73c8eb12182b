import type { Tx } from '../../db/client.ts';
import { saveRequests } from '../../db/repositories/cancellations/save-requests.ts';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { CancellationRequest } from '../../src/domain/cancellations/cancellation-request.ts';
import { decideCancellation } from '../../src/domain/cancellations/decide-cancellation.ts';
import { decideRequest, undecidedRequest } from '../../src/domain/cancellations/requests.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import { toRefusedMails, toRequestedMails } from '../cancellations/request-mails.ts';
import { openRequestSession, type RequestSession } from '../cancellations/request-session.ts';
import { type DecidingHandler, done, type ParsedJob, rejected, type Verdict } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { type MoneySession, openMoney, saveMoney } from '../refunds/money-session.ts';
import { releaseLinks } from '../release-links.ts';

type Job = ParsedJob<'cancellations'>;
type JobOf<Name extends Job['name']> = Extract<Job, { readonly name: Name }>;

interface State extends MoneySession {
  readonly requests: RequestSession;
}

/** Cancels orders and keeps official requests to do so, under the lock of the orders. */
export const createCancellationsHandler = (mailing: Mailing): DecidingHandler<'cancellations', State> => ({
  kind: 'decides',
  load: async (tx, jobs) => {
    const money = await openMoney(
      tx,
      jobs.map(({ sellerId, payload: { orderId } }) => ({ sellerId, orderId })),
    );
    const requests = await openRequestSession(
      tx,
      jobs.map(({ payload: { orderId } }) => orderId),
    );
    return { ...money, requests };
  },
  decide: (state, job, { now }) => {
    const order = state.orders.find(job.payload.orderId);
    if (order === null) return rejected({ code: 'unknown_order', detail: 'There is no such order.' });
    switch (job.name) {
      case 'request':
        return request(state, { job, order, now });
      case 'cancel':
        return cancel(state, { job, order, now });
      case 'refuse-request':
        return refuseRequest(state, { job, order, now });
      default:
        return job satisfies never;
    }
  },
  save: async (tx, state, { now }) => {
    // Before the orders: what of them ends requests looks only at those that are still open.
    await saveRequests(tx, state.requests.touched());
    await saveMoney(tx, state, { mailing, now });
    await saveRequestMails(tx, state, { mailing, now });
  },
  afterRejection: releaseLinks,
});

interface Work<Name extends Job['name']> {
  readonly job: JobOf<Name>;
  readonly order: Order;
  readonly now: Instant;
}

/** What the API promised as the result of a job about a request (CONTRACT). */
const requestResult = ({ id: requestId, orderId, state }: CancellationRequest) => ({
  requestId,
  orderId,
  state,
});

const request = ({ requests }: State, { job, order, now }: Work<'request'>): Verdict => {
  const { requestId: id, request: asked } = job.payload;
  const outcome = decideRequest(order, requests.ofOrder(order.id), { asked: { id, ...asked }, now });
  if (!outcome.ok) return rejected(outcome.refusal);
  requests.keep({ sellerId: job.sellerId, request: outcome.value });
  return done(requestResult(outcome.value));
};

/** What was captured for it goes back in the same transaction: nothing is cancelled and not refunded. */
const cancel = (state: State, { job, order, now }: Work<'cancel'>): Verdict => {
  const { orders, policies, refunds, requests } = state;
  const { sellerId, payload } = job;
  const decision = decideCancellation(order, requests.ofOrder(order.id), { asked: payload.cancel, at: now });
  if (!decision.ok) return rejected(decision.refusal);
  const { request: accepted, command } = decision.value;
  const target = { sellerId, orderId: order.id };
  const outcome = orders.run(target, command, policies.contextOf(sellerId, order.channel, now));
  if (!outcome.ok) return rejected(outcome.refusal);
  if (accepted !== null) requests.keep({ sellerId, request: accepted });
  const [refund] = refunds.settleOrder(target, now, payload.refundId);
  return done({
    orderId: order.id,
    state: outcome.value.state,
    ...(refund === undefined ? {} : { refundId: refund.id }),
    ...(accepted === null ? {} : { requestId: accepted.id }),
  });
};

const refuseRequest = ({ requests }: State, { job, order, now }: Work<'refuse-request'>): Verdict => {
  const { requestId, refusal } = job.payload;
  const open = undecidedRequest(requests.ofOrder(order.id), requestId);
  if (!open.ok) return rejected(open.refusal);
  const refused = { ...open.value, state: 'refused', decidedAt: now, message: refusal.message } as const;
  requests.keep({ sellerId: job.sellerId, request: refused });
  return done(requestResult(refused));
};

/** Of requests that came and were refused; an accepted one is told by the cancellation itself. */
const saveRequestMails = async (
  tx: Tx,
  { orders, policies, requests }: State,
  { mailing, now }: { readonly mailing: Mailing; readonly now: Instant },
): Promise<void> => {
  const mails = requests.touched().flatMap(({ sellerId, request: state }) => {
    const order = orders.find(state.orderId);
    if (order === null) return [];
    const about = { sellerId, order, voice: policies.voiceOf(sellerId, order.channel), request: state };
    if (state.state === 'requested') return toRequestedMails(about, now, mailing);
    return state.state === 'refused' ? toRefusedMails(about, mailing) : [];
  });
  await saveMails(tx, mails);
};
