import { Temporal } from 'temporal-polyfill';

/**
 * An instant as canonical UTC text with milliseconds, `2026-05-07T14:00:00.000Z`: plain data that
 * survives JSON and sorts as it reads, so two instants compare with `<`. Arithmetic is Temporal's.
 */
export type Instant = string;

/** A date on a wall calendar, `YYYY-MM-DD`, with no zone: it means something only beside a place. */
export type LocalDate = string;

const millisecondsPerHour = 3_600_000;

/** Canonical form of any RFC 3339 text with an offset. Throws RangeError on what is no instant. */
export const toInstant = (text: string): Instant => new Date(text).toISOString();

export const addHours = (at: Instant, hours: number): Instant =>
  new Date(Date.parse(at) + hours * millisecondsPerHour).toISOString();

/** Days of exactly 24 hours, for periods that DOMAIN counts on the wall clock of UTC. */
export const addDays = (at: Instant, days: number): Instant => addHours(at, days * 24);

/** Months of the calendar in UTC; the last day of a month stays one where the next has fewer days. */
export const addMonths = (at: Instant, months: number): Instant =>
  new Date(
    Temporal.Instant.from(at).toZonedDateTimeISO('UTC').add({ months }).epochMilliseconds,
  ).toISOString();
