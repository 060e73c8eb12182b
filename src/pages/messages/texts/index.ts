import type { Language } from '../../../domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { MessageTexts } from './message-texts.ts';

export const messageTextsOf: Readonly<Record<Language, MessageTexts>> = { fr, en, de, it, es };
