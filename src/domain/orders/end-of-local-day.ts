import { dayFromDate } from '../calendar/day.ts';
import type { Instant, LocalDate } from '../calendar/instant.ts';
import { startOfDay } from '../calendar/wall-clock.ts';

/**
 * The first instant after the local day `daysLater` days after `date`, in an IANA time zone. Throws
 * RangeError on what is no date or no zone.
 */
export function endOfLocalDay(date: LocalDate, daysLater: number, timeZone: string): Instant {
  const day = dayFromDate(date);
  if (day === null) throw new RangeError(`${date} is no date`);
  return new Date(startOfDay(day + daysLater + 1, timeZone)).toISOString();
}
