import { postalRanges } from './postal-ranges.ts';
import { regionOfPostalCode } from './regions.ts';

/** One zone per country, the capital's or the most populous one where there are several. */
const byCountry: Readonly<Record<string, string>> = Object.fromEntries(
  `AD Europe/Andorra|AE Asia/Dubai|AF Asia/Kabul|AG America/Antigua|AI America/Anguilla|AL Europe/Tirane|AM Asia/Yerevan|AO Africa/Luanda|AQ Antarctica/McMurdo|AR America/Argentina/Buenos_Aires|AS Pacific/Pago_Pago|AT Europe/Vienna|AU Australia/Sydney|AW America/Aruba|AX Europe/Mariehamn|AZ Asia/Baku|
BA Europe/Sarajevo|BB America/Barbados|BD Asia/Dhaka|BE Europe/Brussels|BF Africa/Ouagadougou|BG Europe/Sofia|BH Asia/Bahrain|BI Africa/Bujumbura|BJ Africa/Porto-Novo|BL America/St_Barthelemy|BM Atlantic/Bermuda|BN Asia/Brunei|BO America/La_Paz|BQ America/Kralendijk|BR America/Sao_Paulo|BS America/Nassau|BT Asia/Thimphu|BV Europe/Oslo|BW Africa/Gaborone|BY Europe/Minsk|BZ America/Belize|
CA America/Toronto|CC Indian/Cocos|CD Africa/Kinshasa|CF Africa/Bangui|CG Africa/Brazzaville|CH Europe/Zurich|CI Africa/Abidjan|CK Pacific/Rarotonga|CL America/Santiago|CM Africa/Douala|CN Asia/Shanghai|CO America/Bogota|CR America/Costa_Rica|CU America/Havana|CV Atlantic/Cape_Verde|CW America/Curacao|CX Indian/Christmas|CY Asia/Nicosia|CZ Europe/Prague|
DE Europe/Berlin|DJ Africa/Djibouti|DK Europe/Copenhagen|DM America/Dominica|DO America/Santo_Domingo|DZ Africa/Algiers|EC America/Guayaquil|EE Europe/Tallinn|EG Africa/Cairo|EH Africa/El_Aaiun|ER Africa/Asmara|ES Europe/Madrid|ET Africa/Addis_Ababa|FI Europe/Helsinki|FJ Pacific/Fiji|FK Atlantic/Stanley|FM Pacific/Pohnpei|FO Atlantic/Faroe|FR Europe/Paris|
GA Africa/Libreville|GB Europe/London|GD America/Grenada|GE Asia/Tbilisi|GF America/Cayenne|GG Europe/Guernsey|GH Africa/Accra|GI Europe/Gibraltar|GL America/Nuuk|GM Africa/Banjul|GN Africa/Conakry|GP America/Guadeloupe|GQ Africa/Malabo|GR Europe/Athens|GS Atlantic/South_Georgia|GT America/Guatemala|GU Pacific/Guam|GW Africa/Bissau|GY America/Guyana|
HK Asia/Hong_Kong|HM Indian/Kerguelen|HN America/Tegucigalpa|HR Europe/Zagreb|HT America/Port-au-Prince|HU Europe/Budapest|ID Asia/Jakarta|IE Europe/Dublin|IL Asia/Jerusalem|IM Europe/Isle_of_Man|IN Asia/Kolkata|IO Indian/Chagos|IQ Asia/Baghdad|IR Asia/Tehran|IS Atlantic/Reykjavik|IT Europe/Rome|JE Europe/Jersey|JM America/Jamaica|JO Asia/Amman|JP Asia/Tokyo|
KE Africa/Nairobi|KG Asia/Bishkek|KH Asia/Phnom_Penh|KI Pacific/Tarawa|KM Indian/Comoro|KN America/St_Kitts|KP Asia/Pyongyang|KR Asia/Seoul|KW Asia/Kuwait|KY America/Cayman|KZ Asia/Almaty|LA Asia/Vientiane|LB Asia/Beirut|LC America/St_Lucia|LI Europe/Vaduz|LK Asia/Colombo|LR Africa/Monrovia|LS Africa/Maseru|LT Europe/Vilnius|LU Europe/Luxembourg|LV Europe/Riga|LY Africa/Tripoli|
MA Africa/Casablanca|MC Europe/Monaco|MD Europe/Chisinau|ME Europe/Podgorica|MF America/Marigot|MG Indian/Antananarivo|MH Pacific/Majuro|MK Europe/Skopje|ML Africa/Bamako|MM Asia/Yangon|MN Asia/Ulaanbaatar|MO Asia/Macau|MP Pacific/Saipan|MQ America/Martinique|MR Africa/Nouakchott|MS America/Montserrat|MT Europe/Malta|MU Indian/Mauritius|MV Indian/Maldives|MW Africa/Blantyre|MX America/Mexico_City|MY Asia/Kuala_Lumpur|MZ Africa/Maputo|
NA Africa/Windhoek|NC Pacific/Noumea|NE Africa/Niamey|NF Pacific/Norfolk|NG Africa/Lagos|NI America/Managua|NL Europe/Amsterdam|NO Europe/Oslo|NP Asia/Kathmandu|NR Pacific/Nauru|NU Pacific/Niue|NZ Pacific/Auckland|OM Asia/Muscat|PA America/Panama|PE America/Lima|PF Pacific/Tahiti|PG Pacific/Port_Moresby|PH Asia/Manila|PK Asia/Karachi|PL Europe/Warsaw|PM America/Miquelon|PN Pacific/Pitcairn|PR America/Puerto_Rico|PS Asia/Hebron|PT Europe/Lisbon|PW Pacific/Palau|PY America/Asuncion|
QA Asia/Qatar|RE Indian/Reunion|RO Europe/Bucharest|RS Europe/Belgrade|RU Europe/Moscow|RW Africa/Kigali|SA Asia/Riyadh|SB Pacific/Guadalcanal|SC Indian/Mahe|SD Africa/Khartoum|SE Europe/Stockholm|SG Asia/Singapore|SH Atlantic/St_Helena|SI Europe/Ljubljana|SJ Arctic/Longyearbyen|SK Europe/Bratislava|SL Africa/Freetown|SM Europe/San_Marino|SN Africa/Dakar|SO Africa/Mogadishu|SR America/Paramaribo|SS Africa/Juba|ST Africa/Sao_Tome|SV America/El_Salvador|SX America/Lower_Princes|SY Asia/Damascus|SZ Africa/Mbabane|
TC America/Grand_Turk|TD Africa/Ndjamena|TF Indian/Kerguelen|TG Africa/Lome|TH Asia/Bangkok|TJ Asia/Dushanbe|TK Pacific/Fakaofo|TL Asia/Dili|TM Asia/Ashgabat|TN Africa/Tunis|TO Pacific/Tongatapu|TR Europe/Istanbul|TT America/Port_of_Spain|TV Pacific/Funafuti|TW Asia/Taipei|TZ Africa/Dar_es_Salaam|UA Europe/Kyiv|UG Africa/Kampala|UM Pacific/Midway|US America/New_York|UY America/Montevideo|UZ Asia/Tashkent|
VA Europe/Vatican|VC America/St_Vincent|VE America/Caracas|VG America/Tortola|VI America/St_Thomas|VN Asia/Ho_Chi_Minh|VU Pacific/Efate|WF Pacific/Wallis|WS Pacific/Apia|XK Europe/Belgrade|YE Asia/Aden|YT Indian/Mayotte|ZA Africa/Johannesburg|ZM Africa/Lusaka|ZW Africa/Harare|
IC Atlantic/Canary|EA Africa/Ceuta|XI Europe/London`
    .replaceAll('\n', '')
    .split('|')
    .map((entry) => [entry.slice(0, 2), entry.slice(3)]),
);

