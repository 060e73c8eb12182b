import type { Instant, LocalDate } from '../../domain/calendar/instant.ts';
import type { Language } from '../../domain/languages.ts';

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

/** Both days written out, what they share said once: "Monday 11 – Wednesday 13 May 2026". */
export const writtenWindow = (from: LocalDate, to: LocalDate, language: Language): string => {
  const format = new Intl.DateTimeFormat(locales[language], { ...day, timeZone: 'UTC' });
  return withFirst(format.formatRange(Date.parse(from), Date.parse(to)), language);
};

/** The local day of an instant: "Wednesday 13 May 2026". */
export const writtenDay = (at: Instant, language: Language, timeZone: string): string =>
  withFirst(
    new Intl.DateTimeFormat(locales[language], { ...day, timeZone }).format(Date.parse(at)),
    language,
  );

/** To the minute: "Wed 13 May, 14:05". */
export const writtenTime = (at: Instant, language: Language, timeZone: string): string =>
  withFirst(
    new Intl.DateTimeFormat(locales[language], { ...minute, timeZone }).format(Date.parse(at)),
    language,
  );
