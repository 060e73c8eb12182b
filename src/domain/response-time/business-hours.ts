import { Temporal } from 'temporal-polyfill';
import { type DayNumber, dateFromDay, weekdayOf } from '../calendar/day.ts';
import { holidayCalendar } from '../calendar/holidays.ts';
import type { Instant, LocalDate } from '../calendar/instant.ts';
import { startOfDay, wallClock } from '../calendar/wall-clock.ts';
import { type Weekday, weekdays } from '../delivery/policy.ts';

/** `HH:MM` or `HH:MM:SS`; an end may be `24:00`. */
export interface BusinessWindow {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly until: string;
}

/** When a shop works, and how soon it wants to answer itself. */
export interface BusinessHours {
  readonly timeZone: string;
  /** Whose public holidays are free, ISO 3166-1 and 3166-2; null: nobody's, or those of the whole country. */
  readonly country: string | null;
  readonly subdivision: string | null;
  /** Other days off. */
  readonly closures: readonly LocalDate[];
  /** Several a day are possible; where they overlap, time counts once. */
  readonly windows: readonly BusinessWindow[];
  /** The seller's own target, in hours of work. */
  readonly targetHours: number;
}

/** A stretch of work in epoch milliseconds, its end not in it. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** So far ahead is looked for working time; a shop that is closed longer has no target. */
const mostDays = 400;

/**
 * The last instant of a target in hours of work that begins to run at `startedAt`. What a change of the clock
 * takes or gives is not worked or worked: an hour is 3,600 seconds. Null: not within 400 days.
 */
export const businessDueAt = (startedAt: Instant, hours: BusinessHours): Instant | null => {
  const start = Date.parse(startedAt);
  let leftMs = Math.round(hours.targetHours * 3_600_000);
  const { day: first } = wallClock(start, hours.timeZone);
  // From the day before: a window that ends at midnight may end after it where the clock changes.
  for (let day = first - 1; day < first + mostDays; day++) {
    for (const { from, until } of stretchesOf(day, hours)) {
      const begun = Math.max(from, start);
      if (until <= begun) continue;
      if (begun + leftMs <= until) return new Date(begun + leftMs).toISOString();
      leftMs -= until - begun;
    }
  }
  return null;
};

/** The working time of a local day, in order, each moment once. */
const stretchesOf = (day: DayNumber, hours: BusinessHours): Stretch[] => {
  if (isFree(day, hours)) return [];
  const weekday = weekdays[weekdayOf(day)];
  const stretches = hours.windows
    .filter(({ days }) => days.some((one) => one === weekday))
    .map((window) => stretchOf(day, window, hours.timeZone))
    .sort((a, b) => a.from - b.from);
  const merged: Stretch[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last === undefined || stretch.from > last.until) merged.push(stretch);
    else merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, stretch.until) };
  }
  return merged;
};

const isFree = (day: DayNumber, { closures, country, subdivision }: BusinessHours): boolean =>
  closures.includes(dateFromDay(day)) ||
  (country !== null && holidayCalendar(country, subdivision).on(day) !== null);

const stretchOf = (day: DayNumber, { from, until }: BusinessWindow, zone: string): Stretch => ({
  from: instantOf(day, from, zone),
  until: instantOf(day, until, zone),
});

/** A time that the clock skips is later by what is skipped; one that comes twice is the first. */
const instantOf = (day: DayNumber, time: string, zone: string): number => {
  if (time.startsWith('24:')) return startOfDay(day + 1, zone);
  return Temporal.PlainDate.from(dateFromDay(day)).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  }).epochMilliseconds;
};
