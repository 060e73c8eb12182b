import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/languages.ts';
import { orderStates, trackingCodes } from '../../../src/domain/orders/order.ts';
import { writtenDay, writtenTime, writtenWindow } from '../../../src/domain/written-dates.ts';
import { textsOf } from '../../../src/pages/tracking/texts/index.ts';

describe('the words of the tracking page', () => {
  it.each(languages)('say every state and every scan differently (%s)', (language) => {
    const { headlines, statuses } = textsOf[language];
    expect(new Set(orderStates.map((state) => headlines[state].sentence)).size).toBe(orderStates.length);
    expect(new Set(trackingCodes.map((code) => statuses[code])).size).toBe(trackingCodes.length);
  });

  it.each(languages)('are neither empty nor left in another language (%s)', (language) => {
    const flat = JSON.stringify(textsOf[language]);
    expect(flat).not.toMatch(/""|TODO/);
    for (const other of languages.filter((one) => one !== language)) {
      expect(textsOf[language].noScans).not.toBe(textsOf[other].noScans);
      expect(textsOf[language].headlines.cancelled.sentence).not.toBe(
        textsOf[other].headlines.cancelled.sentence,
      );
    }
  });
});

describe('written dates', () => {
  it('say a single day once', () => {
    expect(writtenWindow('2026-05-12', '2026-05-12', 'de')).toBe('Dienstag, 12. Mai 2026');
    expect(writtenWindow('2026-05-12', '2026-05-12', 'fr')).toBe('mardi 12 mai 2026');
  });

  it('are in the zone of the place, over both changes of the clock', () => {
    expect(writtenDay('2026-03-28T23:30:00.000Z', 'en', 'Europe/Paris')).toMatch(/^Sunday,? 29 March 2026$/);
    expect(writtenTime('2026-03-29T00:59:00.000Z', 'en', 'Europe/Paris')).toMatch(/01:59$/);
    expect(writtenTime('2026-03-29T01:00:00.000Z', 'en', 'Europe/Paris')).toMatch(/03:00$/);
    expect(writtenTime('2026-10-25T01:30:00.000Z', 'en', 'Europe/Paris')).toMatch(/02:30$/);
  });

  it('write the first of a month as an ordinal, and no time of one o’clock', () => {
    expect(writtenTime('2026-06-01T11:01:00.000Z', 'fr', 'Europe/Paris')).toMatch(/lun\. 1er juin.*13:01$/);
    expect(writtenDay('2026-06-21T11:00:00.000Z', 'fr', 'UTC')).toBe('dimanche 21 juin 2026');
  });
});
