import {
  findParcels,
  type KnownParcel,
  lockParcels,
  type NewScan,
  parcelKey,
  readScans,
  saveScans,
} from '../../db/repositories/orders/scans.ts';
import { addHours } from '../../src/domain/calendar/instant.ts';
import type { TrackingEvent } from '../../src/domain/orders/order.ts';
import { newId } from '../../src/platform/ids.ts';
import { type DecidingHandler, done, later, type ParsedJob } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { type OrderSession, openOrderSession } from '../orders/order-session.ts';
import { loadPolicies, type Policies } from '../orders/policies.ts';

interface State {
  readonly session: OrderSession;
  readonly policies: Policies;
  readonly scansOf: ReadonlyMap<string, readonly NewScan[]>;
  readonly fresh: ReadonlySet<string>;
  readonly parcels: ReadonlyMap<string, KnownParcel>;
  /** Parcels that were recorded between our two looks: their jobs come again and find them. */
  readonly appeared: ReadonlySet<string>;
  readonly known: ReadonlyMap<string, readonly TrackingEvent[]>;
}

const toScans = ({ sellerId, payload }: ParsedJob<'tracking'>): NewScan[] =>
  payload.events.map((event) => ({
    ...event,
    id: newId(),
    sellerId,
    location: event.location ?? null,
    eventId: event.eventId ?? null,
  }));

/** Whether all that is new is old data that is loaded. */
const isOldData = (fresh: readonly NewScan[]): boolean =>
  fresh.length > 0 && fresh.every(({ historical }) => historical);

/** Keeps raw scans, and folds all that is known of a parcel into its order: the order of arrival means nothing. */
export const createTrackingHandler = (mailing: Mailing): DecidingHandler<'tracking', State> => ({
  kind: 'decides',
  load: async (tx, jobs) => {
    const scansOf = new Map(jobs.map((job) => [job.id, toScans(job)]));
    const scans = [...scansOf.values()].flat();
    const parcels = await findParcels(tx, scans);
    const session = await openOrderSession(
      tx,
      [...parcels.values()].map(({ orderId }) => orderId),
    );
    const unknown = scans.filter((scan) => !parcels.has(parcelKey(scan)));
    await lockParcels(tx, unknown);
    const appeared = new Set((await findParcels(tx, unknown)).keys());
    const fresh = await saveScans(tx, scans);
    const [known, policies] = await Promise.all([
      readScans(tx, [...parcels.values()]),
      loadPolicies(
        tx,
        [...parcels.values()].flatMap(({ sellerId, orderId }) => {
          const order = session.find(orderId);
          return order === null ? [] : [{ sellerId, channel: order.channel }];
        }),
      ),
    ]);
    return { session, policies, scansOf, fresh, parcels, appeared, known };
  },
  decide: (state, job, { now }) => {
    const scans = state.scansOf.get(job.id) ?? [];
    const keys = [...new Set(scans.map(parcelKey))];
    if (keys.some((key) => state.appeared.has(key))) return later(addHours(now, 1 / 3_600));
    for (const key of keys) {
      const parcel = state.parcels.get(key);
      const order = parcel === undefined ? null : state.session.find(parcel.orderId);
      if (parcel === undefined || order === null) continue;
      const command = {
        type: 'record_scans',
        shipmentId: parcel.shipmentId,
        scans: state.known.get(key) ?? [],
        historical: isOldData(scans.filter((scan) => parcelKey(scan) === key && state.fresh.has(scan.id))),
      } as const;
      state.session.run(parcel, command, state.policies.contextOf(parcel.sellerId, order.channel, now));
    }
    const recorded = scans.filter(({ id }) => state.fresh.has(id)).length;
    const waiting = scans.filter((scan) => !state.parcels.has(parcelKey(scan))).length;
    return done({
      received: scans.length,
      recorded,
      duplicates: scans.length - recorded,
      awaitingShipment: waiting,
    });
  },
  save: (tx, { session, policies }, { now }) => session.save(tx, { policies, now, mailing }),
});
