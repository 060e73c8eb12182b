import { z } from 'zod';
import type { ReportPage, ReportSpan } from '../../../db/repositories/refunds-read/read-refund-report.ts';
import { channel } from '../../../queues/schemas/values.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { CsvColumn } from '../csv/csv-text.ts';
import { sendCsv } from '../csv/send-csv.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { instantOrDate, toInstants } from '../returns/period.ts';

/** Some hundred kilobytes of text. */
const batchRows = 500;

export interface Place {
  readonly at: Instant;
  readonly id: string;
}

export interface Report<T> {
  readonly name: 'returns' | 'refunds' | 'cancellations' | 'claims';
  readonly operationId: string;
  readonly summary: string;
  /** What `from` and `to` are about. */
  readonly by: string;
  readonly description: string;
  readonly columns: readonly CsvColumn<T>[];
  /** Rows of a span in the order of their places. */
  read(sellerId: string, span: ReportSpan, page: ReportPage): Promise<readonly T[]>;
  placeOf(row: T): Place;
}

/** Page after page, each asked for when it is wanted. */
async function* pagesOf<T>(
  { read, placeOf }: Report<T>,
  sellerId: string,
  span: ReportSpan,
): AsyncGenerator<readonly T[]> {
  for (let after: Place | null = null; ; ) {
    const rows: readonly T[] = await read(sellerId, span, { after, limit: batchRows });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batchRows) return;
    after = placeOf(last);
  }
}

/** The endpoint of a report: a table of any length, streamed. */
export const reportEndpoint = <T>({ database }: Pick<ApiDeps, 'database'>, report: Report<T>): Endpoint => {
  const { name, operationId, summary, description, by, columns } = report;
  return defineEndpoint({
    method: 'get',
    path: `/v1/reports/${name}.csv`,
    operationId,
    tag: 'Reports',
    summary,
    description:
      `${description} By the time of ${by}, streamed. Amounts are minor units, times UTC. Days are those of the first ` +
      'fulfilment centre. A text that a spreadsheet would take for a formula has an apostrophe before it.',
    query: z.object({
      from: instantOrDate.optional().meta({ description: 'Then or later; a day: since it began' }),
      to: instantOrDate.optional().meta({ description: 'Before; a day: before it began' }),
      channel: channel.optional().meta({ description: 'All channels unless given' }),
    }),
    success: {
      200: {
        description: 'A header row, then rows',
        schema: z.string(),
        mediaType: 'text/csv',
        headers: { 'Content-Disposition': 'attachment, with a file name' },
      },
    },
    problems: ['invalid_request'],
    handle: async ({ query, response, caller: { sellerId } }) => {
      const { from = null, to = null, channel: of = null } = query;
      const period = await toInstants(database, sellerId, { from, to });
      const span = { from: period.from, until: period.to, channel: of };
      await sendCsv(response, { filename: `${name}.csv`, columns, batches: pagesOf(report, sellerId, span) });
      return null;
    },
  });
};
