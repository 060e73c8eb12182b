import type { Instant } from '../../domain/calendar/instant.ts';
import type { Language } from '../../domain/languages.ts';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', de: 'de-DE', it: 'it-IT', es: 'es-ES' };

/**
 * The last day before an instant, written out: "Friday 8 May 2026". Deadlines are the first instant at
 * which it is too late, so one at midnight names the day that has just ended there.
 */
export const lastDayBefore = (at: Instant, language: Language, timeZone: string): string => {
  const written = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeZone }).format(
    Date.parse(at) - 1,
  );
  // The first of a month is an ordinal in French and Italian.
  if (language === 'fr') return written.replace(/(?<!\d)1 /, '1er ');
  if (language === 'it') return written.replace(/(?<!\d)1 /, '1º ');
  return written;
};
