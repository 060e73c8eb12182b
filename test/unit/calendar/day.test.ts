import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  dateFromDay,
  dayFromDate,
  firstDay,
  lastDay,
  orthodoxEaster,
  weekdayOf,
  westernEaster,
} from '../../../src/domain/calendar/day.ts';

test('day numbers agree with Temporal over the whole calendar', () => {
  const epoch = Temporal.PlainDate.from('1970-01-01');
  fc.assert(
    fc.property(fc.integer({ min: firstDay, max: lastDay }), (day) => {
      const date = epoch.add({ days: day });
      expect(dateFromDay(day)).toBe(date.toString());
      expect(dayFromDate(date.toString())).toBe(day);
      expect(weekdayOf(day)).toBe(date.dayOfWeek - 1);
    }),
  );
});

test('a date that is on no calendar is null', () => {
  for (const text of ['2027-02-29', '2026-04-31', '2026-13-01', '2026-1-1', 'tomorrow', '']) {
    expect(dayFromDate(text)).toBeNull();
  }
  expect(dayFromDate('2028-02-29')).not.toBeNull();
});

test.each([
  [2024, '2024-03-31', '2024-05-05'],
  [2025, '2025-04-20', '2025-04-20'],
  [2026, '2026-04-05', '2026-04-12'],
  [2027, '2027-03-28', '2027-05-02'],
  [2028, '2028-04-16', '2028-04-16'],
])('Easter of %i is %s in the West and %s in the East', (year, west, east) => {
  expect(dateFromDay(westernEaster(year))).toBe(west);
  expect(dateFromDay(orthodoxEaster(year))).toBe(east);
});
