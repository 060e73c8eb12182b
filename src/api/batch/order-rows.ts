import type { CsvHeader } from './csv-header.ts';
import type { CsvRow } from './csv-rows.ts';
import { type BatchEntry, badEntry, lineLimitBytes } from './entry.ts';
import { readCell } from './order-columns.ts';

/** As many lines as an order may have; see orderDraft. */
const mostLines = 1_000;

type Fields = Record<string, unknown>;

interface ParsedRow {
  readonly row: CsvRow;
  readonly order: Fields;
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

const parseRow = ({ columns }: CsvHeader, row: CsvRow): ParsedRow => {
  const order: Fields = {};
  const line: Fields = {};
  for (const [n, column] of columns.entries()) {
    const cell = row.cells[n] ?? '';
    if (column === null || cell === '') continue;
    assign(column.ofLine ? line : order, column.name, readCell(column.kind, cell));
  }
  return { row, order, line };
};

/** Cells beyond the header come from a comma or quote that is not escaped. */
const hasExtraCells = ({ columns }: CsvHeader, { cells }: CsvRow): boolean =>
  cells.slice(columns.length).some((cell) => cell !== '');

const sameOrder = (one: Fields, other: Fields): boolean =>
  one.channel === other.channel && one.channelOrderId === other.channelOrderId;

/** The first field of a later row that says otherwise than the order's first row; empty cells say nothing. */
const findContradiction = (first: Fields, later: Fields): string | null => {
  for (const [name, value] of Object.entries(later)) {
    const known = first[name];
    if (typeof value === 'object' && value !== null && typeof known === 'object' && known !== null) {
      const inner = findContradiction(known as Fields, value as Fields);
      if (inner !== null) return `${name}.${inner}`;
    } else if (known !== value) return name;
  }
  return null;
};

const tooLong = { code: 'order_too_long', detail: `An order has at most ${mostLines} lines` };

const numbersOf = (rows: readonly ParsedRow[]): number[] => rows.map(({ row }) => row.line);

/** The order that rows of one number make. */
const join = (rows: readonly ParsedRow[], first: ParsedRow): BatchEntry => {
  for (const { order } of rows) {
    const field = findContradiction(first.order, order);
    if (field === null) continue;
    const detail = `The rows of this order disagree about ${field}`;
    return badEntry(numbersOf(rows), { code: 'rows_disagree', detail });
  }
  const bytes = rows.reduce((sum, { row }) => sum + row.bytes, 0);
  const lines = rows.map(({ line }, n) => ({ lineId: String(n + 1), ...line }));
  return { lines: numbersOf(rows), bytes, content: { ok: true, value: { ...first.order, lines } } };
};

/** Makes orders of rows: one of each row, or one of all that follow each other under one number. */
export const createOrderAssembler = (header: CsvHeader) => {
  let group: ParsedRow[] = [];
  let bytes = 0;
  /** The order whose rows were too many; those that still come are answered one by one and not kept. */
  let refusedOrder: Fields | null = null;

  const flush = (): BatchEntry[] => {
    const rows = group;
    const [first] = rows;
    group = [];
    bytes = 0;
    return first === undefined ? [] : [join(rows, first)];
  };

  const add = (parsed: ParsedRow): BatchEntry[] => {
    const { row, order } = parsed;
    if (refusedOrder !== null && sameOrder(refusedOrder, order)) return [badEntry([row.line], tooLong)];
    refusedOrder = null;
    const [first] = group;
    const flushed = first !== undefined && !sameOrder(first.order, order) ? flush() : [];
    group.push(parsed);
    bytes += row.bytes;
    if (group.length <= mostLines && bytes <= lineLimitBytes) return flushed;
    const numbers = numbersOf(group);
    group = [];
    bytes = 0;
    refusedOrder = order;
    return [...flushed, badEntry(numbers, tooLong)];
  };

  const push = (row: CsvRow): BatchEntry[] => {
    if (hasExtraCells(header, row)) {
      const detail = `The row has ${row.cells.length} cells, the header ${header.columns.length}`;
      return [...flush(), badEntry([row.line], { code: 'malformed_csv', detail })];
    }
    const parsed = parseRow(header, row);
    if (header.rowPerLine) return add(parsed);
    return [{ lines: [row.line], bytes: row.bytes, content: { ok: true, value: parsed.order } }];
  };

  return { push, flush };
};
