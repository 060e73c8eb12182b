import { postalRanges } from './postal-ranges.ts';

/**
 * German Länder by postal code, after the ranges of Deutsche Post: whole prefixes first, exceptions
 * by longer bounds, `-` where one code serves two Länder or where we are not sure.
 */
const german = postalRanges(
  `SN 01-02 04 08-09; BB 01941-01998 03 04891-04938; TH 04581-04639 06551-06578 07 36404-36469 37301-37359 96515-96529 98-99;
  - 07919 07343; SN 07952 07982 07985; ST 06 29410-29416 38481-38489 38801-38899 39; BE 10 12 13 140 141; BB 144-147 15 16 14300-14399;
  - 14715; MV 17 18 190-192 19370-19417 19300-19306; BB 17258 17261-17291 17326 17337 19307-19356; - 17259 17309 17321 17322 17328 17335 19357 19273; NI 19271-19272;
  HH 20 21001-21037 21040-21149 22; - 21039 22113 22145; NI 212-217; SH 21451-21521 21524-21529 228-229 23 24 25 27483-27498; - 21522;
  MV 23921-23999; NI 26 270-273 274; HB 275 28; - 27499; NI 27607-27809 28784-28790 28816-28879 29 30 31; NW 32 33;
  HE 341-343 35 36 34441-34639; NI 34346-34355; - 34399 37194; NW 34414-34440; NI 370-371 37197-37199 374-376 377-379 38; HE 37195 37201-37299;
  NW 37651-37688 37692-37696; - 37691; NW 40-48; NI 48442-48465 48478-48480 48486-48488 48497-48531; NI 49; NW 49461-49549;
  NW 50-52 53; RP 51598 53401-53579 53614-53619 54-56; HE 55240-55252; RP 57501-57648; NW 570-574 58 59; - 59969;
  HE 60 61 62 63 64 65; BY 63701-63774 63777-63927 63930-63939; - 63776 63928 64754 65326 65391; RP 65558-65582 65621-65626 65629;
  SL 66; RP 66461-66509 66841-66999 67; BW 680-683 687-691 69000-69234 69240-69429 69434-69469 69489-69502 69510-69514;
  HE 68501-68519 686 69235-69239 69430-69431 69479-69488 69503-69509 69515-69518; BW 68520-68549; - 69434;
  BW 70-79; - 74594; RP 76711-76891; BY 80-87; BW 880 88147 88181-88999 890 891; - 88147; BY 88101-88146 88148-88179 892-894; - 89087; BW 895-896;
  BY 90-95 960-964 970-978; BW 97861-97877 97893-97895 979; BY 97888-97892 97901-97909; - 97896`,
);

/**
 * Bavarian codes whose municipalities are mostly Catholic, where Assumption Day is a public holiday
 * (Feiertagsgesetz art. 1 (1) 2; the statistical office's list is by municipality, so only codes
 * we are sure of are here). Elsewhere in Bavaria the code does not decide, and the day counts as a
 * working day. Augsburg's Peace Festival (8 August) is the city's alone, and so are its codes.
 */
const assumption = postalRanges(
  `KATH 80-84 850-859 861-865 86609 868-869 874-879 924-925 92318 92637 93 940-945 89312 91301 96047-96052 97070-97084 63739-63743;
  A 86150-86199; - 87700 94496`,
);

const british = /^(?:(BT)|(AB|DD|EH|FK|HS|IV|KA|KW|KY|ML|PA|PH|ZE|DG|G)|(TD))(\d{1,2})/;

const brazilian = postalRanges(
  `SP 0 1; RJ 20-28; ES 29; MG 3; BA 40-48; SE 49; PE 50-56; AL 57; PB 58; RN 59; CE 60-63; PI 64; MA 65;
  PA 66-68; AP 689; AM 69; RR 693; AC 699; DF 70-71 720-727; GO 728-729; DF 730-736; GO 737-767; RO 768-769;
  TO 77; MT 780-788; RO 789; MS 79; PR 80-87; SC 88-89; RS 9`,
);

