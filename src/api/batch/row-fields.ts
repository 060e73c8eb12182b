import { type CsvHeader, readCell } from './columns.ts';
import type { CsvRow } from './csv-rows.ts';
import { type BatchEntry, badEntry } from './entry.ts';

export type Fields = Record<string, unknown>;

/** What the cells of a row say: of the whole, and of one line of it. Empty cells say nothing. */
export interface RowFields {
  readonly whole: Fields;
  readonly line: Fields;
}

/** Puts `buyer.name` at its place. Names come from the table of columns, never from the file. */
const assign = (target: Fields, name: string, value: unknown): void => {
  const [outer = '', inner] = name.split('.');
  if (inner === undefined) {
    target[outer] = value;
    return;
  }
  const group = (target[outer] ?? {}) as Fields;
  group[inner] = value;
  target[outer] = group;
};

export const readFields = ({ columns }: CsvHeader, row: CsvRow): RowFields => {
  const whole: Fields = {};
  const line: Fields = {};
  for (const [n, column] of columns.entries()) {
    const cell = row.cells[n] ?? '';
    if (column === null || cell === '') continue;
    assign(column.ofLine ? line : whole, column.name, readCell(column.kind, cell));
  }
  return { whole, line };
};

/** The refusal of a row that has cells beyond the header: a comma or quote in it is not escaped. Null: it has none. */
export const refuseExtraCells = ({ columns }: CsvHeader, { line, cells }: CsvRow): BatchEntry | null => {
  if (cells.slice(columns.length).every((cell) => cell === '')) return null;
  const detail = `The row has ${cells.length} cells, the header ${columns.length}`;
  return badEntry([line], { code: 'malformed_csv', detail });
};
