import type { Column, CsvHeader } from './columns.ts';
import type { CsvRow } from './csv-rows.ts';
import type { BatchEntry } from './entry.ts';

/** Makes entries of rows. */
export interface RowAssembler {
  push(row: CsvRow): BatchEntry[];
  /** What is held back, because a row that follows might belong to it. */
  flush(): BatchEntry[];
}

/** What a batch takes as CSV. */
export interface CsvTable {
  readonly columns: readonly Column[];
  /** What is wrong with a header that has these of the columns; null: nothing. */
  faultOf(names: readonly string[]): string | null;
  assembler(header: CsvHeader): RowAssembler;
}
