import type { Language } from '../../domain/languages.ts';
import { textsOf } from './texts/index.ts';
import type { ResponseTimeTexts } from './texts/response-time-texts.ts';
import { type Written, writtenIn } from './written.ts';

/** What a part of the page needs to speak: the words, the numbers, and the clock of the seller. */
export interface Voice {
  readonly texts: ResponseTimeTexts;
  readonly written: Written;
  readonly language: Language;
  readonly zone: string;
}

export const voiceOf = (language: Language, zone: string): Voice => ({
  texts: textsOf[language],
  written: writtenIn(language, zone),
  language,
  zone,
});
