import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BusinessHours, businessDueAt } from '../../../src/domain/response-time/business-hours.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const hours = (changes: Partial<BusinessHours> = {}): BusinessHours => ({
  timeZone: 'Europe/Paris',
  country: 'FR',
  subdivision: null,
  closures: [],
  windows: [
    { days: weekdays, from: '09:00', until: '12:00' },
    { days: weekdays, from: '14:00', until: '18:00' },
  ],
  targetHours: 4,
  ...changes,
});

describe('A target in business hours', () => {
  test.each([
    // Thursday 21 May 2026, +02:00.
    ['in one window', '2026-05-21T07:00:00.000Z', 3, '2026-05-21T10:00:00.000Z'],
    ['over the lunch break', '2026-05-21T09:30:00.000Z', 4, '2026-05-21T15:30:00.000Z'],
    ['over the night', '2026-05-21T15:00:00.000Z', 4, '2026-05-22T10:00:00.000Z'],
    ['over the weekend', '2026-05-22T15:00:00.000Z', 2, '2026-05-26T08:00:00.000Z'],
    ['from before the day begins', '2026-05-21T02:00:00.000Z', 1, '2026-05-21T08:00:00.000Z'],
    ['from the lunch break on', '2026-05-21T10:30:00.000Z', 1, '2026-05-21T13:00:00.000Z'],
  ])('runs %s', (_how, start, targetHours, due) => {
    // Monday 25 May is Whit Monday, a public holiday in France.
    expect(businessDueAt(start, hours({ targetHours }))).toBe(due);
  });

  test('stands still on public holidays of the country and region, and on closures', () => {
    // Thursday 14 May 2026 is Ascension Day; Friday is a closure.
    const start = '2026-05-13T15:30:00.000Z';
    expect(businessDueAt(start, hours({ closures: ['2026-05-15'], targetHours: 1 }))).toBe(
      '2026-05-18T07:30:00.000Z',
    );
    expect(businessDueAt(start, hours({ country: null, targetHours: 1 }))).toBe('2026-05-14T07:30:00.000Z');
    // 26 December is a holiday in Alsace only.
    const alsace = hours({
      country: 'FR',
      subdivision: 'FR-67',
      targetHours: 1,
      windows: [{ days: ['sat'], from: '09:00', until: '12:00' }],
    });
    expect(businessDueAt('2026-12-26T07:00:00.000Z', alsace)).toBe('2027-01-02T09:00:00.000Z');
    expect(businessDueAt('2026-12-26T07:00:00.000Z', { ...alsace, subdivision: null })).toBe(
      '2026-12-26T09:00:00.000Z',
    );
  });

  test('counts real hours in the nights in which the clock changes', () => {
    const nights = hours({
      country: null,
      windows: [{ days: ['sun'], from: '00:00', until: '04:00' }],
      targetHours: 3,
    });
    // From 00:00 to 04:00 it is three hours in spring, and five in autumn.
    expect(businessDueAt('2026-03-28T12:00:00.000Z', nights)).toBe('2026-03-29T02:00:00.000Z');
    expect(businessDueAt('2026-10-24T12:00:00.000Z', nights)).toBe('2026-10-25T01:00:00.000Z');
    expect(businessDueAt('2026-10-24T12:00:00.000Z', { ...nights, targetHours: 5 })).toBe(
      '2026-10-25T03:00:00.000Z',
    );
  });

  test('counts overlapping windows once, and a day that ends at midnight whole', () => {
    const round = hours({
      country: null,
      windows: [
        { days: ['mon'], from: '00:00', until: '24:00' },
        { days: ['mon'], from: '08:00', until: '12:00' },
        { days: ['tue'], from: '00:00', until: '01:00' },
      ],
      targetHours: 25,
    });
    expect(businessDueAt('2026-06-07T22:00:00.000Z', round)).toBe('2026-06-08T23:00:00.000Z');
  });

  test('is none where a shop never works', () => {
    expect(businessDueAt('2026-05-21T07:00:00.000Z', hours({ windows: [] }))).toBeNull();
  });

  test('never ends before its hours are over, and a longer one never earlier', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 * 24 * 60 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (minutes, quarters, more) => {
          const start = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
          const due = businessDueAt(start, hours({ targetHours: quarters / 4 })) ?? '';
          const longer = businessDueAt(start, hours({ targetHours: (quarters + more) / 4 })) ?? '';
          expect(Date.parse(due) - Date.parse(start)).toBeGreaterThanOrEqual(quarters * 900_000);
          expect(longer > due).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
