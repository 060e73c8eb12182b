import { type CsvHeader, readHeader } from './csv-header.ts';
import { createRowReader, type RowOrError } from './csv-rows.ts';
import { type BatchEntry, type EntryReader, lineLimitBytes } from './entry.ts';
import { createLineSplitter, type Line } from './lines.ts';
import { createOrderAssembler } from './order-rows.ts';

/** The header cannot be used, so no row can. */
export class BadCsvHeader extends Error {
  override readonly name = 'BadCsvHeader';
}

const startRows = (header: CsvHeader) => {
  const rows = createRowReader(header.delimiter);
  const orders = createOrderAssembler(header);
  const toEntries = (item: RowOrError): BatchEntry[] =>
    'row' in item ? orders.push(item.row) : [...orders.flush(), item.error];
  return {
    push: (line: Line): BatchEntry[] => rows.push(line).flatMap(toEntries),
    end: (): BatchEntry[] => [...rows.end().flatMap(toEntries), ...orders.flush()],
  };
};

/**
 * Orders as CSV, with a header row: a row per order whose `lines` are JSON, or a row per order line.
 * @throws BadCsvHeader from `push` or `end`, before it has given any entry.
 */
export const createCsvReader = (): EntryReader => {
  const splitter = createLineSplitter(lineLimitBytes);
  let rows: ReturnType<typeof startRows> | undefined;

  const take = (line: Line): BatchEntry[] => {
    if (rows !== undefined) return rows.push(line);
    const text = line.bytes?.toString('utf8') ?? '';
    if (line.bytes !== null && text.trim() === '') return [];
    const header = readHeader(text);
    if (typeof header === 'string') throw new BadCsvHeader(header);
    rows = startRows(header);
    return [];
  };

  return {
    push: (chunk) => splitter.push(chunk).flatMap(take),
    end: () => [...splitter.end().flatMap(take), ...(rows?.end() ?? [])],
  };
};
