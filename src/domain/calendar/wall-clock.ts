import { Temporal } from 'temporal-polyfill';
import { type DayNumber, dateFromDay, millisecondsPerDay } from './day.ts';

/**
 * The offset of a zone over one UTC day. A zone changes at most once in a day, so two offsets and
 * the moment between them say everything; asking Temporal for each instant would cost ten times
 * what a whole promise does.
 */
interface OffsetDay {
  readonly before: number;
  readonly changesAt: number;
  readonly after: number;
}

const zones = new Map<string, Map<number, OffsetDay>>();
const starts = new Map<string, Map<DayNumber, number>>();
/** About thirty years of days per zone: a bound for sweeps, never met by orders. */
const maxDays = 11_000;

const cacheOf = <V>(caches: Map<string, Map<number, V>>, zone: string): Map<number, V> => {
  let cache = caches.get(zone);
  if (cache === undefined) {
    cache = new Map();
    caches.set(zone, cache);
  }
  if (cache.size > maxDays) cache.clear();
  return cache;
};

const zonedAt = (epochMs: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);

const offsetMs = (zoned: Temporal.ZonedDateTime) => zoned.offsetNanoseconds / 1_000_000;

const offsetsOf = (utcDay: number, zone: string): OffsetDay => {
  const cache = cacheOf(zones, zone);
  const known = cache.get(utcDay);
  if (known !== undefined) return known;
  const first = zonedAt(utcDay * millisecondsPerDay, zone);
  const end = (utcDay + 1) * millisecondsPerDay;
  const before = offsetMs(first);
  const after = offsetMs(zonedAt(end - 1, zone));
  const change = before === after ? null : first.getTimeZoneTransition('next');
  const found: OffsetDay = { before, after, changesAt: change?.epochMilliseconds ?? end };
  cache.set(utcDay, found);
  return found;
};

/** Local date and milliseconds of the wall clock at an instant. Throws RangeError on an unknown zone. */
export const wallClock = (epochMs: number, zone: string): { day: DayNumber; timeMs: number } => {
  const offsets = offsetsOf(Math.floor(epochMs / millisecondsPerDay), zone);
  const local = epochMs + (epochMs < offsets.changesAt ? offsets.before : offsets.after);
  const day = Math.floor(local / millisecondsPerDay);
  return { day, timeMs: local - day * millisecondsPerDay };
};

/** The first instant of a local day, in epoch milliseconds: 01:00 where the clock skips midnight. */
export const startOfDay = (day: DayNumber, zone: string): number => {
  const cache = cacheOf(starts, zone);
  const known = cache.get(day);
  if (known !== undefined) return known;
  const start = Temporal.PlainDate.from(dateFromDay(day)).toZonedDateTime(zone).epochMilliseconds;
  cache.set(day, start);
  return start;
};

const validity = new Map<string, boolean>();

/** Whether this installation knows an IANA zone; offsets such as `+01:00` are no zones for a policy. */
export const isTimeZone = (zone: string): boolean => {
  const known = validity.get(zone);
  if (known !== undefined) return known;
  let valid = /^[A-Za-z]/.test(zone);
  try {
    if (valid) zonedAt(0, zone);
  } catch {
    valid = false;
  }
  if (validity.size > 1_000) validity.clear();
  validity.set(zone, valid);
  return valid;
};
