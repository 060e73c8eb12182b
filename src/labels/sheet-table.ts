import { rule } from './drawing.ts';
import type { FontWeight } from './font.ts';
import { columnMm } from './sheet.ts';
import type { Block } from './sheet-flow.ts';
import { textLine } from './text-block.ts';
import { ascentMm, lineHeightMm, wrap } from './wrap.ts';

export interface TableColumn {
  readonly title: string;
  /** The white to the next one is taken off it. Those of a table have 182 together. */
  readonly widthMm: number;
  readonly align?: 'left' | 'right';
  readonly weight?: FontWeight;
}

const cellPt = 8.5;
const lineMm = lineHeightMm(cellPt);
const paddingMm = 1.1;
const headMm = 6;
const betweenMm = 3;

interface PlacedColumn extends Required<TableColumn> {
  readonly xMm: number;
}

const placed = (columns: readonly TableColumn[]): readonly PlacedColumn[] => {
  let xMm: number = columnMm.x;
  return columns.map(({ title, widthMm, align = 'left', weight = 'regular' }, index) => {
    const own = {
      title,
      align,
      weight,
      xMm,
      widthMm: widthMm - (index < columns.length - 1 ? betweenMm : 0),
    };
    xMm += widthMm;
    return own;
  });
};

const headOf = (columns: readonly PlacedColumn[]): Block => ({
  heightMm: headMm,
  keepsNext: true,
  itemsAt: (yMm) => [
    ...columns.map(({ title, xMm, widthMm, align }) =>
      textLine(title.toUpperCase(), xMm, yMm + 3.4, widthMm, { sizePt: 6.5, weight: 'bold', align }),
    ),
    rule(columnMm.x, yMm + headMm - 1, columnMm.width, 0.4),
  ],
});

const rowOf = (columns: readonly PlacedColumn[], cells: readonly string[], under: Block): Block => {
  const wrapped = columns.map(({ weight, widthMm }, index) =>
    wrap(cells[index] ?? '', weight, cellPt, widthMm),
  );
  const heightMm = Math.max(1, ...wrapped.map(({ length }) => length)) * lineMm + 2 * paddingMm;
  return {
    heightMm,
    under,
    itemsAt: (yMm) => [
      ...columns.flatMap(({ xMm, widthMm, align, weight }, index) =>
        (wrapped[index] ?? []).map((text, line) =>
          textLine(text, xMm, yMm + paddingMm + line * lineMm + ascentMm(cellPt), widthMm + 0.1, {
            sizePt: cellPt,
            weight,
            align,
          }),
        ),
      ),
      rule(columnMm.x, yMm + heightMm - 0.2, columnMm.width, 0.15),
    ],
  };
};

/** A head and a row for each; the head is there again on every page. Cells are printable text. */
export const table = (
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): readonly Block[] => {
  const own = placed(columns);
  const head = headOf(own);
  return [head, ...rows.map((cells) => rowOf(own, cells, head))];
};