/** By state where the postal code gives one (`regionOfPostalCode`); a state split in two has its larger part. */
const byRegion: Readonly<Record<string, string>> = {
  'FR-971': 'America/Guadeloupe',
  'FR-972': 'America/Martinique',
  'FR-973': 'America/Cayenne',
  'FR-974': 'Indian/Reunion',
  'FR-976': 'Indian/Mayotte',
  'FR-PM': 'America/Miquelon',
  'FR-BL': 'America/St_Barthelemy',
  'FR-MF': 'America/Marigot',
  'FR-TF': 'Indian/Kerguelen',
  'FR-WF': 'Pacific/Wallis',
  'FR-PF': 'Pacific/Tahiti',
  'FR-NC': 'Pacific/Noumea',
  'ES-CN': 'Atlantic/Canary',
  'ES-CE': 'Africa/Ceuta',
  'ES-ML': 'Africa/Ceuta',
  'PT-20': 'Atlantic/Azores',
  'PT-30': 'Atlantic/Madeira',
  'BR-AC': 'America/Rio_Branco',
  'BR-AM': 'America/Manaus',
  'BR-RO': 'America/Porto_Velho',
  'BR-RR': 'America/Boa_Vista',
  'BR-MT': 'America/Cuiaba',
  'BR-MS': 'America/Campo_Grande',
  'BR-PA': 'America/Belem',
  'BR-AP': 'America/Belem',
  'BR-MA': 'America/Fortaleza',
  'BR-CE': 'America/Fortaleza',
  'BR-PI': 'America/Fortaleza',
  'BR-RN': 'America/Fortaleza',
  'BR-PB': 'America/Fortaleza',
  'BR-PE': 'America/Recife',
  'BR-AL': 'America/Maceio',
  'BR-SE': 'America/Maceio',
  'BR-BA': 'America/Bahia',
  'BR-TO': 'America/Araguaina',
  'CA-NL': 'America/St_Johns',
  'CA-NS': 'America/Halifax',
  'CA-PE': 'America/Halifax',
  'CA-NB': 'America/Moncton',
  'CA-MB': 'America/Winnipeg',
  'CA-SK': 'America/Regina',
  'CA-AB': 'America/Edmonton',
  'CA-BC': 'America/Vancouver',
  'CA-YT': 'America/Whitehorse',
  'CA-NT': 'America/Edmonton',
  'CA-NU': 'America/Iqaluit',
  'AU-VIC': 'Australia/Melbourne',
  'AU-QLD': 'Australia/Brisbane',
  'AU-SA': 'Australia/Adelaide',
  'AU-WA': 'Australia/Perth',
  'AU-TAS': 'Australia/Hobart',
  'AU-NT': 'Australia/Darwin',
  'US-PR': 'America/Puerto_Rico',
  'US-VI': 'America/St_Thomas',
  'US-GU': 'Pacific/Guam',
  'US-HI': 'Pacific/Honolulu',
  'US-AK': 'America/Anchorage',
  'US-AZ': 'America/Phoenix',
  'US-ID': 'America/Boise',
  ...Object.fromEntries('CA NV OR WA'.split(' ').map((state) => [`US-${state}`, 'America/Los_Angeles'])),
  ...Object.fromEntries('CO MT NM UT WY'.split(' ').map((state) => [`US-${state}`, 'America/Denver'])),
  ...Object.fromEntries(
    'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI'
      .split(' ')
      .map((state) => [`US-${state}`, 'America/Chicago']),
  ),
};

