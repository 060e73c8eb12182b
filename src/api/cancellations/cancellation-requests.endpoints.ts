import { z } from 'zod';
import { findCancellationRequest } from '../../../db/repositories/cancellations-read/find-cancellation-request.ts';
import { listCancellationRequests } from '../../../db/repositories/cancellations-read/list-cancellation-requests.ts';
import { listCancellations } from '../../../db/repositories/cancellations-read/list-cancellations.ts';
import { channel, id } from '../../../queues/schemas/values.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { listOf, pageOf, pageQuery, showPage } from '../http/page.ts';
import { Problem } from '../http/problem.ts';
import {
  cancellationOut,
  cancellationRequestOut,
  requestState,
  showCancellation,
  showCancellationRequest,
} from './cancellation-view.ts';

const tag = 'Cancellations';

/** Official requests out, and what was cancelled. */
export const cancellationRequestEndpoints = ({ database }: Pick<ApiDeps, 'database'>): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/v1/cancellation-requests',
    operationId: 'listCancellationRequests',
    tag,
    summary: "List buyers' official requests to cancel, those recorded last first",
    description: 'With `state=requested`, those that wait for the seller.',
    query: z.object({
      ...pageQuery,
      state: requestState.optional(),
      orderId: id.optional(),
      channel: channel.optional(),
    }),
    success: { 200: { description: 'A page of requests', schema: listOf(cancellationRequestOut) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const asked = {
        state: query.state ?? null,
        orderId: query.orderId ?? null,
        channel: query.channel ?? null,
      };
      const rows = await listCancellationRequests(database, caller.sellerId, asked, pageOf(query));
      const { items, nextCursor } = showPage(rows, query.limit, (request) => request.id);
      return { status: 200, body: { items: items.map(showCancellationRequest), nextCursor } };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/cancellations',
    operationId: 'listCancellations',
    tag,
    summary: 'List what was cancelled, recorded last first',
    description: 'Each time that units were taken out of an order; `whole` where the order ended with it.',
    query: z.object({ ...pageQuery, orderId: id.optional(), channel: channel.optional() }),
    success: { 200: { description: 'A page of cancellations', schema: listOf(cancellationOut) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const asked = { orderId: query.orderId ?? null, channel: query.channel ?? null };
      const rows = await listCancellations(database, caller.sellerId, asked, pageOf(query));
      const { items, nextCursor } = showPage(rows, query.limit, (row) => row.id);
      return { status: 200, body: { items: items.map(showCancellation), nextCursor } };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/cancellation-requests/{requestId}',
    operationId: 'getCancellationRequest',
    tag,
    summary: 'Read an official request to cancel',
    params: z.object({ requestId: id }),
    success: { 200: { description: 'The request', schema: cancellationRequestOut } },
    problems: ['not_found'],
    handle: async ({ params, caller: { sellerId } }) => {
      const request = await findCancellationRequest(database, sellerId, params.requestId);
      if (request === null) throw new Problem('not_found');
      return { status: 200, body: showCancellationRequest(request) };
    },
  }),
];
