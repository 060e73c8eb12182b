import type { CsvHeader } from './columns.ts';
import type { CsvRow } from './csv-rows.ts';
import type { CsvTable, RowAssembler } from './csv-table.ts';
import { type BatchEntry, badEntry, lineLimitBytes } from './entry.ts';
import { orderColumns } from './order-columns.ts';
import { type Fields, type RowFields, readFields, refuseExtraCells } from './row-fields.ts';

/** As many lines as an order may have; see orderDraft. */
const mostLines = 1_000;

interface ParsedRow extends RowFields {
  readonly row: CsvRow;
}

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
  for (const { whole } of rows) {
    const field = findContradiction(first.whole, whole);
    if (field === null) continue;
    const detail = `The rows of this order disagree about ${field}`;
    return badEntry(numbersOf(rows), { code: 'rows_disagree', detail });
  }
  const bytes = rows.reduce((sum, { row }) => sum + row.bytes, 0);
  const lines = rows.map(({ line }, n) => ({ lineId: String(n + 1), ...line }));
  return { lines: numbersOf(rows), bytes, content: { ok: true, value: { ...first.whole, lines } } };
};

/** Makes orders of rows: one of each row, or one of all that follow each other under one number. */
const createOrderAssembler = (header: CsvHeader): RowAssembler => {
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
    const { row, whole } = parsed;
    if (refusedOrder !== null && sameOrder(refusedOrder, whole)) return [badEntry([row.line], tooLong)];
    refusedOrder = null;
    const [first] = group;
    const flushed = first !== undefined && !sameOrder(first.whole, whole) ? flush() : [];
    group.push(parsed);
    bytes += row.bytes;
    if (group.length <= mostLines && bytes <= lineLimitBytes) return flushed;
    const numbers = numbersOf(group);
    group = [];
    bytes = 0;
    refusedOrder = whole;
    return [...flushed, badEntry(numbers, tooLong)];
  };

  const push = (row: CsvRow): BatchEntry[] => {
    const refused = refuseExtraCells(header, row);
    if (refused !== null) return [...flush(), refused];
    const fields = readFields(header, row);
    if (header.rowPerLine) return add({ row, ...fields });
    return [{ lines: [row.line], bytes: row.bytes, content: { ok: true, value: fields.whole } }];
  };

  return { push, flush };
};

/** Orders: a row per order whose `lines` are JSON, or a row per order line. */
export const orderTable: CsvTable = {
  columns: orderColumns,
  faultOf: (names) => {
    const missing = ['channel', 'channelOrderId'].find((needed) => !names.includes(needed));
    return missing === undefined ? null : `The header has no column ${missing}`;
  },
  assembler: createOrderAssembler,
};
