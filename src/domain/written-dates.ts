import type { Instant, LocalDate } from './calendar/instant.ts';
import type { Language } from './languages.ts';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', de: 'de-DE', it: 'it-IT', es: 'es-ES' };

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const minute = {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/** The first of a month is an ordinal in French and Italian. */
const withFirst = (written: string, language: Language): string => {
  if (language === 'fr') return written.replace(/(?<!\d)1(?=\s)/g, '1er');
  if (language === 'it') return written.replace(/(?<!\d)1(?=\s)/g, '1º');
  return written;
};

/** CLDR's comma after an English or Spanish weekday does not sit in a sentence; the German one belongs there. */
const polished = (written: string, language: Language): string =>
  withFirst(
    language === 'en' || language === 'es' ? written.replace(/(\p{L}), (\d)/gu, '$1 $2') : written,
    language,
  );

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does. */
const formatterOf = (language: Language, form: 'day' | 'minute', timeZone: string): Intl.DateTimeFormat => {
  const key = `${language} ${form} ${timeZone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const options = form === 'day' ? day : minute;
  const made = new Intl.DateTimeFormat(locales[language], { ...options, timeZone });
  formatters.set(key, made);
  return made;
};

/** A date as people write it: "samedi 4 avril 2026", "Samstag, 4. April 2026", "Saturday 4 April 2026". */
export const writtenDate = (date: LocalDate, language: Language): string =>
  polished(formatterOf(language, 'day', 'UTC').format(Date.parse(date)), language);

/** The local day of an instant. */
export const writtenDay = (at: Instant, language: Language, timeZone: string): string =>
  polished(formatterOf(language, 'day', timeZone).format(Date.parse(at)), language);

/** To the minute: "Wed 13 May, 14:05". */
export const writtenTime = (at: Instant, language: Language, timeZone: string): string =>
  withFirst(formatterOf(language, 'minute', timeZone).format(Date.parse(at)), language);

/** Both days written out, what they share said once: "Monday 11 – Wednesday 13 May 2026". */
export const writtenWindow = (from: LocalDate, to: LocalDate, language: Language): string =>
  polished(formatterOf(language, 'day', 'UTC').formatRange(Date.parse(from), Date.parse(to)), language);

/**
 * The last day before an instant. Deadlines are the first instant at which it is too late, so one at
 * midnight names the day that has just ended there.
 */
export const lastDayBefore = (at: Instant, language: Language, timeZone: string): string =>
  polished(formatterOf(language, 'day', timeZone).format(Date.parse(at) - 1), language);
