import type { Language } from '../domain/languages.ts';
import { returnReasonWords } from '../domain/returns/words.ts';
import type { LabelItem } from './drawing.ts';
import { rule } from './drawing.ts';
import type { FontWeight } from './font.ts';
import { printable } from './printable-text.ts';
import type { ReturnDocument, ReturnDocumentLine } from './return-document.ts';
import { textLine } from './text-block.ts';
import { labelTexts } from './texts/index.ts';
import { ascentMm, lineHeightMm, wrap } from './wrap.ts';

const cellPt = 8.5;
const paddingMm = 1.1;
export const lineMm = lineHeightMm(cellPt);
/** A rule, and white above and below the text. */
export const rowFrameMm = 2 * paddingMm;
export const tableHeadMm = 6;

type ColumnName = 'item' | 'sku' | 'quantity' | 'reason';

interface Column {
  readonly name: ColumnName;
  readonly xMm: number;
  readonly widthMm: number;
  readonly align: 'left' | 'right';
  readonly weight: FontWeight;
}

/** On a width of 182 mm. */
const columns: readonly Column[] = [
  { name: 'item', xMm: 0, widthMm: 77, align: 'left', weight: 'bold' },
  { name: 'sku', xMm: 80, widthMm: 31, align: 'left', weight: 'regular' },
  { name: 'quantity', xMm: 111, widthMm: 12, align: 'right', weight: 'regular' },
  { name: 'reason', xMm: 127, widthMm: 55, align: 'left', weight: 'regular' },
];

/** A line of the return as wrapped cells; a long one may be parted between pages. */
export type Row = Readonly<Record<ColumnName, readonly string[]>>;

export const rowLines = (row: Row): number => Math.max(1, ...columns.map(({ name }) => row[name].length));

const capitalised = (text: string, language: Language): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

const reasonOf = (line: ReturnDocumentLine, { withdrawal, language }: ReturnDocument): string => {
  if (withdrawal) return capitalised(labelTexts[language].withdrawal, language);
  return line.reason === null ? '' : capitalised(returnReasonWords[language][line.reason], language);
};

export const rowOf = (line: ReturnDocumentLine, document: ReturnDocument): Row => {
  const texts = {
    item: printable(line.title),
    sku: printable(line.sku),
    quantity: String(line.quantity),
    reason: reasonOf(line, document),
  };
  const cells = columns.map(({ name, weight, widthMm }) => [
    name,
    wrap(texts[name], weight, cellPt, widthMm),
  ]);
  return Object.fromEntries(cells);
};

export const tableHead = (document: ReturnDocument, xMm: number, yMm: number): readonly LabelItem[] => {
  const texts = labelTexts[document.language];
  return [
    ...columns.map((column) =>
      textLine(texts[column.name].toUpperCase(), xMm + column.xMm, yMm + 3.4, column.widthMm, {
        sizePt: 6.5,
        weight: 'bold',
        align: column.align,
      }),
    ),
    rule(xMm, yMm + tableHeadMm - 1, 182, 0.4),
  ];
};

/** Lines `from` to `to` of a row, at `yMm`. */
export const rowItems = (
  row: Row,
  from: number,
  to: number,
  xMm: number,
  yMm: number,
): readonly LabelItem[] => {
  const topMm = yMm + paddingMm;
  const texts = columns.flatMap(({ name, align, weight, ...column }) =>
    row[name].slice(from, to).map((text, index) =>
      textLine(text, xMm + column.xMm, topMm + index * lineMm + ascentMm(cellPt), column.widthMm + 0.1, {
        sizePt: cellPt,
        weight,
        align,
      }),
    ),
  );
  return [...texts, rule(xMm, topMm + (to - from) * lineMm + paddingMm - 0.2, 182, 0.15)];
};
