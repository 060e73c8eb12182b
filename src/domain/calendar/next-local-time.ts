import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

/** The first instant after `now` at which clocks in the zone show this time (`HH:MM`); where it is skipped, the next. */
export const nextLocalTime = (now: Instant, time: string, timeZone: string): Instant => {
  const after = Temporal.Instant.from(now);
  const plainTime = Temporal.PlainTime.from(time);
  let day = after.toZonedDateTimeISO(timeZone).toPlainDate();
  for (;;) {
    const at = day.toZonedDateTime({ timeZone, plainTime });
    if (at.epochMilliseconds > after.epochMilliseconds) return new Date(at.epochMilliseconds).toISOString();
    day = day.add({ days: 1 });
  }
};