/** Postal codes whose zone is not their region's. */
const byPostalCode: Readonly<Record<string, (postalCode: string) => string | null>> = {
  DE: postalRanges('Europe/Busingen 78266'),
  FI: postalRanges('Europe/Mariehamn 22'),
  FR: postalRanges('Europe/Monaco 980'),
  DK: postalRanges('America/Nuuk 39; Atlantic/Faroe 38'),
  BR: postalRanges('America/Noronha 53990'),
  // Eastern Tennessee and western Florida, Kentucky, Texas' El Paso, Idaho's panhandle, Lord Howe and Broken Hill.
  US: postalRanges(
    'America/New_York 373-374 376-379; America/Chicago 324-325 420-424 463-464 476-477; America/Denver 798-799 885 577 693; America/Los_Angeles 835 838',
  ),
  AU: postalRanges('Australia/Lord_Howe 2898; Australia/Broken_Hill 2880; Australia/Sydney 02'),
  MX: postalRanges(
    'America/Cancun 77; America/Tijuana 21-22; America/Hermosillo 83-85; America/Mazatlan 23 63 80-82; America/Chihuahua 31-33; America/Monterrey 25-27 64-67',
  ),
  RU: postalRanges(
    `Europe/Kaliningrad 236 238; Europe/Samara 426-427 443-446; Europe/Saratov 410-413; Europe/Ulyanovsk 432-433; Asia/Yekaterinburg 450-462 614-628 640-641; Asia/Omsk 644-646;
    Asia/Novosibirsk 630-633; Asia/Tomsk 634-636; Asia/Barnaul 656-659 649; Asia/Novokuznetsk 650-654; Asia/Krasnoyarsk 647-648 655 660-668; Asia/Irkutsk 664-666 669-671;
    Asia/Chita 672-674; Asia/Yakutsk 675-678; Asia/Vladivostok 679-682 690-692; Asia/Sakhalin 693-694; Asia/Magadan 685-686; Asia/Kamchatka 683-684 688-689`,
  ),
  ID: postalRanges('Asia/Makassar 80-87 90-97 70-72 76-77; Asia/Jayapura 97-99'),
  KZ: postalRanges('Asia/Qyzylorda 12; Asia/Aqtobe 03; Asia/Atyrau 06; Asia/Aqtau 13'),
  MN: postalRanges('Asia/Hovd 84-85'),
  ES: postalRanges('Africa/Ceuta 51-52'),
};

/** The IANA zone in force at a place; UTC for what is no country. `postalCode` is normalised. */
export const zoneOf = (country: string, postalCode: string): string => {
  const exact = byPostalCode[country]?.(postalCode);
  if (exact !== undefined && exact !== null) return exact;
  const region = regionOfPostalCode(country, postalCode);
  return (region === null ? undefined : byRegion[region]) ?? byCountry[country] ?? 'UTC';
};
