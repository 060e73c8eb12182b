import type { Language } from '../../../domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { MoneyTexts } from './money-texts.ts';

export const moneyTextsOf: Readonly<Record<Language, MoneyTexts>> = { fr, en, de, it, es };
