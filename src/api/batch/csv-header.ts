import { createCsvRecord, findDelimiter } from './csv-record.ts';
import { type Column, findColumn } from './order-columns.ts';

export interface CsvHeader {
  readonly delimiter: string;
  /** By position; null: ignored. */
  readonly columns: readonly (Column | null)[];
  /** Each row is a line of an order, and rows of one order follow each other. */
  readonly rowPerLine: boolean;
}

/** The header, or what is wrong with it. */
export const readHeader = (text: string): CsvHeader | string => {
  const delimiter = findDelimiter(text);
  const record = createCsvRecord(delimiter);
  if (record.feed(text) !== 'done') return 'The header is no row of CSV';
  const columns = record.cells.map(findColumn);
  const names = columns.flatMap((column) => (column === null ? [] : [column.name]));
  for (const needed of ['channel', 'channelOrderId']) {
    if (!names.includes(needed)) return `The header has no column ${needed}`;
  }
  const twice = names.find((name, n) => names.indexOf(name) !== n);
  if (twice !== undefined) return `The header has the column ${twice} twice`;
  return { delimiter, columns, rowPerLine: !names.includes('lines') };
};
