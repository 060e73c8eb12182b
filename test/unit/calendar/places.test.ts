import { expect, test } from 'vitest';
import { countryCodes } from '../../../src/domain/calendar/countries.ts';
import { regionOfPostalCode } from '../../../src/domain/calendar/regions.ts';
import { isSubdivision } from '../../../src/domain/calendar/subdivisions.ts';
import { isTimeZone } from '../../../src/domain/calendar/wall-clock.ts';
import { zoneOf } from '../../../src/domain/calendar/zones.ts';

test.each([
  ['FR', '67000', 'FR-67'],
  ['FR', '57070', 'FR-57'],
  ['FR', '68200', 'FR-68'],
  ['FR', '75001', null],
  ['FR', '97133', 'FR-BL'],
  ['DE', '80331', 'DE-BY-KATH'],
  ['DE', '90402', 'DE-BY'],
  ['DE', '86150', 'DE-BY-A'],
  ['DE', '10115', 'DE-BE'],
  ['DE', '27568', 'DE-HB'],
  ['DE', '27498', 'DE-SH'],
  ['DE', '89073', 'DE-BW'],
  ['DE', '89231', 'DE-BY'],
  ['DE', '55116', 'DE-RP'],
  ['DE', '55252', 'DE-HE'],
  ['DE', '64754', null],
  ['DE', '59969', null],
  ['ES', '08001', 'ES-CT'],
  ['ES', '35001', 'ES-CN'],
  ['PT', '9500123', 'PT-20'],
  ['PT', '9000', 'PT-30'],
  ['PT', '1100', null],
  ['GB', 'BT11AA', 'GB-NIR'],
  ['GB', 'EH11AA', 'GB-SCT'],
  ['GB', 'TD151AA', null],
  ['GB', 'SY231AA', 'GB-EAW'],
  ['GB', 'GL11AA', 'GB-EAW'],
  ['IT', '39100', 'IT-BZ'],
  ['IT', '38122', null],
  ['BR', '01310100', 'BR-SP'],
  ['BR', '72800', 'BR-GO'],
  ['BR', '69301', 'BR-RR'],
  ['US', '90210', 'US-CA'],
])('%s %s lies in %s', (country, postalCode, region) => {
  expect(regionOfPostalCode(country, postalCode)).toBe(region);
});

test('every country has a zone that exists', () => {
  for (const country of countryCodes) {
    const zone = zoneOf(country, '');
    expect([country, zone, isTimeZone(zone) && zone !== 'UTC']).toEqual([country, zone, true]);
  }
});

test.each([
  ['ES', '35001', 'Atlantic/Canary'],
  ['ES', '28001', 'Europe/Madrid'],
  ['ES', '51001', 'Africa/Ceuta'],
  ['PT', '9500', 'Atlantic/Azores'],
  ['PT', '9000', 'Atlantic/Madeira'],
  ['DE', '78266', 'Europe/Busingen'],
  ['FR', '97400', 'Indian/Reunion'],
  ['FR', '98800', 'Pacific/Noumea'],
  ['FR', '97500', 'America/Miquelon'],
  ['BR', '69005', 'America/Manaus'],
  ['BR', '69900', 'America/Rio_Branco'],
  ['BR', '78005', 'America/Cuiaba'],
  ['BR', '79002', 'America/Campo_Grande'],
  ['BR', '53990', 'America/Noronha'],
  ['US', '79901', 'America/Denver'],
  ['CA', 'V5K0A1', 'America/Vancouver'],
  ['AU', '6000', 'Australia/Perth'],
  ['RU', '690000', 'Asia/Vladivostok'],
])('%s %s keeps the time of %s', (country, postalCode, zone) => {
  expect(zoneOf(country, postalCode)).toBe(zone);
  expect(isTimeZone(zone)).toBe(true);
});

test('ISO 3166-2 codes are accepted, inventions are not', () => {
  const valid =
    'FR-67 FR-2A FR-GES FR-IDF FR-6AE FR-974 FR-GP DE-BY AT-9 ES-MD ES-M PT-20 IT-BZ IT-32 GB-ENG GB-SCT GB-LND ' +
    'BR-SP CH-ZH BE-VLG NL-NH PL-14 PL-MZ HU-BU RO-B LV-RIX EE-37 CZ-10 CZ-642 IE-D GR-I CY-01 MT-01 LU-LU SI-061 ' +
    'SK-BL BG-22 HR-21 LT-57 DK-84 SE-AB FI-18 NO-03 IS-1 LI-11 MC-MO SM-07 AD-07 US-CA CA-QC AU-NSW JP-13 IN-DL';
  for (const code of valid.split(' ')) expect([code, isSubdivision(code)]).toEqual([code, true]);
  const invalid =
    'FR-99 FR-20 FR-XYZ DE-XX DE-BAY ES-ZZ GB-XXX AT-0 AT-10 fr-67 FR67 FR- XX-1 US-ZZ BR-XX PT-21';
  for (const code of invalid.split(' ')) expect([code, isSubdivision(code)]).toEqual([code, false]);
});
