import { isUtf8 } from 'node:buffer';
import { createCsvRecord } from './csv-record.ts';
import { type BatchEntry, badEntry, lineLimitBytes, lineTooLong, notUtf8 } from './entry.ts';
import type { Line } from './lines.ts';

/** A row as its cells; `line` is the first of its lines. */
export interface CsvRow {
  readonly line: number;
  readonly bytes: number;
  readonly cells: readonly string[];
}

export type RowOrError = { readonly row: CsvRow } | { readonly error: BatchEntry };

interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** More lines than any address or title has. */
const mostLinesPerRow = 1_000;

const unclosed = ({ number }: TextLine): RowOrError => ({
  error: badEntry([number], {
    code: 'malformed_csv',
    detail: 'A quote of this line is misplaced or not closed',
  }),
});

/**
 * Joins lines to rows. When a row turns out to be impossible only its first line is given up, and reading
 * goes on with the next one: a forgotten quote costs its own line, not the rest of the file.
 */
export const createRowReader = (delimiter: string) => {
  let record = createCsvRecord(delimiter);
  let pending: TextLine[] = [];
  let length = 0;

  const restart = (): TextLine[] => {
    const lines = pending;
    pending = [];
    length = 0;
    record = createCsvRecord(delimiter);
    return lines;
  };

  /** Gives up the first pending line and reads the others again. */
  const giveUpFirst = (): RowOrError[] => {
    const [first, ...others] = restart();
    return first === undefined ? [] : [unclosed(first), ...others.flatMap(take)];
  };

  const take = (line: TextLine): RowOrError[] => {
    if (pending.length === 0 && line.text.trim() === '') return [];
    pending.push(line);
    length += line.text.length + 1;
    switch (record.feed(line.text)) {
      case 'bad':
        return giveUpFirst();
      case 'open':
        return length > lineLimitBytes || pending.length > mostLinesPerRow ? giveUpFirst() : [];
      case 'done': {
        const { cells } = record;
        const bytes = length;
        const [first = line] = restart();
        return [{ row: { line: first.number, bytes, cells } }];
      }
    }
  };

  const end = (): RowOrError[] => {
    const rows: RowOrError[] = [];
    while (pending.length > 0) rows.push(...giveUpFirst());
    return rows;
  };

  return {
    /** A line that cannot be read ends a row that was open: that row began with a forgotten quote. */
    push: ({ number, bytes }: Line): RowOrError[] => {
      if (bytes === null) return [...end(), { error: lineTooLong(number) }];
      if (!isUtf8(bytes)) return [...end(), { error: notUtf8(number) }];
      return take({ number, text: bytes.toString('utf8') });
    },
    end,
  };
};
