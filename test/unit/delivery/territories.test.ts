import { expect, test } from 'vitest';
import { mayExport, territoryOf } from '../../../src/domain/delivery/territories.ts';

/** Place, treaty, customs and VAT, as the Commission's table has them. */
const rows: readonly (readonly [string, boolean, boolean | 'union_only', boolean])[] = [
  ...[
    'FR 75001',
    'FR 20000',
    'ES 07001',
    'PT 9500-123',
    'PT 9000',
    'DE 10115',
    'IT 00100',
    'GR 63087x',
    'IT 22060',
    'EL 10431',
  ].map((place) => [place, true, true, true] as const),
  ...[
    'ES 35001',
    'ES 38001',
    'IC 35001',
    'FI 22100',
    'AX 22100',
    'GR 63086',
    'GR 630 87',
    'FR 97110',
    'GP 97110',
    'FR 97200',
    'MQ 97200',
    'FR 97300',
    'GF 97300',
    'FR 97400',
    'RE 97400',
    'FR 97600',
    'YT 97600',
    'FR 97150',
    'MF 97150',
    'IT 22061',
  ].map((place) => [place, true, true, false] as const),
  ...['IT 23041', 'DE 27498', 'DE 78266', 'ES 51001', 'ES 52001', 'EA 51001'].map(
    (place) => [place, true, false, false] as const,
  ),
  ...['MC 98000', 'FR 98000', 'GB BT1 1AA', 'XI BT1 1AA', 'UK bt1 1aa'].map(
    (place) => [place, false, true, true] as const,
  ),
  ...['SM 47890', 'IT 47891', 'AD AD500'].map((place) => [place, false, 'union_only', false] as const),
  ...[
    'GB SW1A 1AA',
    'JE JE2 3AB',
    'GB GY1 1AA',
    'IM IM1 1AA',
    'CH 8001',
    'LI 9490',
    'NO 0150',
    'SJ 9170',
    'IS 101',
    'FO 100',
    'GL 3900',
    'DK 3900',
    'FR 97133',
    'BL 97133',
    'FR 97500',
    'FR 98600',
    'FR 98700',
    'FR 98800',
    'NC 98800',
    'VA 00120',
    'IT 00120',
    'US 90210',
    'BR 01310',
  ].map((place) => [place, false, false, false] as const),
];

test.each(rows)('%s: treaty %s, customs %s, VAT %s', (place, treaty, customs, vat) => {
  const destination = { country: place.slice(0, 2), postalCode: place.slice(3) };
  expect(territoryOf(destination)).toMatchObject({ treaty, customs, vat });
  expect(mayExport({ exportPolicy: 'eu_member_states' }, destination).ok).toBe(treaty);
  expect(mayExport({ exportPolicy: 'eu_customs_and_vat' }, destination).ok).toBe(customs === true && vat);
  expect(mayExport({ exportPolicy: 'anywhere' }, destination).ok).toBe(true);
});

test('a refusal names the place and the reason', () => {
  expect(mayExport({ exportPolicy: 'eu_customs_and_vat' }, { country: 'ES', postalCode: '35001' })).toEqual({
    ok: false,
    refusal: {
      code: 'destination_outside_export_policy',
      detail:
        'The seller does not ship to the Canary Islands: it is outside the VAT territory of the European Union.',
    },
  });
});

test('an unknown country is refused under every policy', () => {
  for (const country of ['', 'ZZ', '*', 'FRA']) {
    expect(mayExport({ exportPolicy: 'anywhere' }, { country, postalCode: '1' })).toMatchObject({
      ok: false,
      refusal: { code: 'unknown_country' },
    });
  }
});
