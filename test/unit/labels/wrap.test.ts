import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidthMm } from '../../../src/labels/font.ts';
import { clip, fitParagraphs, lineHeightMm, wrap } from '../../../src/labels/wrap.ts';

const words = fc
  .array(fc.string({ unit: fc.constantFrom(...'aMWil-.Éß8'), minLength: 1, maxLength: 90 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.join(' '));
const width = fc.double({ min: 12, max: 90, noNaN: true });

describe('lines', () => {
  it('are never wider than the column, and lose no letter', () => {
    fc.assert(
      fc.property(words, width, (text, widthMm) => {
        const lines = wrap(text, 'bold', 9, widthMm);
        for (const line of lines) expect(textWidthMm(line, 'bold', 9)).toBeLessThanOrEqual(widthMm + 0.01);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('break at blanks, and inside of a word only when it is too long by itself', () => {
    expect(wrap('one two three', 'regular', 10, 15)).toEqual(['one two', 'three']);
    expect(wrap('W'.repeat(500), 'bold', 8.5, 77).length).toBeGreaterThan(10);
    expect(wrap('REFERENCE-4711', 'regular', 10, 24)[0]).toBe('REFERENCE-');
  });

  it('are clipped with an ellipsis within the width', () => {
    fc.assert(
      fc.property(words, width, (text, widthMm) => {
        const clipped = clip(text, 'regular', 9, widthMm);
        expect(textWidthMm(clipped, 'regular', 9)).toBeLessThanOrEqual(widthMm + 0.01);
        if (clipped !== text) expect(clipped.endsWith('…')).toBe(true);
      }),
    );
  });
});

describe('an address in a box', () => {
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text) => ({ text, weight: 'regular' as const }));
  /** Those of the labels have 64 mm and more. */
  const column = fc.double({ min: 40, max: 110, noNaN: true });
  const sizes = [17, 14, 12, 10, 8, 7, 6] as const;

  it('has the wanted size when it is short', () => {
    const lines = fitParagraphs(paragraphs(['Ann', 'Street 1', '75011 Paris']), 90, 40, sizes);
    expect(lines.map(({ sizePt }) => sizePt)).toEqual([17, 17, 17]);
  });

  it('never leaves the box, and never loses a line of the address', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 7 }), column, (texts, widthMm) => {
        const lines = fitParagraphs(paragraphs([...texts, 'FRANCE']), widthMm, 22, sizes);
        expect(lines.length * lineHeightMm(lines[0]?.sizePt ?? 0)).toBeLessThanOrEqual(22);
        expect(lines.length).toBeGreaterThan(texts.length);
        expect(lines.at(-1)?.text).toBe('FRANCE');
        for (const { text, sizePt } of lines) {
          expect(textWidthMm(text, 'regular', sizePt)).toBeLessThanOrEqual(widthMm + 0.01);
        }
      }),
    );
  });
});
