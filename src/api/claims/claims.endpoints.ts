import { z } from 'zod';
import { findClaim } from '../../../db/repositories/claims-read/find-claim.ts';
import { listClaims } from '../../../db/repositories/claims-read/list-claims.ts';
import { listReimbursements } from '../../../db/repositories/claims-read/list-reimbursements.ts';
import { readUnclaimed } from '../../../db/repositories/claims-read/read-unclaimed.ts';
import { channel, id } from '../../../queues/schemas/values.ts';
import { claimKinds } from '../../domain/claims/claim.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { listOf, pageOf, pageQuery, showPage } from '../http/page.ts';
import { Problem } from '../http/problem.ts';
import { instantOut, minorOut } from '../openapi/values.ts';
import { claimOut, claimState, showClaim } from './claim-view.ts';

const tag = 'Claims';

const unclaimed = z
  .object({
    asOf: instantOut,
    totals: z
      .array(
        z.object({
          currency: z.string(),
          count: z.int(),
          amountMinor: minorOut,
          closingSoonCount: z.int().meta({ description: 'Of these, those that close within 14 days' }),
          nextClosesAt: instantOut.nullable(),
        }),
      )
      .meta({ description: 'By currency' }),
  })
  .meta({ id: 'Unclaimed' });

const reimbursement = z
  .object({
    claimId: z.uuid(),
    orderId: z.uuid(),
    channel: z.string(),
    currency: z.string(),
    amountMinor: minorOut,
    paidAt: instantOut,
  })
  .meta({ id: 'Reimbursement' });

const onlyUnclaimed = z
  .enum(['true', 'false'])
  .default('false')
  .transform((given) => given === 'true')
  .meta({ description: 'Only those that can still be submitted: money that nobody has asked for yet' });

/** Claims out. */
export const claimEndpoints = ({
  database,
  now = () => new Date(),
}: Pick<ApiDeps, 'database' | 'now'>): Endpoint[] => [
  // Before /v1/claims/{claimId}, which would take it for an id.
  defineEndpoint({
    method: 'get',
    path: '/v1/claims/unclaimed',
    operationId: 'getUnclaimed',
    tag,
    summary: 'The money that is not yet claimed',
    success: { 200: { description: 'Sums by currency', schema: unclaimed } },
    handle: async ({ caller: { sellerId } }) => {
      const asOf = now().toISOString();
      return { status: 200, body: { asOf, totals: await readUnclaimed(database, sellerId, asOf) } };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/claims',
    operationId: 'listClaims',
    tag,
    summary: 'List claims, those recorded last first',
    query: z.object({
      ...pageQuery,
      state: claimState.optional(),
      kind: z.enum(claimKinds).optional(),
      orderId: id.optional(),
      channel: channel.optional(),
      unclaimed: onlyUnclaimed,
    }),
    success: { 200: { description: 'A page of claims', schema: listOf(claimOut) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const asked = {
        state: query.state ?? null,
        kind: query.kind ?? null,
        orderId: query.orderId ?? null,
        channel: query.channel ?? null,
        unclaimed: query.unclaimed,
      };
      const rows = await listClaims(database, caller.sellerId, asked, pageOf(query));
      const { items, nextCursor } = showPage(rows, query.limit, ({ claim }) => claim.id);
      return { status: 200, body: { items: items.map(showClaim), nextCursor } };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/claims/{claimId}',
    operationId: 'getClaim',
    tag,
    summary: 'Read a claim with its history',
    params: z.object({ claimId: id }),
    success: { 200: { description: 'The claim', schema: claimOut } },
    problems: ['not_found'],
    handle: async ({ params, caller: { sellerId } }) => {
      const found = await findClaim(database, sellerId, params.claimId);
      if (found === null) throw new Problem('not_found');
      return { status: 200, body: showClaim(found) };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/reimbursements',
    operationId: 'listReimbursements',
    tag,
    summary: 'List what carriers have paid, a ledger of its own',
    description: 'Never netted against refunds. By claim, the newest claim first.',
    query: z.object(pageQuery),
    success: { 200: { description: 'A page of payments', schema: listOf(reimbursement) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const rows = await listReimbursements(database, caller.sellerId, pageOf(query));
      return { status: 200, body: showPage(rows, query.limit, ({ claimId }) => claimId) };
    },
  }),
];
