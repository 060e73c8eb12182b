import type { Instant } from '../domain/calendar/instant.ts';
import type { Language } from '../domain/languages.ts';
import { moneyText } from '../domain/money-text.ts';
import { printable } from './printable-text.ts';

/** An amount as the font can print it: of a currency whose sign it lacks, the code in the sign's place. */
export const printedMoney = (amountMinor: number, currency: string, language: Language): string =>
  printable(moneyText(amountMinor, currency, language)).replace('?', currency);

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', de: 'de-DE', it: 'it-IT', es: 'es-ES' };

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (language: Language, timeZone: string): Intl.DateTimeFormat => {
  const key = `${language} ${timeZone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(key, made);
  return made;
};

/** To the minute, with the year, for things that happened long ago: "13 May 2026, 14:05". */
export const printedMoment = (at: Instant, language: Language, timeZone: string): string =>
  printable(formatterOf(language, timeZone).format(Date.parse(at)));
