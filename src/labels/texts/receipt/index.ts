import type { Language } from '../../../domain/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { ReceiptTexts } from './receipt-texts.ts';

export const receiptTexts: Readonly<Record<Language, ReceiptTexts>> = { fr, en, de, it, es };
