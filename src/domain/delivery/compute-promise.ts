import {
  type DayNumber,
  dateFromDay,
  firstDay,
  lastDay,
  millisecondsPerDay,
  weekdayOf,
} from '../calendar/day.ts';
import type { Instant } from '../calendar/instant.ts';
import { startOfDay, wallClock } from '../calendar/wall-clock.ts';
import type { Language } from '../languages.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { type CompiledCentre, type CompiledLane, compilePolicy } from './compiled-policy.ts';
import { type Destination, destinationOf, type ShipTo } from './destination.ts';
import { Explanation } from './explanation.ts';
import type { DeliveryPolicy, ShippingSpeed } from './policy.ts';
import { isPostalCode } from './postal-code.ts';
import type { DeliveryPromise } from './promise.ts';
import { mayExport } from './territories.ts';

interface Order {
  readonly shipTo: ShipTo;
  readonly speed: ShippingSpeed;
  /** Null: the policy's first centre. */
  readonly fulfilmentCentre: string | null;
  /** The buyer's: explanations are written in it. */
  readonly language: Language;
  /** The order's; a fee in another currency is not quoted. Absent: any. */
  readonly currency?: string | null | undefined;
}

export interface PromiseInput extends Order {
  /** max(placedAt, verifiedAt). */
  readonly releaseAt: Instant;
  readonly placedAt: Instant;
}

export interface ShippedPromiseInput extends Order {
  readonly shippedAt: Instant;
}

/** No working or delivery day within this many days: the policy is closed, not slow. */
const maxIdleDays = 400;
/** Handling and transit beyond this are typing errors; the bound also ends every loop. */
const maxCountedDays = 1_000;

interface Route {
  readonly centre: CompiledCentre;
  readonly lane: CompiledLane;
  readonly to: Destination;
}

const findRoute = (order: Order, policy: DeliveryPolicy): Outcome<Route> => {
  const { centres, defaultCentre, findLane } = compilePolicy(policy);
  const centre = order.fulfilmentCentre === null ? defaultCentre : centres.get(order.fulfilmentCentre);
  if (centre === null || centre === undefined) {
    return order.fulfilmentCentre === null
      ? refuse('no_fulfilment_centre', 'The delivery policy has no fulfilment centre.')
      : refuse('unknown_fulfilment_centre', `There is no fulfilment centre "${order.fulfilmentCentre}".`);
  }
  const to = destinationOf(order.shipTo);
  if (to === null) {
    return refuse('unknown_country', `"${order.shipTo.country}" is no ISO 3166-1 country code.`);
  }
  const lane = findLane(centre.centre.id, order.speed, to);
  return lane === null
    ? refuse('no_lane', `No ${order.speed} lane leads from ${centre.centre.id} to ${to.label}.`)
    : accept({ centre, lane, to });
};

const noWorkingDay = (who: string) =>
  refuse('no_working_day', `${who} has no working day within ${maxIdleDays} days.`);

/** The first working day from `from` on; names what stood in the way. Null past the bound. */
const nextWorkingDay = (
  { works, holidays, closures }: CompiledCentre,
  from: DayNumber,
  why: Explanation,
): DayNumber | null => {
  for (let day = from; day < from + maxIdleDays; day++) {
    const holiday = holidays.on(day);
    if (!works[weekdayOf(day)]) why.on('centre_day_off', day, (w, date) => w.centreDayOff(date));
    else if (holiday !== null) {
      why.on('centre_holiday', day, (w, date) => w.centreHoliday(date, holiday.name(why.language)));
    } else if (closures.has(day)) why.on('centre_closure', day, (w, date) => w.centreClosure(date));
    else return day;
  }
  return null;
};

const shippingDay = (input: PromiseInput, centre: CompiledCentre, why: Explanation): Outcome<DayNumber> => {
  const { handlingDays, cutOff, timeZone, id } = centre.centre;
  const released = wallClock(Date.parse(input.releaseAt), timeZone);
  if (Date.parse(input.releaseAt) > Date.parse(input.placedAt)) {
    why.on('payment_verified_later', released.day, (w, date) => w.payment(date));
  }
  let day = nextWorkingDay(centre, released.day, why);
  if (day === released.day && released.timeMs >= centre.cutOffMs) {
    why.on('cut_off_missed', day, (w, date) => w.cutOff(date, cutOff));
    day = nextWorkingDay(centre, day + 1, why);
  }
  if (handlingDays > maxCountedDays) return noWorkingDay(id);
  if (handlingDays > 0) why.add('handling_time', (w) => w.handling(handlingDays));
  for (let left = handlingDays; left > 0 && day !== null; left--) day = nextWorkingDay(centre, day + 1, why);
  if (day === null) return noWorkingDay(id);
  why.on('ship_by', day, (w, date) => w.shipBy(date));
  return accept(day);
};

interface Window {
  readonly earliest: DayNumber;
  readonly latest: DayNumber;
}

/**
 * Counts delivery days after the day of shipping. Zero days of transit (a courier of the same day)
 * means the day of shipping itself if the carrier delivers on it, else the next day it does.
 */
