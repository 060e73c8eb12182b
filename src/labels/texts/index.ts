import type { Language } from '../../domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { LabelTexts } from './label-texts.ts';

export const labelTexts: Readonly<Record<Language, LabelTexts>> = { fr, en, de, it, es };
