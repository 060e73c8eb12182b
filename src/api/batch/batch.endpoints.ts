import { orderDraft } from '../../../queues/schemas/order.schema.ts';
import type { ApiDeps } from '../deps.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import { orderExample } from '../orders/examples.ts';
import { acceptOrders } from './accept-orders.ts';
import type { DefineBatch } from './batch-endpoint.ts';
import { orderTable } from './order-rows.ts';

const csvExample = `channel,channelOrderId,placedAt,payment.status,currency,buyer.name,buyer.email,shipTo.name,shipTo.line1,shipTo.postalCode,shipTo.city,shipTo.country,lineId,sku,title,quantity,unitPriceMinor
shop,1002,2026-05-07T14:00:00+02:00,verified,EUR,Camille Martin,camille@example.com,Camille Martin,8 rue de la Soie,69003,Lyon,FR,1,TASSE-BLEUE,Tasse bleue,2,1290
shop,1002,,,,,,,,,,,2,TASSE-ROUGE,Tasse rouge,1,1290`;

/** Orders by the file. */
export const orderBatchEndpoints = (
  { intake }: Pick<ApiDeps, 'intake'>,
  defineBatch: DefineBatch,
): Endpoint[] => [
  defineBatch({
    path: '/v1/orders/batch',
    operationId: 'placeOrders',
    tag: 'Orders',
    summary: 'Place many orders, as a stream of NDJSON or CSV',
    description:
      'In CSV either `lines` holds the lines as JSON, or each row is one order line and rows of one order follow each ' +
      'other: what they share may be left out after the first, and all of them get the same jobId. Columns such as ' +
      '`buyer.name` and `shipTo.country` are fields of fields. Orders that were sent before answer the job they have, ' +
      'with `replayed: true`, so sending a file again is safe.',
    item: { schema: orderDraft.meta({ id: 'NewOrder' }), example: orderExample },
    csv: { table: orderTable, example: csvExample, description: 'A header row, then orders' },
    accept: ({ caller: { sellerId } }) => acceptOrders({ intake, sellerId }),
  }),
];
