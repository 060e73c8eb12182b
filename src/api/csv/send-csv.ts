import type { ServerResponse } from 'node:http';
import { type CsvColumn, headerLine, rowLines } from './csv-text.ts';

/** A table to download, row batch by row batch. */
export interface CsvTable<T> {
  /** Of letters, digits, dots and dashes alone: it stands unquoted in a header. */
  readonly filename: string;
  readonly columns: readonly CsvColumn<T>[];
  readonly batches: AsyncIterable<readonly T[]>;
}

/** Resolves when the client takes more, or has gone. */
const room = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const settle = (): void => {
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.once('drain', settle).once('close', settle);
  });

/**
 * Streams a table of any length: the next batch is read when the client has taken the last one, and none after it
 * has gone. What fails before the first batch is there can still be answered as a problem; later the connection
 * breaks, so that nobody takes a part for the whole.
 */
export const sendCsv = async <T>(response: ServerResponse, table: CsvTable<T>): Promise<void> => {
  if (response.req.method !== 'HEAD') {
    for await (const rows of table.batches) {
      if (!response.headersSent) begin(response, table);
      if (!response.write(rowLines(table.columns, rows)) && !response.destroyed) await room(response);
      if (response.destroyed) return;
    }
  }
  if (!response.headersSent) begin(response, table);
  response.end();
};

const begin = <T>(response: ServerResponse, { filename, columns }: CsvTable<T>): void => {
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${filename}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write(headerLine(columns));
};
