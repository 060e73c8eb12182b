import { z } from 'zod';
import { type ClaimRefs, findClaimRefs } from '../../../db/repositories/claims-read/find-claim-refs.ts';
import { findOrderRefs } from '../../../db/repositories/orders-read/find-order-refs.ts';
import { claimBody, claimDecision } from '../../../queues/schemas/refund.schema.ts';
import { id } from '../../../queues/schemas/values.ts';
import { newId } from '../../platform/ids.ts';
import type { WorkPorts } from '../accept/accept-work.ts';
import { workEndpoint } from '../accept/work-endpoint.ts';
import type { ApiDeps } from '../deps.ts';
import type { Caller, Endpoint } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { claimResult } from './claim-view.ts';

const tag = 'Claims';
const params = z.object({ claimId: id });
const body = claimBody.extend({ orderId: id }).meta({ id: 'NewClaim' });

const onClaim = (sellerId: string, { orderId, channel, channelOrderId }: Omit<ClaimRefs, 'claimId'>) =>
  ({
    sellerId,
    queue: 'claims',
    refs: { channel, order: channelOrderId },
    priority: 'interactive',
    subjectId: orderId,
  }) as const;

/** Claims in, and what becomes of them. */
export const claimCommandEndpoints = (
  { database }: Pick<ApiDeps, 'database'>,
  ports: WorkPorts,
): Endpoint[] => {
  const getRefs = async ({ sellerId }: Caller, claimId: string): Promise<ClaimRefs> => {
    const refs = await findClaimRefs(database, sellerId, claimId);
    if (refs === null) throw new Problem('not_found', { detail: 'There is no such claim' });
    return refs;
  };
  const shared = { tag, params, result: claimResult, problems: ['not_found'] as const };

  return [
    workEndpoint(ports, {
      path: '/v1/claims',
      operationId: 'openClaim',
      tag,
      summary: 'Claim what a carrier owes for a parcel that is lost or damaged',
      description:
        'Lost parcels are found by themselves: then this opens the claim that is there, and its id is in the result. ' +
        'Rejected for what was delivered, is not late enough or is claimed already, and for removal orders.',
      body,
      result: claimResult,
      problems: ['not_found'],
      example: { orderId: '01981b2e-5b1c-7c3a-9d2e-0123456789ab', kind: 'lost' },
      submission: async ({ body: { orderId, ...claim }, caller: { sellerId } }) => {
        const order = await findOrderRefs(database, sellerId, orderId);
        if (order === null) throw new Problem('not_found', { detail: 'There is no such order' });
        const payload = { orderId, claimId: newId(), claim };
        return { ...onClaim(sellerId, { orderId, ...order }), name: 'open' as const, payload };
      },
    }),

    workEndpoint(ports, {
      ...shared,
      path: '/v1/claims/{claimId}/submit',
      operationId: 'submitClaim',
      summary: 'Tell that a claim was filed with the carrier',
      description:
        'Rejected for a damage without a photograph (`photos_missing`), after the closing date (`claim_closed`), and ' +
        'for a lost parcel that was delivered meanwhile (`parcel_delivered`).',
      body: z.object({}),
      bodyOptional: true,
      submission: async ({ params: { claimId }, caller }) => {
        const refs = await getRefs(caller, claimId);
        const payload = { orderId: refs.orderId, claimId };
        return { ...onClaim(caller.sellerId, refs), name: 'submit' as const, payload };
      },
    }),

    workEndpoint(ports, {
      ...shared,
      path: '/v1/claims/{claimId}/decision',
      operationId: 'decideClaim',
      summary: 'Tell what the carrier has decided or paid',
      description:
        'approved and denied follow a submission; reimbursed follows either, and is written to the ledger of ' +
        'reimbursements, once.',
      body: claimDecision.meta({ id: 'ClaimDecision' }),
      example: { outcome: 'approved', amountMinor: 2150 },
      submission: async ({ params: { claimId }, body: decision, caller }) => {
        const refs = await getRefs(caller, claimId);
        const payload = { orderId: refs.orderId, claimId, decision };
        return { ...onClaim(caller.sellerId, refs), name: 'decide' as const, payload };
      },
    }),
  ];
};