const deliveryWindow = (shipped: DayNumber, { lane, to }: Route, why: Explanation): Outcome<Window> => {
  const { min, max } = lane.lane.transitDays;
  if (max > maxCountedDays) return noWorkingDay(lane.carrier.id);
  let earliest: DayNumber | null = null;
  let counted = min === 0 ? -1 : 0;
  let idle = 0;
  for (let day = min === 0 ? shipped : shipped + 1; idle < maxIdleDays; day++) {
    const holiday = to.holidays.on(day);
    if (!lane.delivers[weekdayOf(day)]) {
      why.on('carrier_day_off', day, (w, date) => w.carrierDayOff(date, lane.carrier.id));
    } else if (holiday !== null) {
      why.on('destination_holiday', day, (w, date) => w.destinationHoliday(date, holiday.name(why.language)));
    } else {
      idle = -1;
      // The day of shipping counts as zero; a later first delivery day still counts as one.
      counted = day === shipped ? 0 : Math.max(counted, 0) + 1;
      if (earliest === null && counted >= min) earliest = day;
      if (earliest !== null && counted >= max) return accept({ earliest, latest: day });
    }
    idle++;
  }
  return noWorkingDay(lane.carrier.id);
};

const inRange = (at: Instant): boolean => {
  const day = Math.floor(Date.parse(at) / millisecondsPerDay);
  // Room for the longest promise, so that every date has four digits of year.
  return day > firstDay + 1 && day < lastDay - 4_000;
};
const badInstant = (at: Instant) => refuse('instant_out_of_range', `"${at}" is no usable point in time.`);

const feeOf = (order: Order, policy: DeliveryPolicy, { centre, to }: Route): number | undefined => {
  const home = centre.centre.country;
  if (to.homeCountry !== home) return undefined;
  const fee = policy.fees.find(
    ({ country, speed, currency }) =>
      country === home && speed === order.speed && (!order.currency || order.currency === currency),
  );
  return fee?.feeMinor;
};

const promiseFrom = (
  shipBy: DayNumber,
  route: Route,
  order: Order,
  policy: DeliveryPolicy,
  why: Explanation,
): Outcome<DeliveryPromise> => {
  const { lane, to } = route;
  const { min, max } = lane.lane.transitDays;
  why.add('lane_chosen', (w) => w.lane(lane.name, min, max, lane.carrier.id));
  const window = deliveryWindow(shipBy, route, why);
  if (!window.ok) return window;
  const feeMinor = feeOf(order, policy, route);
  return accept({
    shipBy: dateFromDay(shipBy),
    earliest: dateFromDay(window.value.earliest),
    latest: dateFromDay(window.value.latest),
    latestAt: new Date(startOfDay(window.value.latest + 1, to.zone)).toISOString(),
    lane: lane.name,
    carrier: lane.carrier.id,
    explanation: why.steps,
    ...(feeMinor === undefined ? {} : { feeMinor }),
  });
};

/**
 * The promise for an order that may ship (DOMAIN section 1). Refuses with
 * `destination_outside_export_policy`, `unknown_country`, `invalid_postal_code`,
 * `unknown_fulfilment_centre`, `no_fulfilment_centre`, `no_lane`, `no_working_day` or
 * `instant_out_of_range`. Cut-offs compare with the wall clock at the centre, so the hour that the
 * autumn change repeats is judged twice alike.
 */
export const computePromise = (input: PromiseInput, policy: DeliveryPolicy): Outcome<DeliveryPromise> => {
  const { country, postalCode } = input.shipTo;
  const allowed = mayExport(policy, input.shipTo);
  if (!allowed.ok) return allowed;
  if (!isPostalCode(country, postalCode)) {
    return refuse('invalid_postal_code', `"${postalCode}" cannot be a postal code of ${country}.`);
  }
  const route = findRoute(input, policy);
  if (!route.ok) return route;
  if (!inRange(input.releaseAt)) return badInstant(input.releaseAt);
  const why = new Explanation(input.language);
  const shipBy = shippingDay(input, route.value.centre, why);
  return shipBy.ok ? promiseFrom(shipBy.value, route.value, input, policy, why) : shipBy;
};

/**
 * The promise once the parcel has left: transit alone, from the centre's local date of shipping, with
 * no cut-off and no handling (000); `shipBy` is that date. Neither the export policy nor the shape of
 * the postal code is asked again: the parcel is on its way, and its buyer needs a date.
 */
export const computePromiseAfterShipping = (
  input: ShippedPromiseInput,
  policy: DeliveryPolicy,
): Outcome<DeliveryPromise> => {
  const route = findRoute(input, policy);
  if (!route.ok) return route;
  if (!inRange(input.shippedAt)) return badInstant(input.shippedAt);
  const { day } = wallClock(Date.parse(input.shippedAt), route.value.centre.centre.timeZone);
  const why = new Explanation(input.language);
  why.on('shipped', day, (w, date) => w.shipped(date));
  return promiseFrom(day, route.value, input, policy, why);
};
