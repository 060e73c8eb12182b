import { type DayNumber, weekdayOf } from '../calendar/day.ts';
import type { Instant } from '../calendar/instant.ts';
import { startOfDay, wallClock } from '../calendar/wall-clock.ts';
import { type CompiledCentre, compilePolicy } from './compiled-policy.ts';
import type { DeliveryPolicy } from './policy.ts';

/** A centre that is closed for longer than this is no calendar to count on: plain days are counted then. */
const maxIdleDays = 400;

const worksOn = ({ works, closures, holidays }: CompiledCentre, day: DayNumber): boolean =>
  works[weekdayOf(day)] === true && !closures.has(day) && holidays.on(day) === null;

/**
 * The first instant after the n-th working day that follows the local day of `at`, at a fulfilment centre; of a
 * centre that the policy no longer has, at its default one; plain days in UTC without any.
 */
export const endOfWorkingDay = (
  policy: DeliveryPolicy,
  centreId: string,
  { at, days }: { readonly at: Instant; readonly days: number },
): Instant => {
  const { centres, defaultCentre } = compilePolicy(policy);
  const centre = centres.get(centreId) ?? defaultCentre;
  const zone = centre?.centre.timeZone ?? 'UTC';
  const first = wallClock(Date.parse(at), zone).day;
  let day = first;
  for (let left = days; left > 0; ) {
    day += 1;
    if (day - first > maxIdleDays) {
      day = first + days;
      break;
    }
    if (centre === null || worksOn(centre, day)) left -= 1;
  }
  return new Date(startOfDay(day + 1, zone)).toISOString();
};
