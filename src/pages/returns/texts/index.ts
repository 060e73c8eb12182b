import type { Language } from '../../../domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { LinkTexts } from './link-texts.ts';

export type { LinkTexts };

export const textsOf: Readonly<Record<Language, LinkTexts>> = { fr, en, de, it, es };
