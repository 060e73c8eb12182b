import { britishParts, countryOfSubdivision, spanishProvinces } from './subdivisions.ts';

/** What to ask the library for, and which of our overrides apply, the widest first. */
export interface LibraryPlace {
  readonly country: string;
  readonly path: readonly string[];
  readonly overrides: readonly string[];
}

/** French overseas places with holidays of their own, by each way to write them. */
const frenchOverseas: Readonly<Record<string, string>> = {
  'FR-971': 'GP',
  'FR-972': 'MQ',
  'FR-973': 'GF',
  'FR-974': 'RE',
  'FR-976': 'YT',
  'FR-GP': 'GP',
  'FR-MQ': 'MQ',
  'FR-GF': 'GF',
  'FR-RE': 'RE',
  'FR-YT': 'YT',
  'FR-MF': 'MF',
  'FR-BL': 'BL',
};
const frenchCountries = new Set(['GP', 'MQ', 'GF', 'RE', 'YT', 'MF', 'BL']);

/** French collectivities that the library has as countries. */
const frenchCollectivities = new Set(['PM', 'PF', 'NC', 'WF', 'TF']);

/** Where the library has the state under another code, or the state's own code means a wider place. */
const renamed: Readonly<Record<string, readonly [country: string, ...path: string[]]>> = {
  'FR-57': ['FR', '57'],
  'FR-67': ['FR', '67'],
  'FR-68': ['FR', '68'],
  'FR-6AE': ['FR', '67'],
  'DE-BY-KATH': ['DE', 'BY', 'KATH'],
  'DE-BY-A': ['DE', 'BY', 'A'],
};

/** States whose library holidays are the country's: a map would only make one calendar into many. */
const statesDecide = new Set([
  'DE',
  'CH',
  'BR',
  'US',
  'CA',
  'AU',
  'NZ',
  'IN',
  'MY',
  'BA',
  'BO',
  'PK',
  'RU',
  'CV',
]);

const britishNation = (code: string): string | null => {
  const local = code.slice(3);
  const nation = Object.entries(britishParts).find(([, parts]) => parts.split(' ').includes(local));
  return nation === undefined ? null : nation[0];
};

const spanishCommunity = (code: string): string | null => {
  const local = code.slice(3);
  if (local in spanishProvinces || local === 'CE' || local === 'ML') return local;
  const found = Object.entries(spanishProvinces).find(([, list]) => list.split(' ').includes(local));
  return found === undefined ? null : found[0];
};

const national = (country: string): LibraryPlace => ({ country, path: [], overrides: [country] });
const regional = (country: string, ...path: string[]): LibraryPlace => ({
  country,
  path,
  overrides: [country, `${country}-${path[0] ?? ''}`],
});

/**
 * From ISO codes to the library's. A region that holds places with different holidays (FR-GES is
 * Alsace, Moselle and seven other departments) takes the national ones.
 */
export const libraryPlace = (country: string, subdivision: string | null): LibraryPlace => {
  if (frenchCountries.has(country)) return regional('FR', country);
  // Åland keeps Finland's public holidays; the library's own list for it has gaps.
  if (country === 'AX') return national('FI');
  if (country === 'IC') return regional('ES', 'CN');
  // The reserved EA holds two cities that choose their own days.
  if (country === 'EA') return national('ES');
  if (subdivision === null || countryOfSubdivision(subdivision) !== country) return national(country);
  const local = subdivision.slice(3);
  const exact = renamed[subdivision];
  if (exact !== undefined) return regional(...exact);
  if (country === 'FR') {
    const overseas = frenchOverseas[subdivision];
    if (overseas !== undefined) return regional('FR', overseas);
    return national(frenchCollectivities.has(local) ? local : 'FR');
  }
  if (country === 'GB') {
    const nation = britishNation(subdivision);
    return nation === null ? national('GB') : regional('GB', nation);
  }
  if (country === 'ES') {
    const community = spanishCommunity(subdivision);
    return community === null ? national('ES') : regional('ES', community);
  }
  // Overrides of ours alone: the library has no such state.
  if (country === 'PT' || country === 'IT') {
    return { country, path: [], overrides: [country, subdivision] };
  }
  return statesDecide.has(country) ? regional(country, local) : national(country);
};
