import type { Language } from '../../domain/languages.ts';
import type { TrackingTexts } from './texts/tracking-texts.ts';

/** What a part of the page needs to speak: the words, and the clock of the place of delivery. */
export interface Voice {
  readonly texts: TrackingTexts;
  readonly language: Language;
  readonly zone: string;
}
