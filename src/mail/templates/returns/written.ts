import type { Instant } from '../../../domain/calendar/instant.ts';
import type { Language } from '../../../domain/languages.ts';
import { moneyText } from '../../../domain/money-text.ts';
import { lastDayBefore, writtenDay } from '../../../domain/written-dates.ts';

/** A day and a time of day, as they stand in a sentence. */
const joined: Record<Language, (day: string, hour: string, minute: string) => string> = {
  fr: (day, hour, minute) => `${day} à ${Number(hour)}\u00a0h\u00a0${minute}`,
  en: (day, hour, minute) => `${day} at ${hour}:${minute}`,
  de: (day, hour, minute) => `${day}, um ${hour}:${minute}\u00a0Uhr`,
  it: (day, hour, minute) => `${day} alle ore ${hour}:${minute}`,
  es: (day, hour, minute) => `${day} a ${hour === '01' ? 'la' : 'las'} ${hour}:${minute}`,
};

/** "Thursday 9 July 2026 at 14:05 (UTC+2)": nothing about it is left open, so it serves as evidence. */
const writtenMoment = (at: Instant, language: Language, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
  }).formatToParts(Date.parse(at));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  const time = joined[language](writtenDay(at, language, timeZone), part('hour'), part('minute'));
  return `${time} (${part('timeZoneName').replace('GMT', 'UTC').replace(/\+0$/, '')})`;
};

/** How a reader of this language, there, reads dates and amounts. */
export interface Written {
  moment(at: Instant): string;
  /** Of a deadline, which is the first instant that is too late. */
  lastDay(deadline: Instant): string;
  money(amountMinor: number, currency: string): string;
}

export const writtenFor = (language: Language, timeZone: string): Written => ({
  moment: (at) => writtenMoment(at, language, timeZone),
  lastDay: (deadline) => lastDayBefore(deadline, language, timeZone),
  money: (amountMinor, currency) => moneyText(amountMinor, currency, language),
});
