export type CsvValue = string | number | boolean | null;

/** A column of a table of `T`. */
export interface CsvColumn<T> {
  readonly header: string;
  readonly value: (row: T) => CsvValue;
}

/** Spreadsheets take a text that begins so for a formula, and some may run it (OWASP: CSV injection). */
const opensFormula = /^[=+\-@\t\r\n＝＋－＠]/;
/**
 * The same behind what other spreadsheets part cells by: where the decimal sign is a comma, `;` parts them, and quotes
 * in the middle of a line mean nothing.
 */
const opensFormulaLater = /([;\t\r\n|])(\s*)(?=[=+\-@＝＋－＠])/g;
const needsQuotes = /["\r\n,]/;

const cell = (value: CsvValue): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const guarded = value.replace(opensFormulaLater, "$1$2'");
  const text = opensFormula.test(guarded) ? `'${guarded}` : guarded;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (cells: readonly CsvValue[]): string => `${cells.map(cell).join(',')}\r\n`;

/** RFC 4180: the names of the columns, then rows. */
export const headerLine = (columns: readonly { readonly header: string }[]): string =>
  line(columns.map(({ header }) => header));

export const rowLines = <T>(columns: readonly CsvColumn<T>[], rows: readonly T[]): string =>
  rows.map((row) => line(columns.map(({ value }) => value(row)))).join('');
