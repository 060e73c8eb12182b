import type { Language } from '../../../domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import type { EvidenceTexts } from './evidence-texts.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

export const evidenceTexts: Readonly<Record<Language, EvidenceTexts>> = { fr, en, de, it, es };
