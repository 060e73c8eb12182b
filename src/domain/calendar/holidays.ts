import HolidayLibrary from 'date-holidays';
import type { Language } from '../languages.ts';
import { isoCountry, normalizeCountry } from './countries.ts';
import {
  civilFromDay,
  type DayNumber,
  dayFromCivil,
  dayFromDate,
  orthodoxEaster,
  weekdayOf,
  westernEaster,
} from './day.ts';
import {
  type DayRule,
  type HolidayNames,
  type HolidayOverride,
  holidayOverrides,
  substituteSuffix,
} from './holiday-overrides.ts';
import type { LocalDate } from './instant.ts';
import { libraryPlace } from './library-place.ts';

/** A public holiday; `name` gives the buyer's language where it is known, else English, else the country's own. */
export interface Holiday {
  readonly name: (language: Language) => string;
}

/** The public holidays of one place. */
export interface HolidayCalendar {
  readonly on: (day: DayNumber) => Holiday | null;
}

/** The library's moon and sun tables are neither exact nor quick beyond these years. */
const firstYear = 1950;
const lastYear = 2150;

type Year = Map<DayNumber, Holiday>;
type NamedRule = { readonly date: string; readonly start: Date; readonly end: Date; readonly name: string };

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const dayOfRule = (rule: DayRule, year: number): DayNumber | null => {
  const easter = /^([EO])([+-]\d+)$/.exec(rule);
  if (easter !== null) {
    return (easter[1] === 'E' ? westernEaster(year) : orthodoxEaster(year)) + Number(easter[2]);
  }
  const nth = /^(\d\d)-([a-z]{3})-(\d|last)$/.exec(rule);
  if (nth !== null) {
    const month = Number(nth[1]);
    const weekday = weekdayNames.indexOf(nth[2] ?? '');
    if (nth[3] === 'last') {
      const end = dayFromCivil(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - 1;
      return end - ((weekdayOf(end) - weekday + 7) % 7);
    }
    const first = dayFromCivil(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (Number(nth[3]) - 1);
  }
  const date = rule.length === 5 ? `${String(year).padStart(4, '0')}-${rule}` : rule;
  const day = dayFromDate(date);
  return day !== null && civilFromDay(day).year === year ? day : null;
};

const named = (names: HolidayNames, fallback: string): Holiday => ({
  name: (language) => names[language] ?? names.en ?? fallback,
});

const substituteOf = (holiday: Holiday): Holiday => ({
  name: (language) => `${holiday.name(language)} (${substituteSuffix[language]})`,
});

/** The library's own answer. Half days (Iceland's Christmas Eve from 13:00) are no rest days. */
const fromLibrary = (country: string, path: readonly string[], year: number): Year => {
  const days: Year = new Map();
  const load = (language: Language): readonly NamedRule[] => {
    const options = { languages: [language, 'en'], types: ['public' as const] };
    const [state = '', region = ''] = path;
    const library =
      region !== ''
        ? new HolidayLibrary(country, state, region, options)
        : state !== ''
          ? new HolidayLibrary(country, state, options)
          : new HolidayLibrary(country, options);
    return library.getHolidays(year, language).filter((holiday) => holiday.type === 'public');
  };
  // English decides the days; other languages are asked only when a name is wanted in them.
  const byLanguage = new Map<Language, readonly NamedRule[]>();
  const inLanguage = (language: Language) => {
    const loaded = byLanguage.get(language) ?? load(language);
    byLanguage.set(language, loaded);
    return loaded;
  };
  inLanguage('en').forEach((entry, index) => {
    const first = dayFromDate(entry.date.slice(0, 10));
    if (first === null || entry.date.slice(11, 16) !== '00:00') return;
    // The length is measured in real time, and a day of the clock change has 23 or 25 hours.
    const length = Math.max(1, Math.round((entry.end.getTime() - entry.start.getTime()) / 86_400_000));
    const holiday: Holiday = {
      name: (language) => {
        const list = inLanguage(language);
        const same = list[index];
        const other = same?.date === entry.date ? same : list.find(({ date }) => date === entry.date);
        // The library leaves these words in English where it has no others.
        return (other ?? entry).name.replace(substituteSuffix.en, substituteSuffix[language]);
      },
    };
    for (let day = first; day < first + length; day++) if (!days.has(day)) days.set(day, holiday);
  });
  return days;
};

const applyOverride = (days: Year, override: HolidayOverride, year: number): void => {
  for (const rule of override.drop ?? []) {
    const day = dayOfRule(rule, year);
    if (day !== null) days.delete(day);
  }
  for (const { on, names, from = firstYear, until = lastYear } of override.add ?? []) {
    const day = year >= from && year <= until ? dayOfRule(on, year) : null;
    if (day !== null) days.set(day, named(names, on));
  }
  const { substitutes } = override;
  if (substitutes === undefined || year < (substitutes.from ?? firstYear)) return;
  for (const rule of substitutes.days) {
    const day = dayOfRule(rule, year);
    const holiday = day === null ? undefined : days.get(day);
    if (day === null || holiday === undefined || !substitutes.when.includes(weekdayOf(day))) continue;
    let next = day + 1;
    while (substitutes.when.includes(weekdayOf(next)) || days.has(next)) next++;
    days.set(next, substituteOf(holiday));
  }
};

const calendars = new Map<string, HolidayCalendar>();
const noHolidays: HolidayCalendar = { on: () => null };

const build = (country: string, subdivision: string | null): HolidayCalendar => {
  const place = libraryPlace(country, subdivision);
  const years = new Map<number, Year>();
  const yearOf = (year: number): Year => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const days = fromLibrary(place.country, place.path, year);
    for (const key of place.overrides) {
      const override = holidayOverrides[key];
      if (override !== undefined) applyOverride(days, override, year);
    }
    years.set(year, days);
    return days;
  };
  // Consecutive questions are nearly always about one year: remember where it begins and ends.
  let first = 1;
  let last = 0;
  let days: Year = new Map();
  return {
    on: (day) => {
      if (day < first || day > last) {
        const { year } = civilFromDay(day);
        if (year < firstYear || year > lastYear) return null;
        days = yearOf(year);
        first = dayFromCivil(year, 1, 1);
        last = dayFromCivil(year, 12, 31);
      }
      return days.get(day) ?? null;
    },
  };
};

/**
 * The calendar of a country and region (ISO 3166-2, or null for what holds in the whole country).
 * A subdivision that decides nothing, or is another country's, takes the national holidays.
 */
export const holidayCalendar = (country: string, subdivision: string | null): HolidayCalendar => {
  const key = `${country}|${subdivision ?? ''}`;
  const known = calendars.get(key);
  if (known !== undefined) return known;
  const code = normalizeCountry(country);
  if (code === null) return noHolidays;
  const built = build(country === 'IC' ? 'IC' : isoCountry(code), subdivision);
  // Subdivisions come from checked policies and our own tables, so this stays small by itself.
  if (calendars.size > 2_000) calendars.clear();
  calendars.set(key, built);
  return built;
};

/** The public holiday of a place on a local date, or null. */
export const holidayOn = (country: string, subdivision: string | null, date: LocalDate): Holiday | null => {
  const day = dayFromDate(date);
  return day === null ? null : holidayCalendar(country, subdivision).on(day);
};
