import { z } from 'zod';
import { findOrderRefs } from '../../../db/repositories/orders-read/find-order-refs.ts';
import { findReturn } from '../../../db/repositories/returns-read/find-return.ts';
import { findReturnRefs } from '../../../db/repositories/returns-read/find-return-refs.ts';
import { listReturnsWithOpenMismatches } from '../../../db/repositories/returns-read/list-open-mismatches.ts';
import { listReturns, returnFilters } from '../../../db/repositories/returns-read/list-returns.ts';
import { listStockMovements } from '../../../db/repositories/returns-read/list-stock-movements.ts';
import { returnRequest } from '../../../queues/schemas/return.schema.ts';
import { channel, id, text } from '../../../queues/schemas/values.ts';
import { requesters } from '../../domain/returns/return.ts';
import { newId } from '../../platform/ids.ts';
import type { WorkPorts } from '../accept/accept-work.ts';
import { workEndpoint } from '../accept/work-endpoint.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { listOf, pageOf, pageQuery, showPage } from '../http/page.ts';
import { Problem } from '../http/problem.ts';
import { instantOut } from '../openapi/values.ts';
import { instantOrDate, toInstants } from './period.ts';
import { mismatch, returnOut, returnResult, returnState, showReturn } from './return-view.ts';

const tag = 'Returns';
const body = returnRequest.safeExtend({ orderId: id }).meta({ id: 'NewReturn' });

const listedReturn = z
  .object({
    returnId: z.uuid(),
    orderId: z.uuid(),
    channel: z.string(),
    channelOrderId: z.string(),
    state: returnState,
    requestedBy: z.enum(requesters),
    requestedAt: instantOut,
    rma: z.string().nullable(),
    closedBy: z.enum(['buyer', 'seller', 'system']).nullable(),
    dueAt: instantOut.nullable().meta({ description: 'When the answer is late; null: nobody waits for one' }),
  })
  .meta({ id: 'ListedReturn' });

const stockMovement = z
  .object({
    id: z.uuid(),
    sku: z.string(),
    quantity: z.int().meta({ description: 'Units that went into stock' }),
    reason: z.enum(['return_received', 'mismatch_accepted']),
    returnId: z.uuid(),
    movedAt: instantOut,
  })
  .meta({ id: 'StockMovement' });

const oneOrRefusal = z.union([
  returnResult,
  z.object({ returnId: z.uuid(), error: z.object({ code: z.string(), detail: z.string() }) }),
]);

