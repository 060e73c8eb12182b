import { dateFromDay, dayFromCivil, weekdayOf } from '../calendar/day.ts';
import { holidayCalendar } from '../calendar/holidays.ts';
import { addDays, type Instant } from '../calendar/instant.ts';
import { regionOfPostalCode } from '../calendar/regions.ts';
import { startOfDay, wallClock } from '../calendar/wall-clock.ts';
import { zoneOf } from '../calendar/zones.ts';
import type { Order } from '../orders/order.ts';
import { unitsLeft } from '../orders/progress.ts';
import type { ReturnPolicy } from './policy.ts';

/** Days in which a buyer may withdraw, and in which the money must be back (Directive 2011/83/EU, 9 and 13). */
const withdrawalDays = 14;
const withdrawalRefundDays = 14;

/** Where the buyer is; UTC once the address is anonymised. */
const placeOf = ({ shipTo }: Order) =>
  shipTo === null
    ? { country: null, postalCode: '', zone: 'UTC' }
    : { ...shipTo, zone: zoneOf(shipTo.country, shipTo.postalCode) };

/** The first instant at which a request is outside the seller's own window (003), extension included. */
export const returnWindowEndsAt = (order: Order, policy: ReturnPolicy): Instant => {
  const plain = addDays(order.placedAt, policy.returnWindowDays);
  if (!policy.holidayExtension) return plain;
  const { zone } = placeOf(order);
  const placed = dateFromDay(wallClock(Date.parse(order.placedAt), zone).day);
  const month = placed.slice(5, 7);
  if (month !== '11' && month !== '12') return plain;
  // Until 31 January of the next year, that day included.
  const february = dayFromCivil(Number(placed.slice(0, 4)) + 1, 2, 1);
  const extended = new Date(startOfDay(february, zone)).toISOString();
  return [plain, extended].toSorted().at(-1) ?? plain;
};

/** When the last parcel arrived; null while one has not, or something has not left. */
const allDeliveredAt = (order: Order): Instant | null => {
  if (order.shipments.length === 0 || unitsLeft(order).length > 0) return null;
  const instants = order.shipments.map(({ deliveredAt }) => deliveredAt);
  return instants.includes(null) ? null : (instants.toSorted().at(-1) ?? null);
};

/** The end of the n-th local day after an instant, at the buyer's place. */
const endOfDayAfter = (at: Instant, days: number, zone: string): number =>
  wallClock(Date.parse(at), zone).day + days + 1;

/**
 * The first instant at which a withdrawal is too late: the end of the 14th local day after the last parcel's
 * arrival, and when that day is a Saturday, a Sunday or a public holiday, of the next working day
 * (Regulation 1182/71, article 3(4)). Null: open, because no delivery is known.
 */
export const withdrawalWindowEndsAt = (order: Order): Instant | null => {
  const deliveredAt = allDeliveredAt(order);
  if (deliveredAt === null) return null;
  const { country, postalCode, zone } = placeOf(order);
  const holidays =
    country === null ? null : holidayCalendar(country, regionOfPostalCode(country, postalCode));
  let end = endOfDayAfter(deliveredAt, withdrawalDays, zone);
  while (weekdayOf(end - 1) >= 5 || (holidays?.on(end - 1) ?? null) !== null) end += 1;
  return new Date(startOfDay(end, zone)).toISOString();
};

/** The first instant at which the money of a withdrawal is late. */
export const withdrawalRefundDueAt = (order: Order, confirmedAt: Instant): Instant => {
  const { zone } = placeOf(order);
  return new Date(startOfDay(endOfDayAfter(confirmedAt, withdrawalRefundDays, zone), zone)).toISOString();
};
