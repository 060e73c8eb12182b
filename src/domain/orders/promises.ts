import type { Instant } from '../calendar/instant.ts';
import { computePromise, computePromiseAfterShipping } from '../delivery/compute-promise.ts';
import type { DeliveryPromise } from '../delivery/promise.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { DecisionContext } from './context.ts';
import { endOfLocalDay } from './end-of-local-day.ts';
import type { PromiseGiven } from './events.ts';
import type { GivenPromise, Order, Shipment } from './order.ts';

/**
 * The promise an order gets once its payment is verified: it counts from max(placedAt, verifiedAt)
 * (domain section 1). Removals get one too: it says when the stock arrives.
 */
export function firstPromise(order: Order, context: DecisionContext): Outcome<PromiseGiven> {
  const { shipTo, placedAt, fulfilmentCentre } = order;
  if (shipTo === null) return refuse('address_required', 'A verified order needs its address.');
  const computed = computePromise(
    {
      releaseAt: releaseOf(order),
      placedAt,
      shipTo,
      speed: order.shippingSpeed,
      fulfilmentCentre,
      language: order.language,
      currency: order.currency,
    },
    context.policy,
  );
  if (!computed.ok) return computed;
  const centre = context.policy.fulfilmentCentres.find(({ id }) => id === fulfilmentCentre);
  if (!centre) return refuse('unknown_fulfilment_centre', `No fulfilment centre ${fulfilmentCentre}.`);
  const { shipBy } = computed.value;
  const patience = context.policy.autoCancelUnshippedDays;
  return accept({
    type: 'promise_given',
    promise: given(computed.value, order, null, context),
    shipByEndsAt: endOfLocalDay(shipBy, 0, centre.timeZone),
    // Seven days "have passed" since ship-by (002) when the last of them has ended at the centre.
    autoCancelAt: patience === null ? null : endOfLocalDay(shipBy, patience, centre.timeZone),
  });
}

/**
 * The promise of a parcel that left: transit from the centre's local day of shipping. Null when today's
 * policy no longer reaches the place: the parcel left all the same, and the earlier promises stand.
 */
export function promiseAfterShipping(
  order: Order,
  parcel: Pick<Shipment, 'id' | 'shippedAt'>,
  context: DecisionContext,
): GivenPromise | null {
  if (order.shipTo === null) return null;
  const computed = computePromiseAfterShipping(
    {
      shippedAt: parcel.shippedAt,
      shipTo: order.shipTo,
      speed: order.shippingSpeed,
      fulfilmentCentre: order.fulfilmentCentre,
      language: order.language,
      currency: order.currency,
    },
    context.policy,
  );
  return computed.ok ? given(computed.value, order, parcel.id, context) : null;
}

/** Payments verified before the order was placed do not release it any earlier. */
function releaseOf({ placedAt, payment: { verifiedAt } }: Order): Instant {
  if (!verifiedAt || verifiedAt < placedAt) return placedAt;
  return verifiedAt;
}

const given = (
  promise: DeliveryPromise,
  order: Order,
  shipmentId: string | null,
  { policyVersion, now }: DecisionContext,
): GivenPromise => ({
  ...promise,
  sequence: order.promises.length + 1,
  shipmentId,
  policyVersion,
  promisedAt: now,
});
