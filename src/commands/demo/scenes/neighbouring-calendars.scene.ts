import { dayAndYear, inParis, span } from '../stage/days.ts';
import { datesOf, quote } from '../stage/orders.ts';
import type { Scene } from '../stage/scene.ts';

/**
 * Counted by hand. The default policy: cut-off 14:00, same day; France 2 to 3 delivery days Monday to
 * Saturday (Corsica 3 to 5), Germany 3 to 5 Monday to Friday.
 *
 * Wed 1 Apr 2026: Easter is 5 April. Paris counts Thu 2, Fri 3, Sat 4. In Strasbourg Good Friday is a
 * holiday: Thu 2, Sat 4, then Sunday and Easter Monday, Tue 7. Corsica: Thu 2, Fri 3, Sat 4 | Tue 7, Wed 8.
 * Fri 2 Jan 2026: Epiphany is Tue 6. Berlin counts Mon 5, Tue 6, Wed 7, Thu 8, Fri 9; Munich not the 6th:
 * Mon 5, Wed 7, Thu 8, Fri 9, Mon 12. Fri 23 Jan 2026: Sainte-Dévote is Tue 27. Nice counts Sat 24, Mon 26,
 * Tue 27; Monaco Sat 24, Mon 26, Wed 28.
 */
const cases = [
  ['2026-04-01', 'Paris', 'FR', '75011', 'fr', '2026-04-01 2026-04-03 2026-04-04', null],
  ['2026-04-01', 'Strasbourg', 'FR', '67000', 'fr', '2026-04-01 2026-04-04 2026-04-07', 'Vendredi saint'],
  ['2026-04-01', 'Ajaccio', 'FR', '20000', 'fr', '2026-04-01 2026-04-04 2026-04-08', 'Lundi de Pâques'],
  ['2026-01-02', 'Berlin', 'DE', '10999', 'de', '2026-01-02 2026-01-07 2026-01-09', null],
  ['2026-01-02', 'München', 'DE', '80331', 'de', '2026-01-02 2026-01-08 2026-01-12', 'Heilige Drei Könige'],
  ['2026-01-23', 'Nice', 'FR', '06000', 'fr', '2026-01-23 2026-01-26 2026-01-27', null],
  ['2026-01-23', 'Monaco', 'FR', '98000', 'fr', '2026-01-23 2026-01-26 2026-01-28', 'Sainte Dévote'],
] as const;

/** Quotes for addresses a few kilometres apart whose holidays differ. */
export const neighbouringCalendars: Scene = {
  title: 'Neighbours with other holidays: quotes, counted by hand',
  play: async (stage) => {
    for (const [date, city, country, postalCode, language, expected, holiday] of cases) {
      const placedAt = inParis(date, '10:00:00');
      const promise = await quote(stage, { placedAt, country, postalCode, language });
      stage.expect.equal(`${city}, ordered on ${date}`, datesOf(promise), expected);
      const why = promise.explanation.filter(({ code }) => code === 'destination_holiday');
      const named = holiday === null ? why.length === 0 : why.some(({ detail }) => detail.includes(holiday));
      stage.expect.holds(`${city}: the holiday is named: ${holiday ?? 'none'}`, named, why);
      const window = span(promise.earliest, promise.latest);
      const note = holiday === null ? '' : `   ${holiday}`;
      stage.tell(
        `${`${country} ${city}`.padEnd(15)}ordered ${dayAndYear(date).padEnd(16)}arrives ${window.padEnd(17)}${note}`,
      );
    }
  },
};
