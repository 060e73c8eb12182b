import type { Language } from '../languages.ts';

/** A holiday's name in the languages we have it in. */
export type HolidayNames = Readonly<Partial<Record<Language, string>>>;

/**
 * Which days a rule means: `05-01` each year, `2026-06-15` once, `E+60` and `O-48` days from western
 * and orthodox Easter, `05-sun-2` the second Sunday of May.
 */
export type DayRule = string;

export interface AddedHoliday {
  readonly on: DayRule;
  readonly names: HolidayNames;
  /** First and last year, both included. */
  readonly from?: number;
  readonly until?: number;
}

export interface HolidayOverride {
  readonly add?: readonly AddedHoliday[];
  /** Days that the library calls a public holiday and the law does not. */
  readonly drop?: readonly DayRule[];
  /**
   * Holidays that move when they fall on these weekdays (0 is Monday): to the next day that is
   * neither such a weekday nor a holiday. The day itself stays a holiday.
   */
  readonly substitutes?: {
    readonly days: readonly DayRule[];
    readonly when: readonly number[];
    readonly from?: number;
  };
}

const n = (fr: string, en: string, de: string, it: string, es: string): HolidayNames => ({
  fr,
  en,
  de,
  it,
  es,
});

const restDay = n(
  'jour de repos déplacé',
  'moved rest day',
  'verlegter Ruhetag',
  'giorno di riposo spostato',
  'día de descanso trasladado',
);
const cleanMonday = n('Lundi pur', 'Clean Monday', 'Sauberer Montag', 'Lunedì puro', 'Lunes Limpio');
const kataklysmos = n(
  'Kataklysmos (lundi de Pentecôte)',
  'Kataklysmos (Whit Monday)',
  'Kataklysmos (Pfingstmontag)',
  'Kataklysmos (lunedì di Pentecoste)',
  'Kataklysmos (Lunes de Pentecostés)',
);
const holySaturday = n('Samedi saint', 'Holy Saturday', 'Karsamstag', 'Sabato santo', 'Sábado Santo');
const boxingDay = n(
  'Lendemain de Noël',
  'Second day of Christmas',
  '2. Weihnachtstag',
  'Santo Stefano',
  'San Esteban',
);
const euroDay = n(
  "passage à l'euro",
  'changeover to the euro',
  'Umstellung auf den Euro',
  "passaggio all'euro",
  'paso al euro',
);
const mothersDay = n('Fête des mères', "Mother's Day", 'Muttertag', 'Festa della mamma', 'Día de la Madre');
const fathersDay = n('Fête des pères', "Father's Day", 'Vatertag', 'Festa del papà', 'Día del Padre');
const pentecost = n('Pentecôte', 'Pentecost', 'Pfingstsonntag', 'Pentecoste', 'Pentecostés');
const whitMonday = n(
  'Lundi de Pentecôte',
  'Whit Monday',
  'Pfingstmontag',
  'Lunedì di Pentecoste',
  'Lunes de Pentecostés',
);
const labourDay = n(
  'Fête du Travail',
  'Labour Day',
  'Tag der Arbeit',
  'Festa del Lavoro',
  'Fiesta del Trabajo',
);
const abolition = n(
  "Abolition de l'esclavage",
  'Abolition of Slavery',
  'Abschaffung der Sklaverei',
  'Abolizione della schiavitù',
  'Abolición de la esclavitud',
);
const assumption = n('Assomption', 'Assumption', 'Mariä Himmelfahrt', 'Assunzione', 'Asunción');
const allSaints = n('Toussaint', "All Saints' Day", 'Allerheiligen', 'Ognissanti', 'Todos los Santos');
const carnivalMonday = n(
  'Lundi gras',
  'Shrove Monday',
  'Rosenmontag',
  'Lunedì di Carnevale',
  'Lunes de Carnaval',
);
const victory = n(
  'Victoire sur le fascisme',
  'Day of Victory over Fascism',
  'Tag des Sieges über den Faschismus',
  'Giornata della vittoria sul fascismo',
  'Día de la Victoria sobre el Fascismo',
);
const sevenSorrows = n(
  'Notre-Dame des Douleurs',
  'Our Lady of Sorrows',
  'Mariä Schmerzen',
  'Beata Vergine Maria Addolorata',
  'Nuestra Señora de los Dolores',
);
const azores = n(
  'Jour des Açores',
  'Azores Day',
  'Tag der Azoren',
  'Giorno delle Azzorre',
  'Día de las Azores',
);
const madeira = n('Jour de Madère', 'Madeira Day', 'Tag von Madeira', 'Giorno di Madera', 'Día de Madeira');
const blackAwareness = n(
  'Conscience noire',
  'Black Awareness Day',
  'Tag des schwarzen Bewusstseins',
  'Giornata della coscienza nera',
  'Día de la Conciencia Negra',
);
const worldCup = n(
  'Coupe du monde de football',
  'World Cup bank holiday',
  'Fußball-Weltmeisterschaft',
  'Coppa del Mondo di calcio',
  'Copa Mundial de Fútbol',
);

const restDays = (...dates: string[]): AddedHoliday[] => dates.map((on) => ({ on, names: restDay }));
const spanish = (on: DayRule, name: string, more: Partial<AddedHoliday> = {}): AddedHoliday => ({
  on,
  names: n(name, name, name, name, name),
  ...more,
});

/**
 * Where the library is wrong, by country (`CY`) and by subdivision (`GB-SCT`), with the source of
 * each correction. The working Saturdays that Hungary and Latvia give back for a moved rest day are
 * left out on purpose: whether a centre or a carrier works on Saturdays is the seller's policy.
 */
