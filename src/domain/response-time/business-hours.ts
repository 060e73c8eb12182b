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
export const mostBusinessDays = 92;

/**
 * The last instant of a target in hours of work that begins to run at `startedAt`. What a change of the clock
 * takes or gives is not worked or worked: an hour is 3,600 seconds. Null: not within 92 days.
 */
export const businessDueAt = (startedAt: Instant, hours: BusinessHours): Instant | null => {
  const start = Date.parse(startedAt);
  let leftMs = Math.round(hours.targetHours * 3_600_000);
  const { day: first } = wallClock(start, hours.timeZone);
  const workingDays = workingDaysOf(hours);
  // From the day before: a window that ends at midnight may end after it where the clock changes.
  for (let day = first - 1; day < first + mostBusinessDays; day++) {
    for (const { from, until } of stretchesOn(day, hours, workingDays)) {
      const begun = Math.max(from, start);
      if (until <= begun) continue;
      if (begun + leftMs <= until) return new Date(begun + leftMs).toISOString();
      leftMs -= until - begun;
    }
  }
  return null;
};

type WorkingDays = Map<DayNumber, readonly Stretch[]>;

/** Working time by its hours: local times are slow to place, and thousands of messages ask for the same days. */
const known = new Map<string, WorkingDays>();
/** Policies, and days of each: bounds for sweeps. */
const [mostPolicies, mostDays] = [500, 1_000];

const workingDaysOf = ({ targetHours: _, ...hours }: BusinessHours): WorkingDays => {
  const key = JSON.stringify(hours);
  const days: WorkingDays = known.get(key) ?? new Map();
  if (!known.has(key) && known.size >= mostPolicies) known.clear();
  if (days.size >= mostDays) days.clear();
  known.set(key, days);
  return days;
};

const stretchesOn = (day: DayNumber, hours: BusinessHours, days: WorkingDays): readonly Stretch[] => {
  const stretches = days.get(day) ?? stretchesOf(day, hours);
  days.set(day, stretches);
  return stretches;
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
