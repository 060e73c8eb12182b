import { z } from 'zod';
import { id } from '../../../queues/schemas/values.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { sendDocument } from '../refunds/send-document.ts';
import { getEvidencePack } from './evidence-pack.ts';

/** What goes to the carrier with a claim. */
export const evidenceEndpoints = ({
  database,
  now = () => new Date(),
}: Pick<ApiDeps, 'database' | 'now'>): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/v1/claims/{claimId}/evidence.pdf',
    operationId: 'getClaimEvidence',
    tag: 'Claims',
    summary: 'All that a carrier wants to see of a claim, on A4',
    description:
      'Order, promise, parcel with its scans, what the buyer has had back, and the photographs, as of now and in the ' +
      'language of the channel.',
    params: z.object({ claimId: id }),
    success: {
      200: {
        description: 'The evidence',
        schema: z.string().meta({ format: 'binary' }),
        mediaType: 'application/pdf',
        headers: { ETag: 'SHA-256 of the bytes, in quotes' },
      },
    },
    problems: ['not_found'],
    handle: async (call) => {
      const asOf = now().toISOString();
      const { claimId } = call.params;
      const document = await getEvidencePack(database, call.caller.sellerId, { claimId, asOf });
      if (document === null) throw new Problem('not_found');
      sendDocument(call, document);
      return null;
    },
  }),
];
