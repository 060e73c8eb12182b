import { isoCountry, normalizeCountry } from '../calendar/countries.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { DeliveryPolicy } from './policy.ts';
import { normalizePostalCode } from './postal-code.ts';

/**
 * What a place is to the European Union. Authority: the Commission's table "Territorial status of
 * EU countries and certain territories" (treaty: art. 355 TFEU; customs: art. 4 of Regulation (EU)
 * 952/2013; VAT: art. 6 of Directive 2006/112/EC). `union_only`: a customs union, not the customs
 * territory, so goods still leave the Union.
 */
export interface Territory {
  readonly code: string;
  readonly name: string;
  readonly treaty: boolean;
  readonly customs: boolean | 'union_only';
  readonly vat: boolean;
}

export interface PlaceOfDelivery {
  readonly country: string;
  readonly postalCode: string;
}

const territory = (
  code: string,
  name: string,
  treaty: boolean,
  customs: boolean | 'union_only',
  vat: boolean,
): Territory => ({ code, name, treaty, customs, vat });

const members: Readonly<Record<string, string>> = {
  AT: 'Austria',
  BE: 'Belgium',
  BG: 'Bulgaria',
  CY: 'Cyprus',
  CZ: 'Czechia',
  DE: 'Germany',
  DK: 'Denmark',
  EE: 'Estonia',
  ES: 'Spain',
  FI: 'Finland',
  FR: 'France',
  GR: 'Greece',
  HR: 'Croatia',
  HU: 'Hungary',
  IE: 'Ireland',
  IT: 'Italy',
  LT: 'Lithuania',
  LU: 'Luxembourg',
  LV: 'Latvia',
  MT: 'Malta',
  NL: 'Netherlands',
  PL: 'Poland',
  PT: 'Portugal',
  RO: 'Romania',
  SE: 'Sweden',
  SI: 'Slovenia',
  SK: 'Slovakia',
};

/** The 27 member states, alpha-2. */
export const memberStates: readonly string[] = Object.keys(members);

const inUnionOutsideVat = (code: string, name: string) => territory(code, name, true, true, false);
const inUnionOutsideCustoms = (code: string, name: string) => territory(code, name, true, false, false);
const outside = (code: string, name: string) => territory(code, name, false, false, false);

/** Places with a status of their own, under the code that names them here. */
const special: Readonly<Record<string, Territory>> = Object.fromEntries(
  [
    inUnionOutsideVat('IC', 'the Canary Islands'),
    inUnionOutsideVat('AX', 'the Åland Islands'),
    inUnionOutsideVat('GR-69', 'Mount Athos'),
    inUnionOutsideVat('GP', 'Guadeloupe'),
    inUnionOutsideVat('MQ', 'Martinique'),
    inUnionOutsideVat('GF', 'French Guiana'),
    inUnionOutsideVat('RE', 'Réunion'),
    inUnionOutsideVat('YT', 'Mayotte'),
    inUnionOutsideVat('MF', 'Saint-Martin'),
    // Italy's 2020 accession to the customs territory (Regulation (EU) 2019/474).
    inUnionOutsideVat('IT-CAMPIONE', "Campione d'Italia"),
    inUnionOutsideCustoms('IT-LIVIGNO', 'Livigno'),
    inUnionOutsideCustoms('DE-HELGOLAND', 'Heligoland'),
    inUnionOutsideCustoms('DE-BUESINGEN', 'Büsingen am Hochrhein'),
    inUnionOutsideCustoms('ES-CE', 'Ceuta'),
    inUnionOutsideCustoms('ES-ML', 'Melilla'),
    inUnionOutsideCustoms('EA', 'Ceuta and Melilla'),
    territory('MC', 'Monaco', false, true, true),
    territory('XI', 'Northern Ireland', false, true, true),
    territory('SM', 'San Marino', false, 'union_only', false),
    territory('AD', 'Andorra', false, 'union_only', false),
    // A customs union for industrial goods only (Decision 1/95), which is further out still.
    territory('TR', 'Türkiye', false, 'union_only', false),
    outside('GB', 'Great Britain'),
    outside('JE', 'Jersey'),
    outside('GG', 'Guernsey'),
    outside('IM', 'the Isle of Man'),
    outside('CH', 'Switzerland'),
    outside('LI', 'Liechtenstein'),
    outside('NO', 'Norway'),
    outside('SJ', 'Svalbard'),
    outside('IS', 'Iceland'),
    outside('FO', 'the Faroe Islands'),
    outside('GL', 'Greenland'),
    outside('BL', 'Saint-Barthélemy'),
    outside('PM', 'Saint-Pierre-et-Miquelon'),
    outside('PF', 'French Polynesia'),
    outside('NC', 'New Caledonia'),
    outside('WF', 'Wallis and Futuna'),
    outside('TF', 'the French Southern Territories'),
    outside('VA', 'the Vatican City'),
  ].map((one) => [one.code, one]),
);