/** Returns in, and returns out. */
export const returnEndpoints = (
  { database, now = () => new Date() }: Pick<ApiDeps, 'database' | 'now'>,
  ports: WorkPorts,
): Endpoint[] => [
  workEndpoint(ports, {
    path: '/v1/returns',
    operationId: 'requestReturn',
    tag,
    summary: 'Ask to send something back, or withdraw',
    description:
      'One made by the seller is authorised at once, and so is what the channel lets authorise itself. A withdrawal is authorised when it is confirmed.',
    body,
    result: returnResult,
    problems: ['not_found'],
    example: {
      orderId: '01981b2e-5b1c-7c3a-9d2e-0123456789ab',
      requestedBy: 'buyer',
      lines: [{ lineId: '1', quantity: 1, reason: 'defective', comment: 'The switch is loose.' }],
    },
    submission: async ({ body: { orderId, ...request }, caller: { sellerId } }) => {
      const order = await findOrderRefs(database, sellerId, orderId);
      if (order === null) throw new Problem('not_found', { detail: 'There is no such order' });
      return {
        sellerId,
        queue: 'returns' as const,
        name: 'request' as const,
        payload: { orderId, returnId: newId(), request },
        refs: { channel: order.channel, order: order.channelOrderId },
        priority: 'interactive' as const,
        subjectId: orderId,
      };
    },
  }),

  workEndpoint(ports, {
    path: '/v1/returns/authorizations',
    operationId: 'authorizeReturns',
    tag,
    summary: 'Authorise many returns at once',
    description:
      "Each with a generated RMA, the channel's address and a generated label, and its own result.",
    body: z
      .object({
        returnIds: z
          .array(id)
          .min(1)
          .max(500)
          .refine((all) => new Set(all).size === all.length, 'A return is named twice'),
      })
      .meta({ id: 'AuthorizeReturns' }),
    result: z.object({ returns: z.array(oneOrRefusal) }),
    problems: ['not_found'],
    example: { returnIds: ['01981b2e-5b1c-7c3a-9d2e-0123456789ab'] },
    submission: async ({ body: { returnIds }, caller: { sellerId } }) => {
      const known = await findReturnRefs(database, sellerId, returnIds);
      const orderOf = new Map(known.map(({ returnId, orderId }) => [returnId, orderId]));
      const errors = returnIds.flatMap((returnId, n) =>
        orderOf.has(returnId)
          ? []
          : [{ path: `returnIds[${n}]`, code: 'not_found', message: 'There is no such return' }],
      );
      if (errors.length > 0)
        throw new Problem('not_found', { detail: 'Not all of these returns exist', errors });
      const returns = returnIds.map((returnId) => ({ orderId: orderOf.get(returnId) ?? '', returnId }));
      return {
        sellerId,
        queue: 'returns' as const,
        name: 'authorize-many' as const,
        payload: { returns },
        refs: {},
        priority: 'interactive' as const,
      };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/returns',
    operationId: 'listReturns',
    tag,
    summary: 'List returns, those recorded last first',
    description:
      'Withdrawals that their buyer has yet to confirm require no authorisation. Days are those of the first fulfilment centre.',
    query: z.object({
      ...pageQuery,
      filter: z.enum(returnFilters).default('all'),
      from: instantOrDate.optional().meta({ description: 'Requested then or later; a day: since it began' }),
      to: instantOrDate.optional().meta({ description: 'Requested before; a day: before it began' }),
      q: text(100).optional().meta({
        description:
          'How an RMA (in any case), an order number or the id of a return (its first dash too) begins',
      }),
      orderId: id.optional(),
      channel: channel.optional(),
    }),
    success: { 200: { description: 'A page of returns', schema: listOf(listedReturn) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const { filter, from = null, to = null, q = null, orderId = null, channel: of = null } = query;
      const period = await toInstants(database, caller.sellerId, { from, to });
      const asked = { filter, ...period, q, orderId, channel: of };
      const rows = await listReturns(database, caller.sellerId, asked, pageOf(query));
      return { status: 200, body: showPage(rows, query.limit, ({ returnId }) => returnId) };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/returns/{returnId}',
    operationId: 'getReturn',
    tag,
    summary: 'Read a return with its history',
    params: z.object({ returnId: id }),
    success: { 200: { description: 'The return', schema: returnOut } },
    problems: ['not_found'],
    handle: async ({ params, caller: { sellerId } }) => {
      const found = await findReturn(database, sellerId, params.returnId);
      if (found === null) throw new Problem('not_found');
      return { status: 200, body: showReturn(found, now().toISOString()) };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/mismatches',
    operationId: 'listMismatches',
    tag,
    summary: 'List returns with something that waits for a decision',
    query: z.object(pageQuery),
    success: {
      200: {
        description: 'A page of returns, each with what came back in it and was not authorised',
        schema: listOf(
          z.object({
            returnId: z.uuid(),
            rma: z.string().nullable(),
            channelOrderId: z.string(),
            mismatches: z.array(mismatch),
          }),
        ),
      },
    },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const rows = await listReturnsWithOpenMismatches(database, caller.sellerId, pageOf(query));
      return { status: 200, body: showPage(rows, query.limit, ({ returnId }) => returnId) };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/stock-movements',
    operationId: 'listStockMovements',
    tag,
    summary: 'List units that went back to stock, the newest first',
    query: z.object(pageQuery),
    success: { 200: { description: 'A page of movements', schema: listOf(stockMovement) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const rows = await listStockMovements(database, caller.sellerId, pageOf(query));
      return { status: 200, body: showPage(rows, query.limit, (row) => row.id) };
    },
  }),
];
