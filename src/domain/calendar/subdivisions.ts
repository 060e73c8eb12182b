import { isCountryCode } from './countries.ts';

/** `01-28` is a range of numbers of that width; a word with `?` or `#` stands for letters or digits. */
const expand = (spec: string): ReadonlySet<string> | RegExp => {
  if (/[?#]/.test(spec)) {
    const words = spec.split(' ').map((word) => word.replaceAll('?', '[A-Z]').replaceAll('#', '\\d'));
    return new RegExp(`^(?:${words.join('|')})$`);
  }
  const codes = spec.split(' ').flatMap((word) => {
    const range = /^(\d+)-(\d+)$/.exec(word);
    if (range === null) return [word];
    const [first = '', last = ''] = [range[1], range[2]];
    const length = Number(last) - Number(first) + 1;
    return Array.from({ length }, (_, i) => String(Number(first) + i).padStart(first.length, '0'));
  });
  return new Set(codes);
};

/** The nations' parts of ISO 3166-2:GB; a centre may name its county or borough. */
export const britishParts = {
  SCT: 'SCT ABD ABE ANS AGB CLK DGY DND EAY EDU ELN ERW EDH ELS FAL FIF GLG HLD IVC MLN MRY NAY NLK ORK PKN RFW SCB ZET SAY SLK STG WDU WLN',
  WLS: 'WLS BGW BGE CAY CRF CMN CGN CWY DEN FLN GWN AGY MTY MON NTL NWP PEM POW RCT SWA TOF VGL WRX',
  NIR: 'NIR ABC AND ANN BFS CCG DRS FMO LBC MEA MUL NMD',
  ENG:
    'ENG EAW BDG BNE BEX BEN BRY CMD CRY EAL ENF GRE HCK HMF HRY HRW HAV HIL HNS ISL KEC KTT LBH LEW MRT NWM RDB RIC SWK STN TWH WFT WND WSM LND ' +
    'BNS BIR BOL BRD BUR CLD COV DNC DUD GAT KIR KWL LDS LIV MAN NET NTY OLD RCH ROT SHN SLF SAW SFT SHF SKP SOL STY SND TAM TRF WKF WLL WGN WIR WLV ' +
    'CAM CMA CBD WAF DBY DEV DOR ESX ESS GLS HAM HRT KEN LAN LEC LIN NFK NYK NTH NNH WNH NTT OXF SOM STS SFK SRY WAR WSX WOR ' +
    'BAS BDF BBD BPL BCP BMH POL BRC BNH BST BKM CBF CHE CHW CON DAL DER DUR ERY HAL HPL HEF IOW IOS KHL LCE LUT MDW MDB MIK NEL NLN NSM NBL NGM PTE PLY POR ' +
    'RDG RCC RUT SHR SLG SGC STH SOS STE STT SWD TFW THR TOB WRT WBK WIL WNM WOK YOR',
} as const;

/** Spain's provinces by autonomous community (ISO 3166-2:ES). */
export const spanishProvinces: Readonly<Record<string, string>> = {
  AN: 'AL CA CO GR H J MA SE',
  AR: 'HU TE Z',
  AS: 'O',
  CB: 'S',
  CL: 'AV BU LE P SA SG SO VA ZA',
  CM: 'AB CR CU GU TO',
  CN: 'GC TF',
  CT: 'B GI L T',
  EX: 'BA CC',
  GA: 'C LU OR PO',
  IB: 'PM',
  MC: 'MU',
  MD: 'M',
  NC: 'NA',
  PV: 'BI SS VI',
  RI: 'LO',
  VC: 'A CS V',
};

/**
 * ISO 3166-2 by country, compactly: every code in force, and superseded ones still seen (Norway's
 * counties of 2020, FR-GP beside FR-971). Districts that exist by the hundred (EE, LV, IS, CZ) are
 * given by their shape.
 */
const specs: Readonly<Record<string, string>> = {
  AD: '02-08',
  AT: '1-9',
  AU: 'ACT NSW NT QLD SA TAS VIC WA',
  BE: 'BRU VLG WAL VAN VBR VLI VOV VWV WBR WHT WLG WLX WNA',
  BG: '01-28',
  BR: 'AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO',
  CA: 'AB BC MB NB NL NS NT NU ON PE QC SK YT',
  CH: 'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH',
  CY: '01-06',
  CZ: '10 20 31 32 41 42 51 52 53 63 64 71 72 80 20? ###',
  DE: 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH',
  DK: '81-85',
  EE: '37 39 45 50 52 56 60 64 68 71 74 79 81 84 87 ###',
  ES: `CE ML ${Object.entries(spanishProvinces).flat().join(' ')}`,
  FI: '01-19',
  FR:
    '01-19 21-95 2A 2B 20R COR 69M 75C 6AE ARA BFC BRE CVL GES HDF IDF NAQ NOR OCC PAC PDL ' +
    '971-974 976 GP MQ GF RE YT BL MF PM PF WF NC TF CP',
  GB: `${Object.values(britishParts).join(' ')} GBN UKM`,
  GR: 'A B C D E F G H I J K L M 69',
  HR: '01-21',
  HU: 'BA BC BE BK BU BZ CS DE EG ER FE GS GY HB HE HV JN KE KM KV MI NK NO NY PE PS SD SF SH SK SN SO SS ST SZ TB TO VA VE VM ZA ZE',
  IE: 'C L M U CE CN CO CW D DL G KE KK KY LD LH LK LM LS MH MN MO OY RN SO TA WD WH WW WX',
  IS: '# ???',
  IT:
    '21 23 25 32 34 36 42 45 52 55 57 62 65 67 72 75 77 78 82 88 ' +
    'AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS ' +
    'KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO ' +
    'SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV',
  LI: '01-11',
  LT: '01-60 AL KL KU MR PN SA TA TE UT VL',
  LU: 'CA CL DI EC ES GR LU ME RD RM VD WI',
  LV: '### DGV JEL JKB JUR LPX REZ RIX VEN VMR',
  MC: 'CL CO FO GA JA LA MA MC MG MO MU PH SD SO SP SR TE VR',
  MT: '01-68',
  NL: 'DR FL FR GE GR LI NB NH OV UT ZE ZH AW CW SX BQ1 BQ2 BQ3',
  NO: '01-12 14-23 30-34 38-40 42 46 50 54-56',
  PL: '02 04 06 08 10 12 14 16 18 20 22 24 26 28 30 32 DS KP LB LD LU MA MZ OP PD PK PM SK SL WN WP ZP',
  PT: '01-18 20 30',
  RO: 'AB AG AR B BC BH BN BR BT BV BZ CJ CL CS CT CV DB DJ GJ GL GR HD HR IF IL IS MH MM MS NT OT PH SB SJ SM SV TL TM TR VL VN VS',
  SE: 'AB AC BD C D E F G H I K M N O S T U W X Y Z',
  SI: '001-213',
  SK: 'BC BL KI NI PV TA TC ZI',
  SM: '01-09',
  US: 'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR UM VI',
};

const tables = new Map(Object.entries(specs).map(([country, spec]) => [country, expand(spec)]));

/**
 * Whether a text is an ISO 3166-2 code, e.g. `FR-67`, `GB-ENG`. Exact for the countries of the
 * table; elsewhere any well-formed code of an existing country passes, and takes that country's
 * holidays unless the holiday library knows the state.
 */
export const isSubdivision = (code: string): boolean => {
  const parts = /^([A-Z]{2})-([A-Z0-9]{1,3})$/.exec(code);
  if (parts === null) return false;
  const [country = '', local = ''] = [parts[1], parts[2]];
  const table = tables.get(country);
  if (table === undefined) return isCountryCode(country);
  return table instanceof RegExp ? table.test(local) : table.has(local);
};

/** The country of an ISO 3166-2 code. */
export const countryOfSubdivision = (code: string): string => code.slice(0, 2);
