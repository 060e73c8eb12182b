import type { Language } from '../../../domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { ResponseTimeTexts } from './response-time-texts.ts';

export const textsOf: Readonly<Record<Language, ResponseTimeTexts>> = { fr, en, de, it, es };
