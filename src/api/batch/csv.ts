import type { CsvHeader } from './columns.ts';
import { readHeader } from './csv-header.ts';
import { createRowReader, type RowOrError } from './csv-rows.ts';
import type { CsvTable } from './csv-table.ts';
import { type BatchEntry, type EntryReader, lineLimitBytes } from './entry.ts';
import { createLineSplitter, type Line } from './lines.ts';
import { orderTable } from './order-rows.ts';

/** The header cannot be used, so no row can. */
export class BadCsvHeader extends Error {
  override readonly name = 'BadCsvHeader';
}

const startRows = (table: CsvTable, header: CsvHeader) => {
  const rows = createRowReader(header.delimiter);
  const assembler = table.assembler(header);
  const toEntries = (item: RowOrError): BatchEntry[] =>
    'row' in item ? assembler.push(item.row) : [...assembler.flush(), item.error];
  return {
    push: (line: Line): BatchEntry[] => rows.push(line).flatMap(toEntries),
    end: (): BatchEntry[] => [...rows.end().flatMap(toEntries), ...assembler.flush()],
  };
};

/**
 * What a table holds as CSV, with a header row: orders unless another is given.
 * @throws BadCsvHeader from `push` or `end`, before it has given any entry.
 */
export const createCsvReader = (table: CsvTable = orderTable): EntryReader => {
  const splitter = createLineSplitter(lineLimitBytes);
  let rows: ReturnType<typeof startRows> | undefined;

  const take = (line: Line): BatchEntry[] => {
    if (rows !== undefined) return rows.push(line);
    const text = line.bytes?.toString('utf8') ?? '';
    if (line.bytes !== null && text.trim() === '') return [];
    const header = readHeader(text, table);
    if (typeof header === 'string') throw new BadCsvHeader(header);
    rows = startRows(table, header);
    return [];
  };

  return {
    push: (chunk) => splitter.push(chunk).flatMap(take),
    end: () => [...splitter.end().flatMap(take), ...(rows?.end() ?? [])],
  };
};
