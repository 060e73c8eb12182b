/** Every ISO 3166-1 alpha-2 code, with XK (Kosovo: user-assigned, and used by postal operators). */
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
  'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
  'UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';

const countries: ReadonlySet<string> = new Set(codes.split(' '));

/**
 * Codes that are no ISO country but stand for one in trade data: the EU's own `EL` and `UK`, the
 * customs code `XI` for Northern Ireland, and the reserved `IC` (Canaries) and `EA` (Ceuta, Melilla).
 */
const aliases: ReadonlyMap<string, string> = new Map([
  ['EL', 'GR'],
  ['UK', 'GB'],
  ['XI', 'GB'],
  ['IC', 'ES'],
  ['EA', 'ES'],
]);

export const isCountryCode = (code: string): boolean => countries.has(code);

/**
 * A code as an address gives it, in upper case, with `UK` as GB and `EL` as GR: marketplaces send
 * both, and refusing an order over a spelling helps nobody. `XI`, `IC` and `EA` name a territory and
 * stay. Null for what is no country.
 */
export const normalizeCountry = (text: string): string | null => {
  const code = text.trim().toUpperCase();
  if (code === 'UK') return 'GB';
  if (code === 'EL') return 'GR';
  return countries.has(code) || aliases.has(code) ? code : null;
};

/** The ISO country behind a code of `normalizeCountry`. */
export const isoCountry = (code: string): string => aliases.get(code) ?? code;

export const countryCodes: readonly string[] = [...countries];
