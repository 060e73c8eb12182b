import { expect } from 'vitest';
import type { TextItem } from '../../../src/labels/drawing.ts';
import { textWidthMm } from '../../../src/labels/font.ts';
import { columnMm, type Sheet, type SheetItem, sheetMm } from '../../../src/labels/sheet.ts';

export const isText = (item: SheetItem): item is TextItem => item.kind === 'text';

/** Everything that a page says, a line each. */
export const wordsOf = (sheet: Sheet): string =>
  sheet
    .filter(isText)
    .map(({ text }) => text)
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ');

export const allWords = (sheets: readonly Sheet[]): string => sheets.map(wordsOf).join('\n');

/** What leaves the column or the page, and texts that stand on one another. */
const untidy = (sheet: Sheet): readonly string[] => {
  const right = columnMm.x + columnMm.width;
  const texts = sheet
    .filter(isText)
    .filter(({ text }) => text !== '')
    .map((item) => ({ ...item, endMm: item.xMm + textWidthMm(item.text, item.weight, item.sizePt) }));
  const outside = texts.filter(
    ({ xMm, endMm, baselineMm }) =>
      xMm < columnMm.x - 0.01 || endMm > right + 0.5 || baselineMm > sheetMm.height - 9,
  );
  const covered = texts.filter((one) =>
    texts.some(
      (other) =>
        other !== one &&
        Math.abs(other.baselineMm - one.baselineMm) < 2 &&
        other.xMm >= one.xMm &&
        other.xMm < one.endMm,
    ),
  );
  const boxes = sheet.flatMap((item) => (item.kind === 'text' ? [] : [item]));
  const leaving = boxes.filter(
    ({ xMm, yMm, widthMm, heightMm }) => xMm + widthMm > right + 0.01 || yMm + heightMm > sheetMm.height - 14,
  );
  return [...[...outside, ...covered].map(({ text }) => text), ...leaving.map(({ kind }) => kind)];
};

export const expectTidy = (sheet: Sheet): void => expect(untidy(sheet)).toEqual([]);

/** The dates in a PDF. */
export const datesIn = (pdf: Uint8Array): readonly string[] => [
  ...new Set(
    [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/D:\d{14}Z?/g),
    ].map(([date]) => date),
  ),
];
