import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../calendar/instant.ts';

/** Months after its end for which an order keeps its personal data, unless the seller says otherwise (DOMAIN 6). */
export const defaultAnonymiseAfterMonths = 24;

/** Days after which what nobody has touched counts as over since then: some things never get their last word. */
export const abandonedAfterDays = 180;

/** Months of the calendar in UTC; the last day of a month stays one where the next has fewer days. */
export const addMonths = (at: Instant, months: number): Instant =>
  new Date(
    Temporal.Instant.from(at).toZonedDateTimeISO('UTC').add({ months }).epochMilliseconds,
  ).toISOString();
