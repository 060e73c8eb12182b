import type { TextItem } from './drawing.ts';
import { rule } from './drawing.ts';
import type { FontWeight } from './font.ts';
import { columnMm, type SheetItem } from './sheet.ts';
import type { Block } from './sheet-flow.ts';
import { textLine } from './text-block.ts';
import { ascentMm, lineHeightMm, wrap } from './wrap.ts';

/** Lines of text below one another. */
const lines = (
  texts: readonly string[],
  { xMm, yMm, widthMm }: { readonly xMm: number; readonly yMm: number; readonly widthMm: number },
  style: { readonly sizePt: number; readonly weight?: FontWeight; readonly align?: 'left' | 'right' },
): readonly TextItem[] =>
  texts.map((text, index) => {
    const baselineMm = yMm + ascentMm(style.sizePt) + index * lineHeightMm(style.sizePt);
    return textLine(text, xMm, baselineMm, widthMm + 0.1, style);
  });

/** The title of a section. */
export const heading = (text: string, { startsPage = false } = {}): Block => ({
  heightMm: 9.5,
  keepsNext: true,
  startsPage,
  itemsAt: (yMm) => [textLine(text, columnMm.x, yMm + 6.2, columnMm.width, { sizePt: 12, weight: 'bold' })],
});

/** A name over what it is; several lines where it is an address, say. */
export interface Fact {
  readonly name: string;
  readonly value: string | readonly string[];
}

const factPt = 9.5;

/** Facts beside one another, in columns of equal width. */
export const facts = (row: readonly Fact[], columns: number): Block => {
  const eachMm = columnMm.width / columns;
  const widthMm = eachMm - 4;
  const wrapped = row.map(({ value }) =>
    [value].flat().flatMap((line) => wrap(line, 'regular', factPt, widthMm)),
  );
  return {
    heightMm: 4.2 + Math.max(1, ...wrapped.map(({ length }) => length)) * lineHeightMm(factPt) + 2,
    itemsAt: (yMm) =>
      row.flatMap(({ name }, index): readonly SheetItem[] => {
        const xMm = columnMm.x + index * eachMm;
        return [
          textLine(name.toUpperCase(), xMm, yMm + 2.6, widthMm, { sizePt: 6.5, weight: 'bold' }),
          ...lines(wrapped[index] ?? [], { xMm, yMm: yMm + 3.8, widthMm }, { sizePt: factPt }),
        ];
      }),
  };
};

export const paragraph = (
  text: string,
  { sizePt = 8.5, weight = 'regular' }: { readonly sizePt?: number; readonly weight?: FontWeight } = {},
): Block => {
  const { x: xMm, width: widthMm } = columnMm;
  const wrapped = wrap(text, weight, sizePt, widthMm);
  return {
    heightMm: wrapped.length * lineHeightMm(sizePt) + 1.5,
    itemsAt: (yMm) => lines(wrapped, { xMm, yMm, widthMm }, { sizePt, weight }),
  };
};

const sumNameMm = 132;

/** What it is on the left of an amount, both under the right end of a table. */
export const sum = (
  name: string,
  amount: string,
  {
    weight = 'regular',
    keepsNext = false,
  }: { readonly weight?: FontWeight; readonly keepsNext?: boolean } = {},
): Block => {
  const sizePt = weight === 'bold' ? 10.5 : 9;
  const amountMm = columnMm.width - sumNameMm;
  const wrapped = wrap(name, weight, sizePt, sumNameMm);
  const style = { sizePt, weight, align: 'right' } as const;
  return {
    heightMm: wrapped.length * lineHeightMm(sizePt) + 1.2,
    keepsNext,
    itemsAt: (yMm) => [
      ...lines(wrapped, { xMm: columnMm.x, yMm, widthMm: sumNameMm }, style),
      ...lines([amount], { xMm: columnMm.x + sumNameMm, yMm, widthMm: amountMm }, style),
    ],
  };
};

const framePt = 9.5;

/** What nobody should miss, in a frame. */
export const framed = (text: string): Block => {
  const { x: xMm, width: widthMm } = columnMm;
  const paddingMm = 3;
  const wrapped = wrap(text, 'bold', framePt, widthMm - 2 * paddingMm);
  const heightMm = wrapped.length * lineHeightMm(framePt) + 2 * paddingMm;
  const lineMm = 0.35;
  return {
    heightMm,
    itemsAt: (yMm) => [
      rule(xMm, yMm, widthMm, lineMm),
      rule(xMm, yMm + heightMm - lineMm, widthMm, lineMm),
      rule(xMm, yMm, lineMm, heightMm),
      rule(xMm + widthMm - lineMm, yMm, lineMm, heightMm),
      ...lines(
        wrapped,
        { xMm: xMm + paddingMm, yMm: yMm + paddingMm, widthMm: widthMm - 2 * paddingMm },
        { sizePt: framePt, weight: 'bold' },
      ),
    ],
  };
};
