import { Temporal } from 'temporal-polyfill';
import { type Instant, type LocalDate, toInstant } from '../calendar/instant.ts';

/**
 * Orders of one bundle share a few days, and Temporal takes 35 µs for each: remembered, thousands of orders
 * per second cost next to nothing. Bounded, since an import of ten years must not grow it for good.
 */
const remembered = new Map<string, Instant>();
const maxRemembered = 5_000;

/** The first instant after the local day `daysLater` days after `date`, in an IANA time zone. */
export function endOfLocalDay(date: LocalDate, daysLater: number, timeZone: string): Instant {
  const key = `${date} ${daysLater} ${timeZone}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const nextDay = Temporal.PlainDate.from(date).add({ days: daysLater + 1 });
  const end = toInstant(nextDay.toZonedDateTime(timeZone).toInstant().toString());
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(key, end);
  return end;
}
