import { z } from 'zod';
import { findOrder } from '../../../db/repositories/orders-read/find-order.ts';
import { listOrders } from '../../../db/repositories/orders-read/list-orders.ts';
import { orderDraft } from '../../../queues/schemas/order.schema.ts';
import { channel, id, text } from '../../../queues/schemas/values.ts';
import type { WorkPorts } from '../accept/accept-work.ts';
import { workEndpoint } from '../accept/work-endpoint.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { listOf, pageOf, pageQuery, showPage } from '../http/page.ts';
import { invalidRequest, Problem } from '../http/problem.ts';
import { instantOut, localDateOut } from '../openapi/values.ts';
import { checkOrder } from './check-order.ts';
import { orderExample } from './examples.ts';
import { orderOut, orderState, promise, showOrder } from './order-view.ts';
import { placeOrder } from './place-order.ts';

const tag = 'Orders';

const listedOrder = z
  .object({
    orderId: z.uuid(),
    channel: z.string(),
    channelOrderId: z.string(),
    state: orderState,
    placedAt: instantOut,
    currency: z.string(),
    shipBy: localDateOut.nullable().meta({ description: 'Of the first promise' }),
    latest: localDateOut.nullable().meta({ description: 'Of the first promise' }),
    shippedAt: instantOut.nullable(),
    deliveredAt: instantOut.nullable(),
  })
  .meta({ id: 'ListedOrder' });

/** Orders in, and orders out. */
export const orderEndpoints = (
  { database, trackingUrlOf }: Pick<ApiDeps, 'database' | 'trackingUrlOf'>,
  ports: WorkPorts,
): Endpoint[] => [
  workEndpoint(ports, {
    path: '/v1/orders',
    operationId: 'placeOrder',
    tag,
    summary: 'Place an order',
    description:
      'An order is (channel, channelOrderId): the same content again is the same job, other content a conflict. ' +
      'Buyer and address may be missing only while the payment is pending.',
    body: orderDraft.meta({ id: 'NewOrder' }),
    result: z.object({ orderId: z.uuid(), state: orderState, promise: promise.nullable() }),
    problems: ['order_conflict'],
    example: orderExample,
    submission: ({ body, caller }, hash) => {
      const errors = checkOrder(body);
      if (errors.length > 0) throw invalidRequest(errors);
      return placeOrder(caller.sellerId, body, { hash: hash(), priority: 'interactive' });
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/orders/{orderId}',
    operationId: 'getOrder',
    tag,
    summary: 'Read an order with everything under it',
    params: z.object({ orderId: id }),
    success: { 200: { description: 'The order', schema: orderOut } },
    problems: ['not_found'],
    handle: async ({ params, caller: { sellerId } }) => {
      const order = await findOrder(database, sellerId, params.orderId);
      if (order === null) throw new Problem('not_found');
      const trackingUrl = trackingUrlOf?.({ id: params.orderId, sellerId }) ?? null;
      return { status: 200, body: showOrder(order, trackingUrl) };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/orders',
    operationId: 'listOrders',
    tag,
    summary: 'List orders, those recorded last first',
    query: z.object({
      ...pageQuery,
      channel: channel.optional(),
      channelOrderId: text(100).optional(),
      state: orderState.optional(),
    }),
    success: { 200: { description: 'A page of orders', schema: listOf(listedOrder) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const filter = {
        channel: query.channel ?? null,
        channelOrderId: query.channelOrderId ?? null,
        state: query.state ?? null,
      };
      const rows = await listOrders(database, caller.sellerId, filter, pageOf(query));
      return { status: 200, body: showPage(rows, query.limit, ({ orderId }) => orderId) };
    },
  }),
];