export const holidayOverrides: Readonly<Record<string, HolidayOverride>> = {
  // Carnival Monday 2024; the library had a fixed date.
  AD: { add: [{ on: '2024-02-12', names: carnivalMonday }], drop: ['2024-02-20'] },
  // Labour Code art. 154: 26 December, Holy Saturday; weekends move except Easter (since 2017).
  // Council of Ministers, 19 Nov 2025: 31 Dec 2025 and 2 Jan 2026, once, for the euro.
  BG: {
    add: [
      { on: 'O-1', names: holySaturday },
      { on: '12-26', names: boxingDay },
      { on: '2025-12-31', names: euroDay },
      { on: '2026-01-02', names: euroDay },
    ],
    substitutes: {
      days: ['01-01', '03-03', '05-01', '05-06', '05-24', '09-06', '09-22', '12-24', '12-25', '12-26'],
      when: [5, 6],
      from: 2017,
    },
  },
  // Elections are on Sundays; 20 November is national by Law 14.759/2023, which some states' rules hide.
  BR: {
    add: [{ on: '11-20', names: blackAwareness, from: 2024 }],
    drop: ['10-sun-1', '10-sun-last'],
  },
  // Pernambuco, Law 16.059/2017: 6 March instead of its first Sunday.
  'BR-PE': {
    add: [
      {
        on: '03-06',
        names: n(
          'Révolution de Pernambouc',
          'Pernambuco Revolution',
          'Revolution von Pernambuco',
          'Rivoluzione pernambucana',
          'Revolución de Pernambuco',
        ),
      },
    ],
    drop: ['03-sun-1'],
  },
  // Green Monday is 48 days before Easter (the library is a day late); Kataklysmos is the Monday.
  CY: {
    add: [
      { on: 'O-48', names: n('Lundi vert', 'Green Monday', 'Grüner Montag', 'Lunedì verde', 'Lunes Verde') },
      { on: 'O+50', names: kataklysmos },
    ],
    drop: ['O-47'],
  },
  // Calendars of the communities for 2026 (BOE, resolution of 17 Oct 2025) and their own laws.
  'ES-CB': { add: [spanish('07-28', 'Día de las Instituciones de Cantabria')], drop: ['06-28'] },
  'ES-GA': { add: [spanish('2026-06-24', 'San Juan')] },
  'ES-MC': { add: [spanish('06-09', 'Día de la Región de Murcia')] },
  'ES-NC': { add: [spanish('12-03', 'San Francisco Javier')] },
  'ES-VC': { add: [spanish('10-09', 'Día de la Comunitat Valenciana')] },
  // Code du travail L3422-2.
  'FR-MF': { add: [{ on: '05-28', names: abolition }], drop: ['05-27'] },
  // Royal proclamation of 4 February 2026.
  'GB-SCT': { add: [{ on: '2026-06-15', names: worldCup }] },
  // 1 May 2024 was in Holy Week and moved to the Tuesday after Easter by ministerial decision.
  GR: {
    add: [
      { on: 'O-48', names: cleanMonday },
      { on: '2024-05-07', names: labourDay },
    ],
    drop: ['2024-05-01'],
  },
  // Decrees 15/2023 GFM, 11/2024 NGM and 10/2025 NGM on the working order around public holidays.
  HU: {
    add: restDays(
      '2024-08-19',
      '2024-12-24',
      '2024-12-27',
      '2025-05-02',
      '2025-10-24',
      '2025-12-24',
      '2026-01-02',
      '2026-08-21',
      '2026-12-24',
    ),
  },
  // Bridge days are custom, not law; 15 August and 1 November are (Arbeitsgesetz, art. 18).
  LI: {
    add: [
      { on: '08-15', names: assumption },
      { on: '11-01', names: allSaints },
    ],
    drop: ['E+40', 'E+61'],
  },
  // Labour Code art. 123.
  LT: {
    add: [
      { on: '05-sun-1', names: mothersDay },
      { on: '06-sun-1', names: fathersDay },
    ],
  },
  // Law on public holidays (both Sundays), and the Cabinet's yearly order on moved working days.
  LV: {
    add: [
      { on: '05-sun-2', names: mothersDay },
      { on: 'E+49', names: pentecost },
      ...restDays('2024-12-23', '2024-12-30', '2025-05-02', '2025-11-17', '2026-01-02', '2026-06-22'),
    ],
  },
  // Law 798 of 1966: these six move from Sunday to Monday, Saint Devota and 8 December do not.
  MC: {
    // The library's own moved days, one of them for a holiday that does not move.
    drop: ['01-28', '05-02', '11-20', '12-26'],
    substitutes: { days: ['01-01', '05-01', '08-15', '11-01', '11-19', '12-25'], when: [6] },
  },
  // Regional decrees: Whit Monday in the Azores, 1 July and 26 December in Madeira.
  'PT-20': { add: [{ on: 'E+50', names: azores }] },
  'PT-30': {
    add: [
      { on: '07-01', names: madeira },
      { on: '12-26', names: boxingDay },
    ],
  },
  // The consolidation package suspends these two rest days for 2026 only.
  SK: {
    add: [
      { on: '05-08', names: victory, from: 2027 },
      { on: '09-15', names: sevenSorrows, from: 2027 },
    ],
  },
  // South Tyrol alone in Italy keeps Whit Monday.
  'IT-BZ': { add: [{ on: 'E+50', names: whitMonday }] },
};

export const substituteSuffix: Readonly<Record<Language, string>> = {
  fr: 'jour de remplacement',
  en: 'substitute day',
  de: 'Ersatztag',
  it: 'giorno sostitutivo',
  es: 'día sustitutivo',
};
