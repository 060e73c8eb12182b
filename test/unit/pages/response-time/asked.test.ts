import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import { addressOf, isLive, readAsked } from '../../../../src/pages/response-time/asked.ts';

const sellerId = '0198a1b2-0000-7000-8000-000000000001';
const queryOf = (address: string) => Object.fromEntries(new URLSearchParams(address));

describe('what an address asks for', () => {
  it('is nothing by default, and then the page renews itself', () => {
    const { asked, misread } = readAsked({});
    expect(asked).toEqual({ sellerId: null, channel: null, asOf: null, language: null, paused: false });
    expect(misread).toEqual([]);
    expect(isLive(asked)).toBe(true);
    expect(readAsked({ seller: '', channel: '', asOf: '', live: '', lang: '' })).toEqual({ asked, misread });
  });

  it('is a seller, a channel and a time, which becomes canonical', () => {
    const { asked, misread } = readAsked({
      seller: sellerId.toUpperCase(),
      channel: 'woocommerce:ma-boutique',
      asOf: '2026-05-07T16:00:00+02:00',
    });
    expect(asked).toMatchObject({
      sellerId,
      channel: 'woocommerce:ma-boutique',
      asOf: '2026-05-07T14:00:00.000Z',
    });
    expect(misread).toEqual([]);
  });

  it('renews nothing when it is paused, nor what has been', () => {
    expect(isLive(readAsked({ live: 'off' }).asked)).toBe(false);
    expect(isLive(readAsked({ live: 'on' }).asked)).toBe(true);
    expect(isLive(readAsked({ asOf: '2026-05-07T14:00:00Z' }).asked)).toBe(false);
    // A time that is none is now.
    expect(isLive(readAsked({ asOf: 'yesterday' }).asked)).toBe(true);
  });

  it('never is an error, whatever it says', () => {
    expect(readAsked({ seller: "'; --", asOf: '2026-13-01T00:00:00Z' }).misread).toEqual(['seller', 'asOf']);
    expect(
      readAsked({ seller: [sellerId, sellerId], channel: ['a', 'b'], asOf: '1999-01-01T00:00:00Z' }).misread,
    ).toEqual(['seller', 'channel', 'asOf']);
    expect(readAsked({ lang: 'xx' }).misread).toEqual([]);
  });

  it('comes back from an address that was made of it', () => {
    fc.assert(
      fc.property(
        fc.record({
          sellerId: fc.option(fc.uuid()),
          channel: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
          asOf: fc.option(fc.constant('2026-05-07T14:00:00.000Z')),
          language: fc.option(fc.constantFrom(...languages)),
          paused: fc.boolean(),
        }),
        (asked) => {
          expect(readAsked(queryOf(addressOf(asked)))).toEqual({ asked, misread: [] });
        },
      ),
    );
  });
});
