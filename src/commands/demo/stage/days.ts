import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/Paris';
const hourMs = 3_600_000;

export const hoursBefore = (now: Date, hours: number): string =>
  new Date(now.getTime() - hours * hourMs).toISOString();

export const daysBefore = (now: Date, days: number): string => hoursBefore(now, 24 * days);

/** The instant of a wall clock in Paris, where the default warehouse is. */
export const inParis = (date: string, time: string): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString();

export const dateInParis = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

export const plusDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

const formatter = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** `Thu 24 Dec`. */
export const day = (date: string): string => formatter.format(new Date(`${date}T00:00:00Z`)).replace(',', '');

/** With the year, for dates far from today: `Fri 15 Aug 2025`. */
export const dayAndYear = (date: string): string => `${day(date)} ${date.slice(0, 4)}`;

/** A window: `Tue 24 – Thu 26 Nov`. */
export const span = (from: string, to: string): string => {
  if (from === to) return day(from);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return `${sameMonth ? day(from).replace(/ \S+$/, '') : day(from)} – ${day(to)}`;
};

export interface LongWeekend {
  readonly holiday: string;
  /** Part of its French name. */
  readonly name: string;
  /** The last working day before it: Thursday before a Friday, Friday before a Monday. */
  readonly eve: string;
  readonly weekday: 'monday' | 'friday';
}

/** French holidays of fixed date that are followed by a week without another one. Not 1 and 8 May. */
const fixed = [
  ['01-01', 'Nouvel An'],
  ['07-14', 'Fête Nationale'],
  ['08-15', 'Assomption'],
  ['11-01', 'Toussaint'],
  ['11-11', 'Armistice'],
  ['12-25', 'Noël'],
] as const;

const longWeekendsOf = (year: number): LongWeekend[] =>
  fixed.flatMap(([monthDay, name]): LongWeekend[] => {
    const holiday = `${year}-${monthDay}`;
    const { dayOfWeek } = Temporal.PlainDate.from(holiday);
    if (dayOfWeek === 5) return [{ holiday, name, eve: plusDays(holiday, -1), weekday: 'friday' }];
    if (dayOfWeek === 1) return [{ holiday, name, eve: plusDays(holiday, -3), weekday: 'monday' }];
    return [];
  });

/** The next long weekend that has not begun, and the last one that is out of the rates of 30 days by now. */
export const longWeekends = (today: string): { readonly next: LongWeekend; readonly last: LongWeekend } => {
  const year = Number(today.slice(0, 4));
  const years = [-3, -2, -1, 0, 1, 2, 3].map((n) => year + n);
  const all = years.flatMap(longWeekendsOf);
  const next = all.find(({ eve }) => eve > today);
  const last = all.findLast(({ holiday }) => plusDays(holiday, 60) < today);
  if (next === undefined || last === undefined) throw new Error('Three years without a long weekend');
  return { next, last };
};
