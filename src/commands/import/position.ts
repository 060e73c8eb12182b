/** A place between two lines of a file. */
export interface Position {
  /** Bytes before it. */
  readonly offset: number;
  /** The line that begins there, the first being 1. */
  readonly line: number;
}

export type Format = 'csv' | 'ndjson';

const formats: Readonly<Record<string, Format>> = { csv: 'csv', ndjson: 'ndjson', jsonl: 'ndjson' };

/** The format that the name of a file says; null: none that can be imported. */
export const formatOf = (file: string): Format | null =>
  formats[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? null;

export const contentTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
};
