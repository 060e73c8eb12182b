import type { Language } from '../../../../domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { WithdrawTexts } from './withdraw-texts.ts';

export const withdrawTextsOf: Readonly<Record<Language, WithdrawTexts>> = { fr, en, de, it, es };
