import { refundRequest } from '../../../queues/schemas/refund.schema.ts';
import { acceptRequests, fileKeyHeader, howRowsAreTold } from '../batch/accept-requests.ts';
import type { DefineBatch } from '../batch/batch-endpoint.ts';
import { columnsOf } from '../batch/columns.ts';
import { getNamedOrder, isOrderNamed, notNamed, orderName } from '../batch/named-order.ts';
import { requestTable } from '../batch/request-rows.ts';
import { rowKey } from '../batch/sameness.ts';
import type { ApiDeps } from '../deps.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import { refundCsvExample, refundExample } from './examples.ts';
import { requestRefund } from './request-refund.ts';

const path = '/v1/refunds/batch';

const item = refundRequest
  .safeExtend({ ...orderName, idempotencyKey: rowKey })
  .refine(isOrderNamed, notNamed)
  .meta({ id: 'RefundOfBatch' });

const table = requestTable([
  ...columnsOf('text', false, 'reason returnId currency'),
  ...columnsOf('integer', false, 'shippingMinor previouslyRefundedMinor restockingFee.amountMinor'),
  ...columnsOf('decimal', false, 'restockingFee.percent'),
  ...columnsOf('text', true, 'lineId'),
  ...columnsOf('integer', true, 'quantity amountMinor'),
]);

/** Adjustments by the file. */
export const refundBatchEndpoints = (
  { database, intake }: Pick<ApiDeps, 'database' | 'intake'>,
  defineBatch: DefineBatch,
): Endpoint[] => [
  defineBatch({
    path,
    operationId: 'requestRefunds',
    tag: 'Refunds',
    summary: 'Refund many orders, as a stream of NDJSON or CSV',
    description: `Each row is a refund of its own. In CSV a row names one line of its order in cells, or several as JSON in \`lines\`. ${howRowsAreTold}`,
    requestHeaders: [fileKeyHeader],
    item: { schema: item, example: { ...refundExample, idempotencyKey: 'adj-2026-05-0001' } },
    csv: { table, example: refundCsvExample, description: 'A header row, then refunds' },
    accept: ({ request, caller: { sellerId } }) =>
      acceptRequests(request, {
        intake,
        path,
        schema: item,
        submission: async ({ orderId, channel, channelOrderId, ...asked }) => {
          const order = await getNamedOrder(database, sellerId, { orderId, channel, channelOrderId });
          return requestRefund(sellerId, order, { request: asked, source: 'batch' });
        },
      }),
  }),
];
