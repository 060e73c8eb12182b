import { isoCountry, normalizeCountry } from '../calendar/countries.ts';
import { type HolidayCalendar, holidayCalendar } from '../calendar/holidays.ts';
import { postalCodeDecides, regionOfPostalCode } from '../calendar/regions.ts';
import { isSubdivision } from '../calendar/subdivisions.ts';
import { zoneOf } from '../calendar/zones.ts';
import { normalizePostalCode } from './postal-code.ts';
import { territoryOf } from './territories.ts';

export interface ShipTo {
  readonly country: string;
  readonly postalCode: string;
  /** Free text; read only where it is an ISO 3166-2 code and the country's postal codes decide nothing. */
  readonly region?: string | null | undefined;
}

/** A delivery address as the promise sees it. */
export interface Destination {
  /** Countries whose lanes serve it, the narrowest first: `['MC', 'FR']` for 98000, `['IC', 'ES']`. */
  readonly laneCountries: readonly string[];
  /** The state it belongs to, for domestic fees: France for Réunion, but Monaco for Monaco. */
  readonly homeCountry: string;
  readonly postalCode: string;
  readonly zone: string;
  readonly holidays: HolidayCalendar;
  readonly label: string;
}

/** Territories inside another country's postal system: their lanes may be written under either. */
const parents: Readonly<Record<string, string>> = {
  IC: 'ES',
  EA: 'ES',
  AX: 'FI',
  GP: 'FR',
  MQ: 'FR',
  GF: 'FR',
  RE: 'FR',
  YT: 'FR',
  MF: 'FR',
  BL: 'FR',
  PM: 'FR',
  PF: 'FR',
  NC: 'FR',
  WF: 'FR',
  TF: 'FR',
  MC: 'FR',
  XI: 'GB',
  JE: 'GB',
  GG: 'GB',
  IM: 'GB',
  FO: 'DK',
  GL: 'DK',
  SJ: 'NO',
  SM: 'IT',
  VA: 'IT',
  LI: 'CH',
};
/** Of those, states and dependencies that are abroad to their postal parent. */
const abroad = new Set(['MC', 'SM', 'VA', 'LI', 'JE', 'GG', 'IM']);

const cache = new Map<string, Destination | null>();

const resolve = ({ country, postalCode, region }: ShipTo): Destination | null => {
  const code = normalizeCountry(country);
  if (code === null) return null;
  const postal = normalizePostalCode(code, postalCode);
  // A territory's own code where it has one (IC, BL, XI, MC…); ES-CE, IT-LIVIGNO stay their country's.
  const place = territoryOf({ country: code, postalCode: postal })?.code ?? code;
  const own = place in parents ? place : code;
  const parent = parents[own];
  const subdivision =
    regionOfPostalCode(own, postal) ??
    (parent === undefined ? null : regionOfPostalCode(parent, postal)) ??
    (region && !postalCodeDecides.has(code) && isSubdivision(region.toUpperCase())
      ? region.toUpperCase()
      : null);
  const holidays = own === 'XI' ? holidayCalendar('GB', 'GB-NIR') : calendarOf(own, subdivision);
  const laneCountries = [...new Set([own, code, ...(parent === undefined ? [] : [parent])])];
  return {
    laneCountries,
    homeCountry: parent === undefined || abroad.has(own) ? isoCountry(own) : parent,
    postalCode: postal,
    zone: own === code ? zoneOf(code, postal) : zoneOf(own, postal),
    holidays,
    label: `${own} ${postal}`.trim(),
  };
};

/** The region is written under the country whose postal codes it came from. */
function calendarOf(own: string, subdivision: string | null): HolidayCalendar {
  const parent = parents[own];
  if (
    subdivision !== null &&
    parent !== undefined &&
    subdivision.startsWith(`${parent}-`) &&
    !abroad.has(own)
  ) {
    return holidayCalendar(parent, subdivision);
  }
  return holidayCalendar(own, subdivision);
}

/** Null for what is no country. The postal code is taken as it is: whether it can be is another question. */
export const destinationOf = (shipTo: ShipTo): Destination | null => {
  const key = `${shipTo.country}|${shipTo.postalCode}|${shipTo.region ?? ''}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const found = resolve(shipTo);
  // Addresses come from outside: a bound, so that noise cannot fill the memory.
  if (cache.size >= 50_000) cache.clear();
  cache.set(key, found);
  return found;
};
