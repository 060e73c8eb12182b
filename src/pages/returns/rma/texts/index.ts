import type { Language } from '../../../../domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { RmaTexts } from './rma-texts.ts';

export type { RmaTexts };

export const rmaTextsOf: Readonly<Record<Language, RmaTexts>> = { fr, en, de, it, es };
