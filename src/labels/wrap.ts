import { type FontWeight, textWidthMm } from './font.ts';
import { pointsPerMm } from './units.ts';

/** Distance of baselines, in heights of the type. */
const leading = 1.22;

export const lineHeightMm = (sizePt: number): number => (sizePt * leading) / pointsPerMm;

/** From the top of a line to its baseline: accents on capitals stand inside. */
export const ascentMm = (sizePt: number): number => (sizePt * 0.95) / pointsPerMm;

/** Letters with the marks that belong to them are not parted. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const lettersOf = (text: string): readonly string[] =>
  [...graphemes.segment(text)].map(({ segment }) => segment);

/** How many letters fit, at least one. Kerning is left out, for which a hair of room is kept. */
const countThatFit = (letters: readonly string[], weight: FontWeight, sizePt: number, widthMm: number) => {
  let room = widthMm * 0.985;
  for (const [index, letter] of letters.entries()) {
    room -= textWidthMm(letter, weight, sizePt);
    if (room < 0) return Math.max(1, index);
  }
  return letters.length;
};

/** Pieces of a word that is too long for a line, cut after a hyphen or the like when that costs little. */
const chop = (word: string, weight: FontWeight, sizePt: number, widthMm: number): readonly string[] => {
  const pieces: string[] = [];
  let letters = lettersOf(word);
  while (letters.length > 0) {
    const most = countThatFit(letters, weight, sizePt, widthMm);
    let cut = most;
    while (most < letters.length && cut > most * 0.6 && !/^[-/_.,;:+]$/.test(letters[cut - 1] ?? '')) cut--;
    if (cut <= most * 0.6) cut = most;
    pieces.push(letters.slice(0, cut).join(''));
    letters = letters.slice(cut);
  }
  return pieces;
};

/** Lines no wider than `widthMm`, broken at blanks, and inside of a word only if it is too long alone. */
export const wrap = (
  text: string,
  weight: FontWeight,
  sizePt: number,
  widthMm: number,
): readonly string[] => {
  const fits = (line: string) => textWidthMm(line, weight, sizePt) <= widthMm;
  if (fits(text)) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = fits(word) ? [word] : chop(word, weight, sizePt, widthMm);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
};

/** As much of the text as fits before an ellipsis. */
const shorten = (text: string, weight: FontWeight, sizePt: number, widthMm: number): string => {
  const letters = lettersOf(text);
  const room = widthMm - textWidthMm('…', weight, sizePt);
  return `${letters
    .slice(0, countThatFit(letters, weight, sizePt, room))
    .join('')
    .trimEnd()}…`;
};

/** The text, cut with an ellipsis where it is wider than `widthMm`. */
export const clip = (text: string, weight: FontWeight, sizePt: number, widthMm: number): string =>
  textWidthMm(text, weight, sizePt) <= widthMm ? text : shorten(text, weight, sizePt, widthMm);

export interface Paragraph {
  readonly text: string;
  readonly weight: FontWeight;
}

export interface FittedLine extends Paragraph {
  readonly sizePt: number;
}

/** Below this part of the wanted size a line is rather broken than made smaller still. */
const readablePart = 0.65;

/** Which paragraph to shorten: the one of most lines, the first of equals. */
const longestOf = (blocks: readonly (readonly string[])[]): number =>
  blocks.reduce(
    (longest, lines, index) => (lines.length > (blocks[longest]?.length ?? 0) ? index : longest),
    0,
  );

/**
 * Paragraphs in a box: in the largest size in which all of them fit, broken into lines as needed. What does
 * not fit even in the smallest size loses the ends of its longest paragraphs, never a paragraph: the country
 * stands last on an address, and matters most.
 *
 * @param sizesPt From the wanted one down; a line for each paragraph has room at the last.
 */
export const fitParagraphs = (
  paragraphs: readonly Paragraph[],
  widthMm: number,
  heightMm: number,
  sizesPt: readonly [number, ...number[]],
): readonly FittedLine[] => {
  const broken = (sizePt: number) =>
    paragraphs.map(({ text, weight }) => wrap(text, weight, sizePt, widthMm));
  const roomFor = (sizePt: number) => Math.floor(heightMm / lineHeightMm(sizePt));
  const asLines = (blocks: readonly (readonly string[])[], sizePt: number): readonly FittedLine[] =>
    paragraphs.flatMap(({ weight }, index) =>
      (blocks[index] ?? []).map((text) => ({ text, weight, sizePt })),
    );

  const readablePt = sizesPt[0] * readablePart;
  const smallestPt = sizesPt.at(-1) ?? sizesPt[0];
  for (const sizePt of sizesPt.filter((size) => size >= readablePt)) {
    const blocks = broken(sizePt);
    const unbroken = blocks.every((lines) => lines.length === 1);
    if (unbroken && blocks.length <= roomFor(sizePt)) return asLines(blocks, sizePt);
  }
  for (const sizePt of sizesPt.filter((size) => size < readablePt || size === smallestPt)) {
    const blocks = broken(sizePt);
    if (blocks.flat().length <= roomFor(sizePt)) return asLines(blocks, sizePt);
  }
  const blocks = broken(smallestPt).map((lines) => [...lines]);
  for (let spare = roomFor(smallestPt) - blocks.flat().length; spare < 0; spare++) {
    const at = longestOf(blocks);
    const lines = blocks[at] ?? [];
    const weight = paragraphs[at]?.weight ?? 'regular';
    lines.splice(-2, 2, shorten(lines.slice(-2).join(' '), weight, smallestPt, widthMm));
  }
  return asLines(blocks, smallestPt);
};
