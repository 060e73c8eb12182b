import { Temporal } from 'temporal-polyfill';
import { type Instant, type LocalDate, toInstant } from '../calendar/instant.ts';

/** The first instant after the local day `daysLater` days after `date`, in an IANA time zone. */
export const endOfLocalDay = (date: LocalDate, daysLater: number, timeZone: string): Instant =>
  toInstant(
    Temporal.PlainDate.from(date)
      .add({ days: daysLater + 1 })
      .toZonedDateTime(timeZone)
      .toInstant()
      .toString(),
  );
