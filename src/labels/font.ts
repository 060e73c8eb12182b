import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphRun } from 'fontkit';
import { pointsPerMm } from './units.ts';

const require = createRequire(import.meta.url);

/** Noto Sans: all of Latin, Greek and Cyrillic, and the marks that combine with them. */
const files = {
  regular: () => require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: () => require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
} as const;
export type FontWeight = keyof typeof files;

/** Some hundred labels' worth of words: shaping one costs a hundred times what finding it does. */
const wordsKept = 4000;

const opened = new Map<FontWeight, Font>();

/** The Latin ligatures that Unicode has, `ﬀ` to `ﬆ`: who searches a document searches their letters. */
const firstLigature = 0xfb00;
const lastLigature = 0xfb06;

/**
 * What each glyph stands for. The library notes it when a glyph is first met, be it as a part of another letter,
 * and keeps it for the font's life: what a PDF says could then depend on the documents before it.
 */
const lettersOf = (font: Font): ReadonlyMap<number, number[]> =>
  new Map(
    font.characterSet.map((codePoint) => {
      const isLigature = codePoint >= firstLigature && codePoint <= lastLigature;
      const text = String.fromCodePoint(codePoint);
      const letters = isLigature ? [...text.normalize('NFKC')] : [text];
      return [font.glyphForCodePoint(codePoint).id, letters.map((letter) => letter.codePointAt(0) ?? 0)];
    }),
  );

/**
 * pdfkit scales the positions of a run in place, to thousandths of the size. The runs are shared between
 * documents, which only a font that has that scale already bears.
 */
const unitsOfPdf = 1000;

/** The font, parsed once in a process, which costs some 50 ms; its `layout` remembers words. */
export const fontOf = (weight: FontWeight): Font => {
  const known = opened.get(weight);
  if (known !== undefined) return known;
  const font = create(readFileSync(files[weight]()));
  const fits = 'layout' in font && font.unitsPerEm === unitsOfPdf;
  if (!fits) throw new Error(`The ${weight} font does not fit`);
  const letters = lettersOf(font);
  const runs = new Map<string, GlyphRun>();
  const layout = (word: string): GlyphRun => {
    let run = runs.get(word);
    if (run === undefined) {
      run = font.layout(word);
      for (const glyph of run.glyphs) glyph.codePoints = letters.get(glyph.id) ?? [];
      if (runs.size >= wordsKept) runs.clear();
      runs.set(word, run);
    }
    return run;
  };
  const remembering: Font = Object.create(font, { layout: { value: layout } });
  opened.set(weight, remembering);
  return remembering;
};

/** A glyph where it stands, in units of the font right of the start of the text and above its baseline. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
}

/** Words with the blank after them, which is how pdfkit cuts a text before it shapes it. */
const wordsOf = (text: string): readonly string[] => text.match(/[^ ]* |[^ ]+$/g) ?? [];

/** Glyphs of a line of text, as the PDF has them too. */
export const placeGlyphs = (text: string, weight: FontWeight): readonly PlacedGlyph[] => {
  const placed: PlacedGlyph[] = [];
  let x = 0;
  for (const word of wordsOf(text)) {
    const { glyphs, positions } = fontOf(weight).layout(word);
    for (const [index, glyph] of glyphs.entries()) {
      const position = positions[index];
      if (position === undefined) continue;
      placed.push({ glyph, x: x + position.xOffset, y: position.yOffset });
      x += position.xAdvance;
    }
  }
  return placed;
};

/** A "word" of this length is no word: its letters are measured, for shaping it costs milliseconds. */
const longestWord = 60;

const widths = new Map<string, number>();

/** In units of the font. */
const widthOfWord = (word: string, weight: FontWeight): number => {
  const key = `${weight} ${word}`;
  let width = widths.get(key);
  if (width === undefined) {
    width =
      word.length <= longestWord
        ? fontOf(weight).layout(word).advanceWidth
        : [...word].reduce((sum, letter) => sum + widthOfWord(letter, weight), 0);
    if (widths.size >= 2 * wordsKept) widths.clear();
    widths.set(key, width);
  }
  return width;
};

export const textWidthMm = (text: string, weight: FontWeight, sizePt: number): number => {
  let units = 0;
  for (const word of wordsOf(text)) units += widthOfWord(word, weight);
  return ((units / fontOf(weight).unitsPerEm) * sizePt) / pointsPerMm;
};

export const hasGlyph = (codePoint: number): boolean => fontOf('regular').hasGlyphForCodePoint(codePoint);
