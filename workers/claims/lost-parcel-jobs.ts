import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { lostAtOf, missedLongSinceAt, whereaboutsOf } from '../../src/domain/claims/lost.ts';
import type { Order, Shipment } from '../../src/domain/orders/order.ts';
import { followUp } from '../follow-up.ts';

export interface ChangedOrder {
  readonly sellerId: string;
  /** As it was loaded; null: it is new. */
  readonly before: Order | null;
  readonly after: Order;
}

const keyOf = (shipmentId: string): string => `lost:${shipmentId}`;

const refsOf = ({ channel, channelOrderId }: Order) => ({ channel, order: channelOrderId });

/** When each parcel of an order counts as lost; those that cannot be are missing. */
const lostTimes = (order: Order | null): ReadonlyMap<string, Instant> =>
  new Map(
    (order?.shipments ?? []).flatMap((parcel): [string, Instant][] => {
      const at = order === null ? null : lostAtOf(order, parcel);
      return at === null ? [] : [[parcel.id, at]];
    }),
  );

/** Wake-ups at which parcels count as lost: what one write of an order sets, and what it cancels first. */
export const toLostParcelJobs = ({
  sellerId,
  before,
  after,
}: ChangedOrder): { readonly set: NewJob[]; readonly cancel: string[] } => {
  const old = lostTimes(before);
  const now = lostTimes(after);
  const changed = [...now].filter(([shipmentId, at]) => old.get(shipmentId) !== at);
  return {
    set: changed.map(([shipmentId, at]) =>
      followUp('deadlines', 'find-lost-parcel', {
        sellerId,
        payload: { orderId: after.id, shipmentId },
        refs: refsOf(after),
        runAt: at,
        uniqueKey: keyOf(shipmentId),
      }),
    ),
    cancel: [...old].flatMap(([shipmentId, at]) => (now.get(shipmentId) === at ? [] : [keyOf(shipmentId)])),
  };
};

/** Where a parcel has turned up, for comparing; null: nowhere. */
const arrivalOf = (parcel: Shipment): string | null =>
  whereaboutsOf(parcel) === 'on_its_way'
    ? null
    : `${whereaboutsOf(parcel)} ${parcel.status === 'returned_to_sender'}`;

/** Whole histories are loaded, of which hardly anything was claimed: of old data only what turned up so late. */
const mayBeClaimed = ({ historical }: Order, parcel: Shipment, lostAt: Instant): boolean =>
  !(historical || parcel.historical) || (parcel.statusAt !== null && parcel.statusAt >= lostAt);

/** Claims to look at again, for a parcel turned up after it could have been claimed as lost. */
export const toReconsiderJobs = ({
  sellerId,
  before,
  after,
  now,
}: ChangedOrder & { readonly now: Instant }): NewJob[] => {
  const turnedUp = after.shipments.some((parcel) => {
    const arrival = arrivalOf(parcel);
    const old = before?.shipments.find(({ id }) => id === parcel.id);
    if (old === undefined || arrival === null || arrival === arrivalOf(old)) return false;
    const lostAt = missedLongSinceAt(after, parcel);
    return lostAt !== null && lostAt <= now && mayBeClaimed(after, parcel, lostAt);
  });
  if (!turnedUp) return [];
  return [
    followUp('claims', 'reconsider', {
      sellerId,
      payload: { orderId: after.id },
      refs: refsOf(after),
      uniqueKey: `reconsider:${after.id}`,
    }),
  ];
};
