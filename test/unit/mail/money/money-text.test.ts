import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../../src/domain/languages.ts';
import { moneyText } from '../../../../src/domain/money-text.ts';

describe('an amount in words', () => {
  it.each<[Language, string, string, string]>([
    ['fr', '1\u202f234,50\u00a0€', '1\u202f200\u00a0JPY', '12,345\u00a0KWD'],
    ['en', '€1,234.50', 'JP¥1,200', 'KWD\u00a012.345'],
    ['de', '1.234,50\u00a0€', '1.200\u00a0¥', '12,345\u00a0KWD'],
    ['it', '1234,50\u00a0€', '1200\u00a0JPY', '12,345\u00a0KWD'],
    ['es', '1234,50\u00a0€', '1200\u00a0JPY', '12,345\u00a0KWD'],
  ])('is written as in %s, with 2, 0 and 3 decimals', (language, euros, yen, dinars) => {
    expect(moneyText(123_450, 'EUR', language)).toBe(euros);
    expect(moneyText(1_200, 'JPY', language)).toBe(yen);
    expect(moneyText(12_345, 'KWD', language)).toBe(dinars);
  });

  it.each(['HUF', 'COP', 'IDR', 'PKR', 'RSD', 'ALL', 'MGA', 'TWD'])(
    'counts hundredths of %s, whatever is paid in cash',
    (currency) => {
      expect(moneyText(1_250, currency, 'en')).toMatch(/\b12\.50$/);
    },
  );

  it.each(['ISK', 'UGX', 'CLP', 'KRW', 'VND', 'XOF'])('counts no part of %s', (currency) => {
    expect(moneyText(1_250, currency, 'de')).toMatch(/^1\.250\u00a0/);
  });

  it.each([
    [0, '€0.00'],
    [5, '€0.05'],
    [99, '€0.99'],
    [100, '€1.00'],
    [-5, '-€0.05'],
    [1_005, '€10.05'],
    [Number.MAX_SAFE_INTEGER, '€90,071,992,547,409.91'],
  ])('keeps every minor unit of %d', (amountMinor, written) => {
    expect(moneyText(amountMinor, 'EUR', 'en')).toBe(written);
  });

  it('has no break in it, so that number and currency stay on one line', () => {
    for (const language of languages) {
      for (const currency of ['EUR', 'USD', 'KWD', 'JPY', 'CHF']) {
        expect(moneyText(-123_456_789, currency, language)).not.toMatch(/[ \n]/);
      }
    }
  });

  it('refuses what is no whole number of minor units, and what is no currency', () => {
    expect(() => moneyText(1.5, 'EUR', 'en')).toThrow(RangeError);
    expect(() => moneyText(Number.NaN, 'EUR', 'en')).toThrow(RangeError);
    expect(() => moneyText(1, 'euro', 'en')).toThrow(RangeError);
  });
});
