import { tmpdir } from 'node:os';
import { Counter } from 'prom-client';
import { z } from 'zod';
import { orderDraft } from '../../../queues/schemas/order.schema.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint, type StreamedBody } from '../endpoints/endpoint.ts';
import { mediaTypeOf, turnedAway } from '../http/read-json.ts';
import { orderExample } from '../orders/examples.ts';
import { createCsvReader } from './csv.ts';
import type { EntryReader } from './entry.ts';
import { createNdjsonReader } from './ndjson.ts';
import type { UnreadLimits } from './ordered-output.ts';
import { runBatch } from './run-batch.ts';

const readers: ReadonlyMap<string, () => EntryReader> = new Map([
  ['application/x-ndjson', createNdjsonReader],
  ['application/ndjson', createNdjsonReader],
  ['application/jsonl', createNdjsonReader],
  ['text/csv', createCsvReader],
]);

const csvExample = `channel,channelOrderId,placedAt,payment.status,currency,buyer.name,buyer.email,shipTo.name,shipTo.line1,shipTo.postalCode,shipTo.city,shipTo.country,lineId,sku,title,quantity,unitPriceMinor
shop,1002,2026-05-07T14:00:00+02:00,verified,EUR,Camille Martin,camille@example.com,Camille Martin,8 rue de la Soie,69003,Lyon,FR,1,TASSE-BLEUE,Tasse bleue,2,1290
shop,1002,,,,,,,,,,,2,TASSE-ROUGE,Tasse rouge,1,1290`;

const streamedBody: StreamedBody = {
  'application/x-ndjson': {
    schema: orderDraft.meta({ id: 'NewOrder' }),
    example: JSON.stringify(orderExample),
    description: 'One order per line',
  },
  'text/csv': {
    schema: z.string(),
    example: csvExample,
    description: 'A header row, then orders',
  },
};

const description =
  'Streamed both ways, of any length. Answers that you do not read while you send wait for you on disk, some 15 ' +
  'million of them: a client that sends everything before it reads will do. One answer per input line, in order: ' +
  '`{ line, jobId }` or `{ line, error: { code, detail, errors? } }`. A bad line never stops the others. Blank lines ' +
  'and the CSV header have no answer but are counted. The body may be gzip. CSV columns are dotted fields ' +
  '(`buyer.name`, `shipTo.country`); unknown ones are ignored, semicolons and tabs are understood. Either `lines` holds ' +
  'the lines as JSON, or each row is one order line and rows of one order follow each other: what they share may be ' +
  'left out after the first, and all of them get the same jobId. Orders that were sent before answer the job they ' +
  'have, with `replayed: true`, so sending a file again is safe.';

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

/** Orders by the file. */
export const batchEndpoints = ({ intake, logger, metrics, stopping }: ApiDeps): Endpoint[] => {
  const lines = new Counter({
    name: 'navette_batch_lines_total',
    help: 'Lines of order batches by what became of them',
    labelNames: ['outcome'],
    registers: [metrics],
  });
  const unread = createUnreadLimits();
  return [
    defineEndpoint({
      method: 'post',
      path: '/v1/orders/batch',
      operationId: 'placeOrders',
      tag: 'Orders',
      summary: 'Place many orders, as a stream of NDJSON or CSV',
      description,
      streamedBody,
      success: {
        200: { description: 'A result per line', schema: result, mediaType: 'application/x-ndjson' },
      },
      problems: ['unsupported_media_type', 'invalid_request'],
      handle: async ({ request, response, caller: { sellerId } }) => {
        const createReader = readers.get(mediaTypeOf(request));
        if (createReader === undefined) {
          const detail = `Send one of ${[...readers.keys()].join(', ')}`;
          throw turnedAway(request, 'unsupported_media_type', detail);
        }
        const ports = { intake, logger, sellerId, lines, unread, stopping };
        await runBatch(ports, createReader(), { request, response });
        return null;
      },
    }),
  ];
};
