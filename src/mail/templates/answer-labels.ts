import type { Language } from '../../domain/languages.ts';

/** On the button by which a buyer writes back. */
export const answerLabels: Readonly<Record<Language, string>> = {
  fr: 'Répondre à la boutique',
  en: 'Answer the shop',
  de: 'Dem Shop antworten',
  it: 'Rispondi al negozio',
  es: 'Responder a la tienda',
};
