import { hasGlyph } from './font.ts';

/** Said in place of a letter that the font lacks: a tofu box says less, and a gap says nothing. */
const unknownLetter = '?';

/** Controls of direction and the like, unpaired surrogates, private use, selectors of variants. */
const invisible = /\p{C}|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}/u;
/** Decoration, whose loss no carrier minds; © and digits are pictographs to Unicode too, and have glyphs. */
const picture = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20e3/u;

const hasAllGlyphs = (text: string): boolean => {
  for (const letter of text) if (!hasGlyph(letter.codePointAt(0) ?? 0)) return false;
  return true;
};

const printableLetter = (letter: string): string => {
  if (invisible.test(letter)) return '';
  if (/\s/u.test(letter)) return hasAllGlyphs(letter) ? letter : ' ';
  if (hasAllGlyphs(letter)) return letter;
  if (picture.test(letter)) return '';
  // Wide Latin from a Japanese keyboard, ligatures, Roman numerals: the same letters in plain.
  const plain = letter.normalize('NFKC');
  if (plain !== letter && hasAllGlyphs(plain)) return plain;
  // A mark without its letter would sit on the letter before.
  return /\p{M}/u.test(letter) ? '' : unknownLetter;
};

/**
 * What a stranger wrote, as one line that the font can print: composed (NFC), no controls, blanks as one, a
 * question mark for each letter of a script that the font lacks.
 */
export const printable = (text: string): string =>
  [...text.normalize('NFC').replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, ' ')]
    .map(printableLetter)
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
