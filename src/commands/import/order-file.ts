import type { Format, Position } from './position.ts';
import { readRawLines } from './raw-lines.ts';
import { findCsvRows, findNdjsonRows, parseHeader, type Row, type RowFinder } from './rows.ts';

/** A file of orders, to be read from any place between two orders. */
export interface OrderFile {
  readonly format: Format;
  /** What every request begins with: the first row of a CSV. Null: NDJSON. */
  readonly header: Buffer | null;
  /** Where the first order is. */
  readonly first: Position;
  /** The rows from a position on, a chunk of the file at a time. */
  rows(from: Position): AsyncGenerator<Row[]>;
}

async function* readRows(file: string, from: Position, finder: RowFinder): AsyncGenerator<Row[]> {
  for await (const lines of readRawLines(file, from)) {
    const rows = lines.flatMap(finder.push);
    if (rows.length > 0) yield rows;
  }
  const rows = finder.end();
  if (rows.length > 0) yield rows;
}

const start: Position = { offset: 0, line: 1 };

/** @throws Error for a CSV whose header the API would not take. */
export const openOrderFile = async (file: string, format: Format): Promise<OrderFile> => {
  if (format === 'ndjson') {
    return { format, header: null, first: start, rows: (from) => readRows(file, from, findNdjsonRows()) };
  }
  for await (const lines of readRawLines(file, start)) {
    for (const { bytes, next } of lines) {
      if (bytes.toString('utf8').trim() === '') continue;
      const header = parseHeader(bytes);
      const ended = bytes.at(-1) === 0x0a ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);
      return {
        format,
        header: ended,
        first: next,
        rows: (from) => readRows(file, from, findCsvRows(header)),
      };
    }
  }
  throw new Error('The file is empty');
};
