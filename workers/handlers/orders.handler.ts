import { releaseNaturalKeys } from '../../db/repositories/intake/claim-natural-keys.ts';
import { lockParcels, type ParcelNumber, parcelKey, readScans } from '../../db/repositories/orders/scans.ts';
import { orderKey, shipmentKey } from '../../queues/intake/natural-keys.ts';
import type { OrderCommand } from '../../src/domain/orders/commands.ts';
import type { Order, TrackingEvent } from '../../src/domain/orders/order.ts';
import { type DecidingHandler, done, type ParsedJob, rejected, type Verdict } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { type OrderSession, openOrderSession } from '../orders/order-session.ts';
import { loadPolicies, type Policies } from '../orders/policies.ts';
import { promiseView } from '../orders/promise-view.ts';

type OrderJob = ParsedJob<'orders'>;

interface State {
  readonly session: OrderSession;
  readonly policies: Policies;
  readonly scans: ReadonlyMap<string, readonly TrackingEvent[]>;
}

const parcelsOf = (job: OrderJob): ParcelNumber[] =>
  job.name === 'record-shipment'
    ? [
        {
          sellerId: job.sellerId,
          carrier: job.payload.shipment.carrier,
          trackingNumber: job.payload.shipment.trackingNumber,
        },
      ]
    : [];

const toCommand = (job: OrderJob, { scans }: State): OrderCommand => {
  switch (job.name) {
    case 'place':
      return { type: 'place', orderId: job.payload.orderId, draft: job.payload.draft };
    case 'record-payment':
      return { type: 'record_payment', ...job.payload.payment };
    case 'record-shipment': {
      const known = parcelsOf(job).flatMap((parcel) => scans.get(parcelKey(parcel)) ?? []);
      return {
        type: 'record_shipment',
        shipmentId: job.payload.shipmentId,
        ...job.payload.shipment,
        scans: known,
      };
    }
    case 'mark-unfulfillable':
      return { type: 'mark_unfulfillable', reason: job.payload.unfulfillable.reason };
    default:
      return job satisfies never;
  }
};

/** What the API promised as the result of each job (CONTRACT). */
const toResult = (job: OrderJob, order: Order): unknown => {
  const newest = order.promises.at(-1);
  const promise = newest === undefined ? null : promiseView(newest);
  if (job.name !== 'record-shipment') return { orderId: order.id, state: order.state, promise };
  const own = order.promises.find(({ shipmentId }) => shipmentId === job.payload.shipmentId);
  return {
    shipmentId: job.payload.shipmentId,
    orderId: order.id,
    state: order.state,
    promise: own === undefined ? null : promiseView(own),
  };
};

/** Places orders and records what happens to them; commands of one order fold in the order they were due. */
export const createOrdersHandler = (mailing: Mailing): DecidingHandler<'orders', State> => ({
  kind: 'decides',
  load: async (tx, jobs) => {
    const session = await openOrderSession(
      tx,
      jobs.filter(({ name }) => name !== 'place').map(({ payload }) => payload.orderId),
    );
    const parcels = jobs.flatMap(parcelsOf);
    // Before the scans are read: whoever records scans of an unknown parcel locks it as well.
    await lockParcels(tx, parcels);
    const [scans, policies] = await Promise.all([
      readScans(tx, parcels),
      loadPolicies(
        tx,
        jobs.flatMap(({ sellerId, name, payload }) => {
          const order = name === 'place' ? payload.draft : session.find(payload.orderId);
          return order === null ? [] : [{ sellerId, channel: order.channel }];
        }),
      ),
    ]);
    return { session, policies, scans };
  },
  decide: (state, job, { now }): Verdict => {
    const { orderId } = job.payload;
    const order = job.name === 'place' ? job.payload.draft : state.session.find(orderId);
    const context = state.policies.contextOf(job.sellerId, order?.channel ?? '', now);
    const outcome = state.session.run({ sellerId: job.sellerId, orderId }, toCommand(job, state), context);
    return outcome.ok ? done(toResult(job, outcome.value)) : rejected(outcome.refusal);
  },
  save: (tx, { session, policies }, { now }) => session.save(tx, { policies, now, mailing }),
  afterRejection: (tx, jobs) =>
    releaseNaturalKeys(
      tx,
      jobs.flatMap((job) => {
        const { id: jobId, sellerId } = job;
        if (job.name === 'place')
          return [{ sellerId, kind: 'order', key: orderKey(job.payload.draft), jobId }];
        if (job.name !== 'record-shipment') return [];
        return [{ sellerId, kind: 'shipment', key: shipmentKey(job.payload.shipment), jobId }];
      }),
    ),
});
