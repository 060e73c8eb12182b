import type { CsvHeader } from './columns.ts';
import { createCsvRecord, findDelimiter } from './csv-record.ts';
import type { CsvTable } from './csv-table.ts';
import { orderTable } from './order-rows.ts';

export type { CsvHeader } from './columns.ts';

/** The header of a table, of orders unless another is given, or what is wrong with it. Unknown columns are ignored. */
export const readHeader = (text: string, table: CsvTable = orderTable): CsvHeader | string => {
  const delimiter = findDelimiter(text);
  const record = createCsvRecord(delimiter);
  if (record.feed(text) !== 'done') return 'The header is no row of CSV';
  const byName = new Map(table.columns.map((column) => [column.name.toLowerCase(), column]));
  const columns = record.cells.map((name) => byName.get(name.trim().toLowerCase()) ?? null);
  const names = columns.flatMap((column) => (column === null ? [] : [column.name]));
  const fault = table.faultOf(names);
  if (fault !== null) return fault;
  const twice = names.find((name, n) => names.indexOf(name) !== n);
  if (twice !== undefined) return `The header has the column ${twice} twice`;
  return { delimiter, columns, rowPerLine: !names.includes('lines') };
};
