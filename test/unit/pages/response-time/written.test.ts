import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import { scaleFor } from '../../../../src/pages/response-time/scale.ts';
import { writtenIn } from '../../../../src/pages/response-time/written.ts';

const en = writtenIn('en', 'Europe/Paris');
const plain = (text: string | null): string | undefined => text?.replace(/\s/g, ' ');
const minute = 60_000;
const hour = 60 * minute;

describe('average response times', () => {
  it.each([
    [29, undefined],
    [30, '1 minute'],
    [59 * 60, '59 minutes'],
    [3_600, '1 hour'],
    [5_430, '1 hour 31 minutes'],
    [86_370, '1 day'],
    [136_800, '1 day 14 hours'],
    // Nobody asks for the minutes of a day.
    [136_800 + 1_799, '1 day 14 hours'],
    [136_800 + 1_800, '1 day 15 hours'],
    [30 * 86_400, '30 days'],
  ])('of %i seconds are written in two units', (seconds, written) => {
    expect(plain(en.duration(seconds))).toBe(written);
  });

  it('are written in every language', () => {
    const all = languages.map((language) => plain(writtenIn(language, 'UTC').duration(136_800)));
    expect(all).toEqual([
      '1 jour 14 heures',
      '1 day 14 hours',
      '1 Tag 14 Stunden',
      '1 giorno 14 ore',
      '1 día 14 horas',
    ]);
  });
});

describe('time that is left', () => {
  it.each([
    [0, undefined],
    [minute - 1, undefined],
    [minute, '1 min'],
    [3 * hour + 12 * minute + 59_999, '3 h 12 min'],
    [2 * hour, '2 h'],
    [47 * hour + 59 * minute, '47 h 59 min'],
    [48 * hour, '2 days'],
    [99 * hour + 59 * minute, '4 days 3 h'],
  ])('is never said to be more than it is (%i ms)', (ms, written) => {
    expect(plain(en.timeLeft(ms))).toBe(written);
  });
});

describe('targets', () => {
  it('are named one by one as long as they are few', () => {
    const hours = (...all: number[]): string | undefined => plain(en.targets(all.map((one) => one * hour)));
    expect(hours(24)).toBe('24 h');
    expect(hours(48, 24, 24)).toBe('24 h or 48 h');
    expect(hours(1.5, 24, 48)).toBe('1.5 h, 24 h or 48 h');
    expect(hours(72, 24, 48, 12)).toBe('12–72 h');
  });
});

describe('the scale of the chart', () => {
  it('holds the highest bar, in a few even steps of whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), (most) => {
        const { top, ticks } = scaleFor(most);
        const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
        expect(top).toBeGreaterThanOrEqual(most);
        expect(top - most).toBeLessThan(step);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBe(top);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.every((tick, n) => tick === n * step && Number.isInteger(tick))).toBe(true);
      }),
    );
  });
});
