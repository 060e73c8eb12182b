export type CellKind = 'text' | 'integer' | 'decimal' | 'boolean' | 'json';

/** A column that is known: where its cells go in what a row describes, and what they are. */
export interface Column {
  readonly name: string;
  readonly kind: CellKind;
  /** Of one line of the order, and not of the order as a whole. */
  readonly ofLine: boolean;
}

export interface CsvHeader {
  readonly delimiter: string;
  /** By position; null: ignored. */
  readonly columns: readonly (Column | null)[];
  /** There is no column of `lines`: each row has the cells of one line. */
  readonly rowPerLine: boolean;
}

/** Columns of one kind; `names` as a text with spaces between them. */
export const columnsOf = (kind: CellKind, ofLine: boolean, names: string): Column[] =>
  names.split(/\s+/).map((name) => ({ name, kind, ofLine }));

const parseJson = (cell: string): unknown => {
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    // The schema says what it wanted instead.
    return cell;
  }
};

const booleans = new Map([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
]);

/** What a cell means; what it cannot mean stays text, for the schema to refuse with the column's path. */
export const readCell = (kind: CellKind, cell: string): unknown => {
  switch (kind) {
    case 'text':
      return cell;
    case 'integer':
      return /^\s*-?\d{1,15}\s*$/.test(cell) ? Number(cell) : cell;
    // Spreadsheets of half of Europe write a comma.
    case 'decimal':
      return /^\s*-?\d{1,9}(?:[.,]\d{1,6})?\s*$/.test(cell) ? Number(cell.replace(',', '.')) : cell;
    case 'boolean':
      return booleans.get(cell.trim().toLowerCase()) ?? cell;
    case 'json':
      return parseJson(cell);
  }
};
