import { z } from 'zod';
import { id } from '../../../queues/schemas/values.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { getRefundReceipt } from './refund-receipt.ts';
import { sendDocument } from './send-document.ts';

/** The receipt of a refund. */
export const refundReceiptEndpoints = ({ database }: Pick<ApiDeps, 'database'>): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/v1/refunds/{refundId}/receipt.pdf',
    operationId: 'getRefundReceipt',
    tag: 'Refunds',
    summary: 'The receipt of a refund that has succeeded, on A4',
    description: "In the buyer's language. It is no tax document, and says so.",
    params: z.object({ refundId: id }),
    success: {
      200: {
        description: 'The receipt',
        schema: z.string().meta({ format: 'binary' }),
        mediaType: 'application/pdf',
        headers: { ETag: 'SHA-256 of the bytes, in quotes' },
      },
      304: { description: 'The caller has it already (If-None-Match)', schema: z.null() },
    },
    problems: ['not_found', 'refund_not_settled'],
    handle: async (call) => {
      const result = await getRefundReceipt(database, call.caller.sellerId, call.params.refundId);
      if (!result.ok) throw new Problem(result.why);
      sendDocument(call, result.document);
      return null;
    },
  }),
];
