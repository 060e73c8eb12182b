import { z } from 'zod';
import { findRefund } from '../../../db/repositories/refunds-read/find-refund.ts';
import { newRefund, refundOutcome } from '../../../queues/schemas/refund.schema.ts';
import { id } from '../../../queues/schemas/values.ts';
import type { WorkPorts } from '../accept/accept-work.ts';
import { workEndpoint } from '../accept/work-endpoint.ts';
import { getNamedOrder } from '../batch/named-order.ts';
import type { ApiDeps } from '../deps.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { refundExample } from './examples.ts';
import { keyFirst } from './key-first.ts';
import { refundResult } from './refund-view.ts';
import { requestRefund } from './request-refund.ts';

const tag = 'Refunds';

/** Refunds in, and what their providers did. */
export const refundCommandEndpoints = (
  { database }: Pick<ApiDeps, 'database'>,
  ports: WorkPorts,
): Endpoint[] => [
  keyFirst(
    workEndpoint(ports, {
      path: '/v1/refunds',
      operationId: 'requestRefund',
      tag,
      summary: 'Refund an order, whole or in part',
      description:
        'Lines by quantity (the next units’ amounts, to the cent) or by amount, and shipping. The sum of refunds that ' +
        'are neither declined nor failed never exceeds what was captured, per line, for shipping and for the order: ' +
        'what is above that is rejected with what is left. Equal refunds are two refunds if their keys differ. The job ' +
        'is done when the refund is stored; its provider is called then, and GET /v1/refunds/{refundId} tells how that ' +
        'ended. A restocking fee is rejected where the buyer is not at fault, and on a withdrawal.',
      body: newRefund.meta({ id: 'NewRefund' }),
      result: refundResult,
      problems: ['not_found'],
      example: refundExample,
      submission: async ({ body: { orderId, ...request }, caller: { sellerId } }) => {
        const order = await getNamedOrder(database, sellerId, {
          orderId,
          channel: null,
          channelOrderId: null,
        });
        return requestRefund(sellerId, order, { request, source: 'api' });
      },
    }),
  ),

  workEndpoint(ports, {
    path: '/v1/refunds/{refundId}/outcome',
    operationId: 'recordRefundOutcome',
    tag,
    summary: 'Tell how a refund ended',
    description:
      'For orders whose payments the upstream system makes itself (provider `external`), and for refunds that wait for ' +
      'a person (`attention`). Elsewhere the provider tells by itself, and the job is rejected with `provider_tells`.',
    params: z.object({ refundId: id }),
    body: refundOutcome.meta({ id: 'RefundOutcome' }),
    result: refundResult,
    problems: ['not_found'],
    example: { outcome: 'succeeded', at: '2026-05-20T10:00:00+02:00', reference: 'RF-2026-0815' },
    submission: async ({ params: { refundId }, body, caller: { sellerId } }) => {
      const refund = await findRefund(database, sellerId, refundId);
      if (refund === null) throw new Problem('not_found', { detail: 'There is no such refund' });
      const { orderId, channel, channelOrderId } = refund;
      const { outcome, at, reference: providerRefundId, code } = body;
      const report = { outcome, at, providerRefundId, code, detail: null };
      return {
        sellerId,
        queue: 'refunds' as const,
        name: 'record-outcome' as const,
        payload: { orderId, refundId, from: 'upstream' as const, report },
        refs: { channel, order: channelOrderId },
        priority: 'interactive' as const,
        subjectId: orderId,
      };
    },
  }),
];
