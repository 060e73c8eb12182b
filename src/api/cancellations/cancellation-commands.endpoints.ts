import { z } from 'zod';
import { findCancellationRequest } from '../../../db/repositories/cancellations-read/find-cancellation-request.ts';
import { findOrderRefs } from '../../../db/repositories/orders-read/find-order-refs.ts';
import {
  cancellationBody,
  cancellationRefusal,
  cancellationRequestBody,
} from '../../../queues/schemas/refund.schema.ts';
import { id } from '../../../queues/schemas/values.ts';
import { newId } from '../../platform/ids.ts';
import type { WorkPorts } from '../accept/accept-work.ts';
import { workEndpoint } from '../accept/work-endpoint.ts';
import type { ApiDeps } from '../deps.ts';
import type { Caller, Endpoint } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { cancelOrder } from './cancel-order.ts';
import { cancellationResult, requestResult } from './cancellation-view.ts';

const tag = 'Cancellations';
const params = z.object({ orderId: id });

/** Cancellations in, official requests with them. */
export const cancellationCommandEndpoints = (
  { database }: Pick<ApiDeps, 'database'>,
  ports: WorkPorts,
): Endpoint[] => {
  const getOrder = async ({ sellerId }: Caller, orderId: string) => {
    const refs = await findOrderRefs(database, sellerId, orderId);
    if (refs === null) throw new Problem('not_found', { detail: 'There is no such order' });
    return { orderId, ...refs };
  };

  return [
    workEndpoint(ports, {
      path: '/v1/orders/{orderId}/cancellation-requests',
      operationId: 'requestCancellation',
      tag,
      summary: "Record a buyer's official request to cancel",
      description:
        'Cancels nothing: the seller is told by mail, and accepts it (POST …/cancellations with its `requestId`) or ' +
        'refuses it. Of an order one request is open at a time. Rejected once nothing of it can be cancelled.',
      params,
      body: cancellationRequestBody.meta({ id: 'NewCancellationRequest' }),
      result: requestResult,
      problems: ['not_found'],
      example: { requestedAt: '2026-05-07T16:20:00+02:00', reason: 'Ordered twice' },
      submission: async ({ params: { orderId }, body: request, caller }) => {
        const { channel, channelOrderId } = await getOrder(caller, orderId);
        return {
          sellerId: caller.sellerId,
          queue: 'cancellations' as const,
          name: 'request' as const,
          payload: { orderId, requestId: newId(), request },
          refs: { channel, order: channelOrderId },
          priority: 'interactive' as const,
          subjectId: orderId,
        };
      },
    }),

    workEndpoint(ports, {
      path: '/v1/orders/{orderId}/cancellations',
      operationId: 'cancelOrder',
      tag,
      summary: 'Cancel an order, or units of it, before it leaves',
      description:
        'All that has not left unless `lines` are given. What was captured for it is refunded at once, and the buyer is ' +
        'told by mail. `source` says who wanted it: `buyer_request` is an official request and counts against no rate; ' +
        '`buyer_message`, `seller` and `system` count. Rejected for what has left, and while the payment is pending.',
      params,
      body: cancellationBody.meta({ id: 'NewCancellation' }),
      result: cancellationResult,
      problems: ['not_found'],
      example: { source: 'seller', reason: 'Out of stock', lines: [{ lineId: '1', quantity: 1 }] },
      submission: async ({ params: { orderId }, body, caller }) =>
        cancelOrder(caller.sellerId, await getOrder(caller, orderId), body, 'interactive'),
    }),

    workEndpoint(ports, {
      path: '/v1/cancellation-requests/{requestId}/refuse',
      operationId: 'refuseCancellationRequest',
      tag,
      summary: 'Refuse an official request, as the seller',
      description: 'The buyer is told by mail, with `message`.',
      params: z.object({ requestId: id }),
      body: cancellationRefusal.meta({ id: 'CancellationRefusal' }),
      bodyOptional: true,
      result: requestResult,
      problems: ['not_found'],
      example: { message: 'Your order is being packed already. You can send it back once it has arrived.' },
      submission: async ({ params: { requestId }, body: refusal, caller: { sellerId } }) => {
        const request = await findCancellationRequest(database, sellerId, requestId);
        if (request === null) throw new Problem('not_found', { detail: 'There is no such request' });
        const { orderId, channel, channelOrderId } = request;
        return {
          sellerId,
          queue: 'cancellations' as const,
          name: 'refuse-request' as const,
          payload: { orderId, requestId, refusal },
          refs: { channel, order: channelOrderId },
          priority: 'interactive' as const,
          subjectId: orderId,
        };
      },
    }),
  ];
};
