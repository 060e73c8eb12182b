import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Address } from '../../../src/domain/orders/order.ts';
import { addressLines } from '../../../src/labels/address-lines.ts';

const lines = (place: Partial<Address>) =>
  addressLines(
    { name: 'Ann', line1: 'Street 1', postalCode: '', city: '', country: 'FR', ...place },
    'en',
  ).slice(2);

it('puts the postal code before the city where that is the custom', () => {
  expect(lines({ country: 'FR', postalCode: '75011', city: 'Paris', region: 'Île-de-France' })).toEqual([
    '75011 Paris',
    'FRANCE',
  ]);
  expect(lines({ country: 'DE', postalCode: '10969', city: 'Berlin' })).toEqual(['10969 Berlin', 'GERMANY']);
  expect(lines({ country: 'PL', postalCode: '90-001', city: 'Łódź' })).toEqual(['90-001 Łódź', 'POLAND']);
  expect(lines({ country: 'GR', postalCode: '105 63', city: 'Αθήνα' })).toEqual(['105 63 Αθήνα', 'GREECE']);
});

it('writes the province in Italy and Spain, but not one that repeats the city', () => {
  expect(lines({ country: 'IT', postalCode: '20121', city: 'Milano', region: 'MI' })[0]).toBe(
    '20121 Milano MI',
  );
  expect(lines({ country: 'ES', postalCode: '28013', city: 'Madrid', region: 'MADRID' })[0]).toBe(
    '28013 Madrid',
  );
});

it('puts the postal code after the city on the islands and overseas', () => {
  expect(lines({ country: 'GB', postalCode: 'NW1 6XE', city: 'London' })).toEqual([
    'London',
    'NW1 6XE',
    'UNITED KINGDOM',
  ]);
  expect(lines({ country: 'IE', postalCode: 'D02 AF30', city: 'Dublin 2' })).toEqual([
    'Dublin 2',
    'D02 AF30',
    'IRELAND',
  ]);
  expect(lines({ country: 'US', postalCode: '94043', city: 'Mountain View', region: 'CA' })[0]).toBe(
    'Mountain View, CA 94043',
  );
  expect(lines({ country: 'CA', postalCode: 'H2X 1Y4', city: 'Montréal', region: 'QC' })[0]).toBe(
    'Montréal QC H2X 1Y4',
  );
});

it('begins with the city in Hungary, where the street and the code follow', () => {
  const address = { name: 'Éva', line1: 'Fő utca 1.', postalCode: '1011', city: 'Budapest', country: 'HU' };
  expect(addressLines(address, 'fr')).toEqual(['Éva', 'Budapest', 'Fő utca 1.', '1011', 'HONGRIE']);
});

it('does not say the letters of a country twice before a postal code', () => {
  expect(lines({ country: 'CH', postalCode: 'CH-8001', city: 'Zürich' })[0]).toBe('CH-8001 Zürich');
  expect(lines({ country: 'CH', postalCode: '8001', city: 'Zürich' })[0]).toBe('CH-8001 Zürich');
});

it('names the country in the language of whoever reads the document', () => {
  const address = { name: 'A', line1: 'B', postalCode: '1', city: 'C', country: 'DE' };
  const names = (['fr', 'en', 'de', 'it', 'es'] as const).map((each) => addressLines(address, each).at(-1));
  expect(names).toEqual(['ALLEMAGNE', 'GERMANY', 'DEUTSCHLAND', 'GERMANIA', 'ALEMANIA']);
});

it('loses neither city nor code in any country, known or not', () => {
  const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  fc.assert(
    fc.property(letter, letter, fc.boolean(), (first, second, hasRegion) => {
      const region = hasRegion ? 'Somewhere' : null;
      const address = { name: 'A', line1: 'B', postalCode: '4711', city: 'Urbs', region };
      const text = addressLines({ ...address, country: first + second }, 'en').join(' ');
      expect(text).toContain('4711');
      expect(text).toContain('Urbs');
    }),
    { numRuns: 500 },
  );
});
