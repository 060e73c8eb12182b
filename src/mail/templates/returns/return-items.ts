import type { Language } from '../../../domain/languages.ts';
import { returnReasonWords } from '../../../domain/returns/words.ts';
import { oneLine } from '../../addresses.ts';
import type { MailBlock } from '../mail-blocks.ts';
import { colon } from '../mail-blocks.ts';
import type { ReturnMailSubject } from './return-mail-kinds.ts';

/** Marketplaces let a title run to hundreds of characters; so many tell one item from another. */
const longestTitle = 90;

const headings: Record<Language, string> = {
  fr: 'Articles de ce retour',
  en: 'Items of this return',
  de: 'Artikel dieser Rücksendung',
  it: 'Articoli di questo reso',
  es: 'Artículos de esta devolución',
};

const reasonLabels: Record<Language, string> = {
  fr: 'Motif',
  en: 'Reason',
  de: 'Grund',
  it: 'Motivo',
  es: 'Motivo',
};

const quoted: Record<Language, (text: string) => string> = {
  fr: (text) => `«\u00a0${text}\u00a0»`,
  en: (text) => `“${text}”`,
  de: (text) => `„${text}“`,
  it: (text) => `«${text}»`,
  es: (text) => `«${text}»`,
};

// What turns the direction of text would turn that of ours as well.
const direction = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** On one line, with single blanks. */
export const tidy = (text: string): string => oneLine(text.replace(direction, '')).replace(/\s{2,}/g, ' ');

/** Cut after a whole word where one ends not too far back, and never inside a character. */
export const shortened = (text: string, longest = longestTitle): string => {
  const characters = [...tidy(text)];
  if (characters.length <= longest) return characters.join('');
  const kept = characters.slice(0, longest - 1).join('');
  const blank = kept.lastIndexOf(' ');
  return `${(blank > kept.length / 2 ? kept.slice(0, blank) : kept).replace(/[\s,;:–-]+$/, '')}…`;
};

/** "2 × Kettle": the blanks hold the number to its title. */
export const counted = (quantity: number, title: string): string =>
  `${quantity}\u00a0×\u00a0${shortened(title)}`;

/** The lines of a return, with why they come back; nothing where there are none. */
export const returnItems = (
  lines: ReturnMailSubject['lines'],
  language: Language,
  heading = headings[language],
): readonly MailBlock[] => {
  if (lines.length === 0) return [];
  const items = lines.map(({ title, quantity, reason, comment }) => ({
    title: counted(quantity, title),
    notes: [
      ...(reason === null
        ? []
        : [`${reasonLabels[language]}${colon[language]} ${returnReasonWords[language][reason]}`]),
      ...(comment === null || tidy(comment) === '' ? [] : [quoted[language](tidy(comment))]),
    ],
  }));
  return [{ kind: 'items', heading, items }];
};
