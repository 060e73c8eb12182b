import { type CsvHeader, readHeader } from '../../api/batch/csv-header.ts';
import { createRowReader, type RowOrError } from '../../api/batch/csv-rows.ts';
import { lineLimitBytes } from '../../api/batch/entry.ts';
import type { Position } from './position.ts';
import type { RawLine } from './raw-lines.ts';

/** A line of NDJSON or a row of CSV, with blank lines before it. The API answers with one line for it. */
export interface Row {
  /** As they stand in the file. */
  readonly bytes: readonly Buffer[];
  /** Its first line that is not blank: what the API calls it. */
  readonly line: number;
  /** False: it belongs to the same order as the row before, and they must not be parted. */
  readonly begins: boolean;
  readonly next: Position;
}

/** Finds the rows among lines. What is left at the end of the file is blank. */
export interface RowFinder {
  push(line: RawLine): Row[];
  end(): Row[];
}

const isBlank = (bytes: Buffer): boolean => bytes.length < 1_000 && bytes.toString('utf8').trim() === '';

export const findNdjsonRows = (): RowFinder => {
  let blank: Buffer[] = [];
  return {
    push: ({ bytes, number, next }) => {
      blank.push(bytes);
      if (isBlank(bytes)) return [];
      const row = { bytes: blank, line: number, begins: true, next };
      blank = [];
      return [row];
    },
    end: () => [],
  };
};

/** Null: the row is none, so it belongs to no order. */
const orderOf = ({ columns }: CsvHeader, item: RowOrError): string | null => {
  if ('error' in item) return null;
  const cellOf = (name: string) => item.row.cells[columns.findIndex((column) => column?.name === name)];
  return JSON.stringify([cellOf('channel'), cellOf('channelOrderId')]);
};

/** Lines that an item of the reader takes: each line break in its cells is one more. */
const linesOf = (item: RowOrError): { readonly first: number; readonly last: number } => {
  if ('error' in item) {
    const [first = 0] = item.error.lines;
    return { first, last: first };
  }
  const breaks = item.row.cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return { first: item.row.line, last: item.row.line + breaks };
};

const trimEnding = (bytes: Buffer): Buffer => {
  const end = bytes.at(-1) === 0x0a ? bytes.length - 1 : bytes.length;
  return bytes.subarray(0, bytes[end - 1] === 0x0d ? end - 1 : end);
};

/**
 * Reads rows as the API does, with its own reader: where a quoted cell goes on over lines, and what a
 * forgotten quote costs, must be seen alike on both sides.
 */
export const findCsvRows = (header: CsvHeader): RowFinder => {
  const reader = createRowReader(header.delimiter);
  const held: RawLine[] = [];
  let lastOrder: string | null = null;

  const toRow = (item: RowOrError): Row[] => {
    const { first, last } = linesOf(item);
    const count = held.filter(({ number }) => number <= last).length;
    const lines = held.splice(0, count);
    const end = lines.at(-1);
    if (end === undefined) return [];
    const order = orderOf(header, item);
    const begins = !header.rowPerLine || order === null || order !== lastOrder;
    lastOrder = order;
    return [{ bytes: lines.map(({ bytes }) => bytes), line: first, begins, next: end.next }];
  };

  return {
    push: (line) => {
      held.push(line);
      const bytes = trimEnding(line.bytes);
      const items = reader.push({ number: line.number, bytes: bytes.length > lineLimitBytes ? null : bytes });
      return items.flatMap(toRow);
    },
    end: () => reader.end().flatMap(toRow),
  };
};

/** The header of a CSV. @throws Error for one that the API would not take. */
export const parseHeader = (bytes: Buffer): CsvHeader => {
  const header = readHeader(
    trimEnding(bytes)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
  );
  if (typeof header === 'string') throw new Error(header);
  return header;
};
