import type { LocalDate } from './instant.ts';

/**
 * Days as integers since 1970-01-01: what loops over a calendar count with. Proleptic Gregorian,
 * after Howard Hinnant's `days_from_civil`, so nothing here builds a Date.
 */
export type DayNumber = number;

export const millisecondsPerDay = 86_400_000;

/** Days before or after these have no `YYYY-MM-DD`: years 0001 to 9999. */
export const firstDay: DayNumber = -719_162;
export const lastDay: DayNumber = 2_932_896;

export const dayFromCivil = (year: number, month: number, day: number): DayNumber => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

export const civilFromDay = (number: DayNumber): { year: number; month: number; day: number } => {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
};

/** The day a `YYYY-MM-DD` names, or null: `2026-02-30` is no date. */
export const dayFromDate = (date: LocalDate): DayNumber | null => {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const number = dayFromCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
  return dateFromDay(number) === date ? number : null;
};

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const texts = new Map<DayNumber, LocalDate>();

export const dateFromDay = (number: DayNumber): LocalDate => {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const { year, month, day } = civilFromDay(number);
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  // A seller's promises span months, not millennia: past this the cache is being swept by a test.
  if (texts.size > 20_000) texts.clear();
  texts.set(number, text);
  return text;
};

/** 0 is Monday, as in `weekdays` of the delivery policy. 1970-01-01 was a Thursday. */
export const weekdayOf = (number: DayNumber): number => (((number + 3) % 7) + 7) % 7;

/** Easter Sunday of the Western churches (Gregorian calendar, anonymous algorithm of 1876). */
export const westernEaster = (year: number): DayNumber => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayFromCivil(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
};

/** Easter Sunday of the Orthodox churches: Meeus's Julian algorithm, on the Gregorian calendar. */
export const orthodoxEaster = (year: number): DayNumber => {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const julianOffset = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayFromCivil(year, month, ((d + e + 114) % 31) + 1) + julianOffset;
};
