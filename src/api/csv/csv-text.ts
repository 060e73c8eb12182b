export type CsvValue = string | number | boolean | null;

/** A column of a table of `T`. */
export interface CsvColumn<T> {
  readonly header: string;
  readonly value: (row: T) => CsvValue;
}

/** Spreadsheets take a text that begins so for a formula, and some may run it (OWASP: CSV injection). */
const opensFormula = /^[=+\-@\t\r\n＝＋－＠]/;
const needsQuotes = /["\r\n,]/;

const cell = (value: CsvValue): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = opensFormula.test(value) ? `'${value}` : value;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (cells: readonly CsvValue[]): string => `${cells.map(cell).join(',')}\r\n`;

/** RFC 4180: the names of the columns, then rows. */
export const headerLine = (columns: readonly { readonly header: string }[]): string =>
  line(columns.map(({ header }) => header));

export const rowLines = <T>(columns: readonly CsvColumn<T>[], rows: readonly T[]): string =>
  rows.map((row) => line(columns.map(({ value }) => value(row)))).join('');
