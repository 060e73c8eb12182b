import { isoCountry, normalizeCountry } from '../calendar/countries.ts';

/** `#` a digit, `@` a letter, anything else itself; several shapes separated by `|`. */
const shape = (text: string): RegExp =>
  new RegExp(
    `^(?:${text
      .split('|')
      .map((one) => one.replaceAll('#', '\\d').replaceAll('@', '[A-Z]'))
      .join('|')})$`,
  );

/**
 * What the postal codes of a country can look like, without blanks and hyphens (Universal Postal
 * Union, addressing systems). A country that is missing here has no codes or any: see below.
 */
const shapes: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    AD: 'AD[1-7]00',
    AT: '[1-9]###',
    AU: '####',
    AX: '22###',
    BA: '7####|8####',
    BE: '[1-9]###',
    BG: '[1-9]###',
    BL: '97133|97700',
    BR: '########|#####',
    BY: '2#####',
    CA: '[ABCEGHJKLMNPRSTVXY]#@#@#',
    CH: '[1-9]###',
    CN: '######',
    CY: '[1-9]###',
    CZ: '[1-7]####',
    DE: '0[1-9]###|[1-9]####',
    DK: '[1-9]###|0###',
    EA: '5[12]###',
    EE: '#####',
    ES: '0[1-9]###|[1-4]####|5[0-2]###',
    FI: '#####',
    FO: '###',
    FR: '0[1-9]###|[1-8]####|9[0-8]###',
    GB: '[A-Z]{1,2}#[A-Z0-9]?#[ABD-HJLNP-UW-Z]{2}|GIR0AA',
    GF: '973##',
    GG: 'GY##?#@@',
    GL: '39##',
    GP: '971##',
    GR: '[1-8]####',
    HR: '[1-5]####',
    HU: '[1-9]###',
    IC: '3[58]###',
    IE: '@[0-9W][0-9W]|@[0-9W][0-9W][0-9A-Z]{4}',
    IM: 'IM##?#@@',
    IN: '[1-9]#####',
    IS: '[1-9]##',
    IT: '[0-9]####',
    JE: 'JE##?#@@',
    JP: '#######',
    KR: '#####',
    LI: '94(?:8[5-9]|9[0-8])',
    LT: '#####',
    LU: '[1-9]###',
    LV: '[1-5]###',
    MC: '980##',
    ME: '8####',
    MF: '97150|97800',
    MK: '[1-7]###',
    MQ: '972##',
    MT: '@@@####|@@@##|@@@',
    MX: '#####',
    NC: '988##',
    NL: '[1-9]###[A-Z]{2}|[1-9]###',
    NO: '####',
    NZ: '####',
    PF: '987##',
    PL: '#####',
    PM: '97500',
    PT: '[1-9]###|[1-9]######',
    RE: '974##',
    RO: '######',
    RS: '#####|######',
    RU: '######',
    SE: '[1-9]####',
    SI: '[1-9]###',
    SJ: '[89]###',
    SK: '[089]####',
    SM: '4789#',
    TR: '#####',
    UA: '#####',
    US: '#####|#########',
    VA: '00120',
    WF: '986##',
    XI: 'BT##?#@@',
    YT: '976##',
  }).map(([country, text]) => [country, shape(text)]),
);

/** Country letters that people write before the code (`L-1234`, `LV-1010`, `D-10115`), as UPU tolerates. */
const prefixes: Readonly<Record<string, string>> = {
  AT: 'A',
  AX: 'AX|FI',
  BE: 'B',
  CH: 'CH',
  CZ: 'CZ',
  DE: 'D',
  DK: 'DK',
  EE: 'EE',
  ES: 'E',
  FI: 'FI|AX',
  FO: 'FO',
  FR: 'F',
  GL: 'GL|DK',
  GR: 'GR|EL',
  HR: 'HR',
  HU: 'H',
  IT: 'I|V',
  LI: 'FL',
  LT: 'LT',
  LU: 'L',
  LV: 'LV',
  MC: 'MC|F',
  NO: 'N|NO',
  PL: 'PL',
  PT: 'P|PT',
  RO: 'RO',
  SE: 'S|SE',
  SI: 'SI',
  SK: 'SK',
  SM: 'RSM|I',
  VA: 'V|SCV',
};
const prefixPatterns = new Map(
  Object.entries(prefixes).map(([country, letters]) => [
    country,
    new RegExp(`^(?:${letters}|${country})(?=\\d)`),
  ]),
);

/** Two bytes out of three of the codes we meet are already in this form. */
const plain = /^[0-9A-Z]+$/;

/**
 * A postal code in the form that prefixes are compared in: upper case, without blanks, hyphens and
 * the country's own letters (`1234-567` → `1234567`, `lv-1010` → `1010`, `sw1a 1aa` → `SW1A1AA`).
 * It says nothing about whether the code exists.
 */
export const normalizePostalCode = (country: string, text: string): string => {
  const compact = plain.test(text) ? text : text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const letters = prefixPatterns.get(country);
  return letters === undefined ? compact : compact.replace(letters, '');
};

/**
 * The normalised code, or null for one that cannot be (`FR 7501`, `GB 12345`). Blanks and hyphens
 * are forgiven anywhere, other signs are not. Countries without a shape take any code of at most
 * ten letters, digits, blanks and hyphens, or none: some have no postal codes at all.
 */
export const parsePostalCode = (country: string, text: string): string | null => {
  const code = normalizeCountry(country);
  if (code === null || !/^[0-9A-Za-z\s-]*$/.test(text)) return null;
  const compact = normalizePostalCode(code, text);
  const pattern = shapes[code] ?? shapes[isoCountry(code)];
  if (pattern === undefined) return text.trim().length <= 10 ? compact : null;
  return pattern.test(compact) ? compact : null;
};

export const isPostalCode = (country: string, text: string): boolean =>
  parsePostalCode(country, text) !== null;

/** Whether a lane's prefix could begin a code of the country: what is longer than any code cannot. */
export const isPostalPrefix = (country: string, text: string): boolean => {
  const prefix = normalizePostalCode(country, text);
  if (prefix === '' || prefix.length > 10 || !/^[0-9A-Za-z\s-]+$/.test(text)) return false;
  const digitsOnly = numericLength[country];
  return digitsOnly === undefined || (/^\d+$/.test(prefix) && prefix.length <= digitsOnly);
};

/** Countries whose codes are digits alone, with the longest form. */
const numericLength: Readonly<Record<string, number>> = Object.fromEntries(
  'AT4 AU4 BE4 BG4 BR8 CH4 CN6 CY4 CZ5 DE5 DK4 EE5 ES5 FI5 FR5 GR5 HR5 HU4 IN6 IT5 JP7 LI4 LT5 LU4 LV4 MC5 MX5 NO4 PL5 PT7 RO6 RU6 SE5 SI4 SK5 SM5 US9'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
