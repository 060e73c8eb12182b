import { z } from 'zod';
import { cancellationBody } from '../../../queues/schemas/refund.schema.ts';
import { cancellationSources } from '../../domain/orders/order.ts';
import { acceptRequests, fileKeyHeader, howRowsAreTold } from '../batch/accept-requests.ts';
import type { DefineBatch } from '../batch/batch-endpoint.ts';
import { columnsOf } from '../batch/columns.ts';
import { getNamedOrder, isOrderNamed, notNamed, orderName } from '../batch/named-order.ts';
import { requestTable } from '../batch/request-rows.ts';
import { rowKey } from '../batch/sameness.ts';
import type { ApiDeps } from '../deps.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import { cancelOrder } from './cancel-order.ts';

const path = '/v1/cancellations/batch';

const item = z
  .object({
    ...cancellationBody.shape,
    ...orderName,
    source: z.enum(cancellationSources).default('seller'),
    idempotencyKey: rowKey,
  })
  .refine(isOrderNamed, notNamed)
  .superRefine((row, check) => {
    // What fields may stand beside each other is the same as for one cancellation.
    for (const { message, path: at } of cancellationBody.safeParse(row).error?.issues ?? []) {
      check.addIssue({ code: 'custom', message, path: at });
    }
  })
  .meta({ id: 'CancellationOfBatch' });

const table = requestTable([
  ...columnsOf('text', false, 'source reason requestId'),
  ...columnsOf('text', true, 'lineId'),
  ...columnsOf('integer', true, 'quantity'),
]);

const csvExample = `channel,channelOrderId,source,reason,lineId,quantity
shop,1001,seller,Out of stock,,
shop,1002,buyer_message,,1,1`;

/** Cancellations by the file. */
export const cancellationBatchEndpoints = (
  { database, intake }: Pick<ApiDeps, 'database' | 'intake'>,
  defineBatch: DefineBatch,
): Endpoint[] => [
  defineBatch({
    path,
    operationId: 'cancelOrders',
    tag: 'Cancellations',
    summary: 'Cancel many orders, as a stream of NDJSON or CSV',
    description: `Each row is a cancellation of its own, of the whole order unless it names lines: one in cells, or several as JSON in \`lines\`. \`source\` is seller unless given. ${howRowsAreTold}`,
    requestHeaders: [fileKeyHeader],
    item: {
      schema: item,
      example: { channel: 'shop', channelOrderId: '1001', source: 'seller', reason: 'Out of stock' },
    },
    csv: { table, example: csvExample, description: 'A header row, then cancellations' },
    accept: ({ request, caller: { sellerId } }) =>
      acceptRequests(request, {
        intake,
        path,
        schema: item,
        submission: async ({ orderId, channel, channelOrderId, ...cancel }) => {
          const order = await getNamedOrder(database, sellerId, { orderId, channel, channelOrderId });
          return cancelOrder(sellerId, order, cancel, 'bulk');
        },
      }),
  }),
];
