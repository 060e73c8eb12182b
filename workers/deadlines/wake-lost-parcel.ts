import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { lostAtOf } from '../../src/domain/claims/lost.ts';
import { followUp } from '../follow-up.ts';
import { done, type HandlerContext, later, type ParsedJob, type Verdict } from '../handler.ts';
import type { OrderSession } from '../orders/order-session.ts';

type Job = Extract<ParsedJob<'deadlines'>, { readonly name: 'find-lost-parcel' }>;

export interface WokenParcel {
  readonly verdict: Verdict;
  /** For the transaction that decided. */
  readonly jobs: NewJob[];
}

/** A parcel that is lost by now is for the claims to look at; here the order alone decides. */
export const wakeLostParcel = (
  { orders }: { readonly orders: Pick<OrderSession, 'find'> },
  { sellerId, payload: { orderId, shipmentId } }: Job,
  { now }: HandlerContext,
): WokenParcel => {
  const order = orders.find(orderId);
  if (order === null) return { verdict: done({ outcome: 'order_gone' }), jobs: [] };
  const parcel = order.shipments.find(({ id }) => id === shipmentId);
  const lostAt = parcel === undefined ? null : lostAtOf(order, parcel);
  if (lostAt === null) return { verdict: done({ outcome: 'no_longer_applies' }), jobs: [] };
  if (lostAt > now) return { verdict: later(lostAt), jobs: [] };
  const detect = followUp('claims', 'detect', {
    sellerId,
    payload: { orderId, shipmentId },
    refs: { channel: order.channel, order: order.channelOrderId },
    uniqueKey: `detect:${shipmentId}`,
  });
  return { verdict: done({ outcome: 'lost' }), jobs: [detect] };
};
