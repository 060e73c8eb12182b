import { tmpdir } from 'node:os';
import { Counter } from 'prom-client';
import { z } from 'zod';
import type { ApiDeps } from '../deps.ts';
import {
  type Call,
  defineEndpoint,
  type Endpoint,
  type HeaderDeclaration,
  type StreamedBody,
} from '../endpoints/endpoint.ts';
import { mediaTypeOf, turnedAway } from '../http/read-json.ts';
import type { Accept } from './accept-entry.ts';
import { createCsvReader } from './csv.ts';
import type { CsvTable } from './csv-table.ts';
import type { EntryReader } from './entry.ts';
import { createNdjsonReader } from './ndjson.ts';
import type { UnreadLimits } from './ordered-output.ts';
import { runBatch } from './run-batch.ts';

export interface BatchOptions {
  readonly path: `/${string}`;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly requestHeaders?: readonly HeaderDeclaration[];
  /** What one line of NDJSON holds, and an example of it. */
  readonly item: { readonly schema: z.ZodType; readonly example: unknown };
  readonly csv: { readonly table: CsvTable; readonly example: string; readonly description: string };
  /**
   * What is done with the entries of one request.
   * @throws Problem before anything is read.
   */
  accept(call: Call<undefined, undefined, undefined>): Accept;
}

/** Makes the endpoint of a batch. */
export type DefineBatch = (options: BatchOptions) => Endpoint;

const readersOf = (table: CsvTable): ReadonlyMap<string, () => EntryReader> =>
  new Map([
    ['application/x-ndjson', createNdjsonReader],
    ['application/ndjson', createNdjsonReader],
    ['application/jsonl', createNdjsonReader],
    ['text/csv', () => createCsvReader(table)],
  ]);

const howItStreams =
  ' Streamed both ways, of any length. Answers that you do not read while you send wait for you on disk, some 15 ' +
  'million of them: a client that sends everything before it reads will do. One answer per input line, in order: ' +
  '`{ line, jobId }` or `{ line, error: { code, detail, errors? } }`. A bad line never stops the others. Blank lines ' +
  'and the CSV header have no answer but are counted. The body may be gzip. CSV columns are dotted fields; unknown ' +
  'ones are ignored, semicolons and tabs are understood.';

const result = z.object({
  line: z.int().meta({ description: 'From 1, as an editor counts' }),
  jobId: z.uuid().optional(),
  replayed: z.boolean().optional(),
  error: z
    .object({
      code: z.string(),
      detail: z.string(),
      errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
      jobId: z.uuid().optional().meta({ description: 'In a conflict, the job that made what exists' }),
    })
    .optional(),
});

/** In memory some 60,000 answers of a batch; on disk some 15 million, of all batches of the process together. */
const createUnreadLimits = (): UnreadLimits => ({
  memoryBytes: 4 * 1024 * 1024,
  folder: tmpdir(),
  space: { leftBytes: 1024 * 1024 * 1024 },
});

const bodyOf = ({ item, csv }: BatchOptions): StreamedBody => ({
  'application/x-ndjson': {
    schema: item.schema,
    example: JSON.stringify(item.example),
    description: 'One per line',
  },
  'text/csv': { schema: z.string(), example: csv.example, description: csv.description },
});

/** What all batches of the process share: their counter, and the disk that unread answers may take. */
export const createBatches = ({
  intake,
  logger,
  metrics,
  stopping,
}: Pick<ApiDeps, 'intake' | 'logger' | 'metrics' | 'stopping'>): DefineBatch => {
  const lines = new Counter({
    name: 'navette_batch_lines_total',
    help: 'Lines of batches by what became of them',
    labelNames: ['outcome'],
    registers: [metrics],
  });
  const unread = createUnreadLimits();
  return (options) => {
    const { path, operationId, tag, summary, description, requestHeaders = [], csv } = options;
    const readers = readersOf(csv.table);
    return defineEndpoint({
      method: 'post',
      path,
      operationId,
      tag,
      summary,
      description: description + howItStreams,
      requestHeaders,
      streamedBody: bodyOf(options),
      success: {
        200: { description: 'A result per line', schema: result, mediaType: 'application/x-ndjson' },
      },
      problems: [
        'unsupported_media_type',
        'invalid_request',
        ...(requestHeaders.length > 0 ? (['idempotency_key_invalid'] as const) : []),
      ],
      handle: async (call) => {
        const { request, response, caller } = call;
        const createReader = readers.get(mediaTypeOf(request));
        if (createReader === undefined) {
          const detail = `Send one of ${[...readers.keys()].join(', ')}`;
          throw turnedAway(request, 'unsupported_media_type', detail);
        }
        const { sellerId } = caller;
        const ports = { intake, logger, sellerId, lines, unread, stopping, accept: options.accept(call) };
        await runBatch(ports, createReader(), { request, response });
        return null;
      },
    });
  };
};
