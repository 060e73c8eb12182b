import type { Language } from './languages.ts';

/** What the country ending of a marketplace's name says of its buyers. */
const byEnding: readonly (readonly [ending: RegExp, language: Language])[] = [
  [/\.(de|at)$/i, 'de'],
  [/\.(co\.uk|com|ie|nl|se|pl)$/i, 'en'],
  [/\.it$/i, 'it'],
  [/\.es$/i, 'es'],
];

/** The language of a channel's buyers until its settings say otherwise: `amazon.de` is German, else French. */
export const defaultLanguageOf = (channel: string): Language =>
  byEnding.find(([ending]) => ending.test(channel))?.[1] ?? 'fr';

/** When the daily mail of a channel is written until its settings say otherwise: before a shop opens. */
export const defaultDigestAt = '08:00';