/** By postal code of the country it is written under; the first that matches wins. */
const byPostalCode: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  CH: [[/^94(8[5-9]|9[0-8])$/, 'LI']],
  DE: [
    [/^27498$/, 'DE-HELGOLAND'],
    [/^78266$/, 'DE-BUESINGEN'],
  ],
  DK: [
    [/^39\d\d$/, 'GL'],
    [/^38\d\d$/, 'FO'],
  ],
  ES: [
    [/^3[58]/, 'IC'],
    [/^51/, 'ES-CE'],
    [/^52/, 'ES-ML'],
  ],
  FI: [[/^22/, 'AX']],
  FR: [
    [/^(97133|977)/, 'BL'],
    [/^(97150|978)/, 'MF'],
    [/^971/, 'GP'],
    [/^972/, 'MQ'],
    [/^973/, 'GF'],
    [/^974/, 'RE'],
    [/^975/, 'PM'],
    [/^976/, 'YT'],
    [/^980/, 'MC'],
    [/^984/, 'TF'],
    [/^986/, 'WF'],
    [/^987/, 'PF'],
    [/^988/, 'NC'],
  ],
  GB: [
    [/^BT/, 'XI'],
    [/^GY/, 'GG'],
    [/^JE/, 'JE'],
    [/^IM/, 'IM'],
  ],
  // Saint-Barthélemy and Saint-Martin were communes of Guadeloupe, whose codes they keep.
  GP: [
    [/^(97133|977)/, 'BL'],
    [/^(97150|978)/, 'MF'],
  ],
  GR: [[/^6308[67]$/, 'GR-69']],
  // Not the codes of before 2006 (22060, 23030): today they serve a dozen mainland villages each.
  IT: [
    [/^22061$/, 'IT-CAMPIONE'],
    [/^23041$/, 'IT-LIVIGNO'],
    [/^4789/, 'SM'],
    [/^00120$/, 'VA'],
  ],
  NO: [[/^917[0-9]$/, 'SJ']],
};

/**
 * The territory a delivery address lies in, whichever way it is written (`ES 35001` or `IC`,
 * `FR 97133` or `BL`, `GB BT1 1AA` or `XI`). Null for what is no country.
 */
export const territoryOf = ({ country, postalCode }: PlaceOfDelivery): Territory | null => {
  const code = normalizeCountry(country);
  if (code === null) return null;
  const postal = normalizePostalCode(code, postalCode);
  for (const [pattern, name] of byPostalCode[code] ?? []) {
    if (pattern.test(postal)) return special[name] ?? null;
  }
  const known = special[code];
  if (known !== undefined) return known;
  const member = members[code];
  if (member !== undefined) return territory(code, member, true, true, true);
  return outside(isoCountry(code), countryName(code));
};

const englishNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
function countryName(code: string): string {
  return englishNames.of(code) ?? code;
}

const why = (place: Territory): string => {
  if (place.customs === 'union_only') {
    return 'it has a customs union with the European Union but is outside its customs and VAT territory';
  }
  if (!place.customs && !place.vat)
    return 'it is outside the customs and VAT territory of the European Union';
  return place.vat
    ? 'it is outside the customs territory of the European Union'
    : 'it is outside the VAT territory of the European Union';
};

/**
 * Whether the seller ships there. Refuses with `destination_outside_export_policy`, naming the place
 * and the reason, or `unknown_country`.
 */
export const mayExport = (
  policy: Pick<DeliveryPolicy, 'exportPolicy'>,
  destination: PlaceOfDelivery,
): Outcome<Territory> => {
  const place = territoryOf(destination);
  if (place === null) {
    return refuse('unknown_country', `"${destination.country}" is no ISO 3166-1 country code.`);
  }
  switch (policy.exportPolicy) {
    case 'anywhere':
      return accept(place);
    case 'eu_member_states':
      return place.treaty
        ? accept(place)
        : refuse(
            'destination_outside_export_policy',
            `The seller does not ship to ${place.name}: it is not part of a member state of the European Union (treaty).`,
          );
    case 'eu_customs_and_vat':
      return place.customs === true && place.vat
        ? accept(place)
        : refuse(
            'destination_outside_export_policy',
            `The seller does not ship to ${place.name}: ${why(place)}.`,
          );
    default:
      return policy.exportPolicy satisfies never;
  }
};
