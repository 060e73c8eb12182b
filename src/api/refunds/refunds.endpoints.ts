import { z } from 'zod';
import { findRefund } from '../../../db/repositories/refunds-read/find-refund.ts';
import { listRefunds } from '../../../db/repositories/refunds-read/list-refunds.ts';
import { readRefundContext } from '../../../db/repositories/refunds-read/read-refund-context.ts';
import { newRefund } from '../../../queues/schemas/refund.schema.ts';
import { channel, id } from '../../../queues/schemas/values.ts';
import { decideRefund, leftOf, refundedOf } from '../../domain/refunds/decide-request.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { listOf, pageOf, pageQuery, showPage } from '../http/page.ts';
import { Problem } from '../http/problem.ts';
import { minorOut } from '../openapi/values.ts';
import { refundExample } from './examples.ts';
import {
  breakdown,
  leftOut,
  refundOut,
  refundState,
  showBreakdown,
  showLeft,
  showRefund,
} from './refund-view.ts';

const tag = 'Refunds';

const preview = z
  .object({
    accepted: z.boolean(),
    currency: z.string(),
    amountMinor: minorOut.nullable().meta({ description: 'Null: it would be refused' }),
    breakdown: breakdown.nullable(),
    error: z.object({ code: z.string(), detail: z.string() }).nullable().meta({
      description: 'The rule that would refuse it; null: it would be accepted',
    }),
    left: leftOut.nullable().meta({ description: 'Before this refund; null: nothing is captured yet' }),
  })
  .meta({ id: 'RefundPreview' });

const attention = z
  .enum(['true', 'false'])
  .default('false')
  .transform((given) => given === 'true')
  .meta({ description: 'Only those that a person has to look at' });

/** Refunds out. */
export const refundEndpoints = ({ database }: Pick<ApiDeps, 'database'>): Endpoint[] => [
  defineEndpoint({
    method: 'post',
    path: '/v1/refunds/preview',
    operationId: 'previewRefund',
    tag,
    summary: 'What a refund would come to',
    description:
      'By the same rules as the refund itself, answered at once; nothing is stored. `left` is what can still be refunded.',
    body: newRefund.meta({ id: 'NewRefund' }),
    success: { 200: { description: 'Its amounts, or the rule that would refuse it', schema: preview } },
    problems: ['not_found'],
    example: refundExample,
    handle: async ({ body: { orderId, ...request }, caller: { sellerId } }) => {
      const context = await readRefundContext(database, sellerId, orderId);
      if (context === null) throw new Problem('not_found', { detail: 'There is no such order' });
      const outcome = decideRefund(request, context);
      const left = leftOf(context);
      const body = {
        accepted: outcome.ok,
        currency: context.order.currency,
        amountMinor: outcome.ok ? outcome.value.amountMinor : null,
        breakdown: outcome.ok ? showBreakdown(outcome.value) : null,
        error: outcome.ok ? null : outcome.refusal,
        left: left === null ? null : showLeft(left, refundedOf(context.refunds)),
      };
      return { status: 200, body };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/refunds',
    operationId: 'listRefunds',
    tag,
    summary: 'List refunds, those recorded last first',
    query: z.object({
      ...pageQuery,
      state: refundState.optional(),
      orderId: id.optional(),
      channel: channel.optional(),
      attention,
    }),
    success: { 200: { description: 'A page of refunds', schema: listOf(refundOut) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const asked = {
        state: query.state ?? null,
        orderId: query.orderId ?? null,
        channel: query.channel ?? null,
        attention: query.attention,
      };
      const rows = await listRefunds(database, caller.sellerId, asked, pageOf(query));
      const { items, nextCursor } = showPage(rows, query.limit, (refund) => refund.id);
      return { status: 200, body: { items: items.map(showRefund), nextCursor } };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/refunds/{refundId}',
    operationId: 'getRefund',
    tag,
    summary: 'Read a refund with its history',
    params: z.object({ refundId: id }),
    success: { 200: { description: 'The refund', schema: refundOut } },
    problems: ['not_found'],
    handle: async ({ params, caller: { sellerId } }) => {
      const refund = await findRefund(database, sellerId, params.refundId);
      if (refund === null) throw new Problem('not_found');
      return { status: 200, body: showRefund(refund) };
    },
  }),
];