const american = postalRanges(
  `MA 010-027; RI 028-029; NH 030-038; ME 039-049; VT 050-059; MA 055; CT 060-069; NJ 070-089; NY 005 100-149 06390; PA 150-196; DE 197-199;
  DC 200 202-205 569; VA 201 220-246; MD 206-219; WV 247-268; NC 270-289; SC 290-299; GA 300-319 398-399; FL 320-349; AL 350-369; TN 370-385;
  MS 386-397; KY 400-427; OH 430-459; IN 460-479; MI 480-499; IA 500-528; WI 530-549; MN 550-567; SD 570-577; ND 580-588; MT 590-599;
  IL 600-629; MO 630-658; KS 660-679; NE 680-693; LA 700-714; AR 716-729; OK 730-749; TX 733 750-799 885; CO 800-816; WY 820-831; ID 832-838;
  UT 840-847; AZ 850-865; NM 870-884; NV 889-898; CA 900-961; HI 967-968; OR 970-979; WA 980-994; AK 995-999; PR 006-007 009; VI 008; GU 969; - 340`,
);

const australian = postalRanges(
  `NSW 1 2; ACT 0200-0299 2600-2618 2900-2920; VIC 3 8; QLD 4 9; SA 5; WA 6; TAS 7; NT 08 09; - 2620 2611 2618`,
);

const canadian: Readonly<Record<string, string>> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  Y: 'YT',
};

/** Spain: the first two digits are the province. */
const spanish = postalRanges(
  `PV 01 20 48; CM 02 13 16 19 45; VC 03 12 46; AN 04 11 14 18 21 23 29 41; CL 05 09 24 34 37 40 42 47 49; EX 06 10; IB 07; CT 08 17 25 43;
  GA 15 27 32 36; AR 22 44 50; RI 26; MD 28; MC 30; NC 31; AS 33; CN 35 38; CB 39; CE 51; ML 52`,
);

const french = postalRanges(
  '57 57; 67 67; 68 68; BL 97133 977; MF 97150 978; 971 971; 972 972; 973 973; 974 974; PM 975; 976 976; TF 984; WF 986; PF 987; NC 988',
);

const prefixed = (country: string, local: string | null | undefined): string | null =>
  local === null || local === undefined ? null : `${country}-${local}`;

/** Countries where the postal code decides or nothing does; an address's region is not asked. */
export const postalCodeDecides: ReadonlySet<string> = new Set([
  'FR',
  'DE',
  'ES',
  'PT',
  'GB',
  'IT',
  'BR',
  'US',
  'CA',
  'AU',
  'AT',
  'CH',
]);

/**
 * The region whose public holidays hold at a postal code, or null for the national ones: where the
 * code decides no region, where it serves several, and where regions have no holidays of their own
 * (Austria's Länder; Italy's patron days are municipal). Swiss codes cross cantons too often to
 * decide. `postalCode` is normalised (upper case, no blanks). `DE-BY-KATH` and `DE-BY-A` are ours.
 */
export const regionOfPostalCode = (country: string, postalCode: string): string | null => {
  switch (country) {
    case 'FR':
      return prefixed('FR', french(postalCode));
    case 'DE': {
      const land = german(postalCode);
      const part = land === 'BY' ? assumption(postalCode) : null;
      return part === null ? prefixed('DE', land) : `DE-BY-${part}`;
    }
    case 'ES':
      return prefixed('ES', spanish(postalCode));
    case 'PT':
      return /^9[0-4]/.test(postalCode) ? 'PT-30' : /^9[5-9]/.test(postalCode) ? 'PT-20' : null;
    case 'IT':
      // Every code 39… is in the province of Bolzano, and no other is.
      return postalCode.startsWith('39') ? 'IT-BZ' : null;
    case 'GB': {
      const area = british.exec(postalCode);
      // Codes across the Welsh border need no care: both nations keep the same bank holidays.
      if (area === null) return /^[A-Z]{1,2}\d/.test(postalCode) ? 'GB-EAW' : null;
      if (area[1] !== undefined) return 'GB-NIR';
      // TD9, TD12 and TD15 lie on both sides of the Scottish border: what the whole kingdom keeps.
      const district = Number(area[4]);
      return area[3] !== undefined && [9, 12, 15].includes(district) ? null : 'GB-SCT';
    }
    case 'BR':
      return prefixed('BR', brazilian(postalCode));
    case 'US':
      return prefixed('US', american(postalCode));
    case 'AU':
      return prefixed('AU', australian(postalCode));
    case 'CA':
      // X is the Northwest Territories and Nunavut: X0A to X0C are Nunavut.
      return postalCode.startsWith('X')
        ? /^X0[ABC]/.test(postalCode)
          ? 'CA-NU'
          : 'CA-NT'
        : prefixed('CA', canadian[postalCode.slice(0, 1)]);
    default:
      return null;
  }
};
