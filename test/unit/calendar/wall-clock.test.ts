import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dateFromDay } from '../../../src/domain/calendar/day.ts';
import { isTimeZone, startOfDay, wallClock } from '../../../src/domain/calendar/wall-clock.ts';

const zones = [
  'Europe/Paris',
  'Europe/London',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/New_York',
];

test('the wall clock agrees with Temporal at any instant, changes of the clock included', () => {
  const nearChange = fc
    .tuple(
      fc.constantFrom(
        Date.parse('2026-03-29T01:00:00Z'),
        Date.parse('2026-10-25T01:00:00Z'),
        Date.parse('2026-04-05T03:00:00Z'),
      ),
      fc.integer({ min: -4 * 3_600_000, max: 4 * 3_600_000 }),
    )
    .map(([at, by]) => at + by);
  const any = fc.integer({ min: Date.parse('1900-01-01'), max: Date.parse('2150-01-01') });
  fc.assert(
    fc.property(fc.oneof(nearChange, any), fc.constantFrom(...zones), (at, zone) => {
      const slow = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      const { day, timeMs } = wallClock(at, zone);
      expect(dateFromDay(day)).toBe(slow.toPlainDate().toString());
      const time = slow.toPlainTime();
      expect(timeMs).toBe(((time.hour * 60 + time.minute) * 60 + time.second) * 1000 + time.millisecond);
    }),
    { numRuns: 500 },
  );
});

test('the clock jumps from 02:00 to 03:00 in spring', () => {
  expect(wallClock(Date.parse('2026-03-29T00:59:59Z'), 'Europe/Paris').timeMs).toBe(7_199_000);
  expect(wallClock(Date.parse('2026-03-29T01:00:00Z'), 'Europe/Paris').timeMs).toBe(10_800_000);
});

test('a day may begin at 01:00 where the clock skips midnight', () => {
  const day = Math.floor(Date.parse('2026-09-06') / 86_400_000);
  expect(new Date(startOfDay(day, 'America/Santiago')).toISOString()).toBe('2026-09-06T04:00:00.000Z');
});

test('offsets and inventions are no time zones', () => {
  expect(['Europe/Paris', 'UTC'].map(isTimeZone)).toEqual([true, true]);
  expect(['Europe/Lille', '+01:00', ''].map(isTimeZone)).toEqual([false, false, false]);
});
