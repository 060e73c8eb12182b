import { z } from 'zod';
import {
  type ComparedBooks,
  listReconciliations,
} from '../../../db/repositories/refunds-read/list-reconciliations.ts';
import { type PaymentProvider, paymentProviders } from '../../domain/orders/order.ts';
import { refundStates } from '../../domain/refunds/refund.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { listOf, pageQuery } from '../http/page.ts';
import { instantOut, localDateOut, minorOut } from '../openapi/values.ts';

const difference = z.object({
  kind: z.enum(['missing_there', 'missing_here', 'amount_differs', 'state_differs', 'booked_twice']),
  refundId: z.string().nullable(),
  providerRefundIds: z.array(z.string()),
  ours: z.object({ state: z.enum(refundStates), amountMinor: minorOut }).nullable(),
  theirs: z
    .object({ status: z.enum(['succeeded', 'pending', 'declined', 'failed']), amountMinor: minorOut })
    .nullable(),
  currency: z.string(),
});

const reconciliation = z
  .object({
    provider: z.enum(paymentProviders),
    day: localDateOut.meta({ description: 'In UTC' }),
    fromAt: instantOut,
    untilAt: instantOut,
    ours: z.int().meta({ description: 'Refunds that succeeded, by our books' }),
    theirs: z.int().meta({ description: 'And by those of the provider' }),
    sums: z.array(z.object({ currency: z.string(), oursMinor: minorOut, theirsMinor: minorOut })),
    differences: z.array(difference),
    comparedAt: instantOut,
  })
  .meta({ id: 'Reconciliation' });

const encode = ({ day, provider }: ComparedBooks): string =>
  Buffer.from(`${day} ${provider}`).toString('base64url');

const place = z.tuple([z.iso.date(), z.enum(paymentProviders)]);

const decode = (cursor: string): { day: string; provider: PaymentProvider } | null => {
  const parsed = place.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '));
  return parsed.success ? { day: parsed.data[0], provider: parsed.data[1] } : null;
};

const cursor = z
  .string()
  .max(64)
  .refine((given) => decode(given) !== null, 'Not a cursor of this list')
  .optional()
  .meta({ description: '`nextCursor` of the page before' });

/** What the daily comparisons with providers' books found. */
export const reconciliationEndpoints = ({ database }: Pick<ApiDeps, 'database'>): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/v1/reconciliations',
    operationId: 'listReconciliations',
    tag: 'Refunds',
    summary: 'List comparisons of our refunds with the books of their providers, the newest day first',
    description:
      'One for each day and provider. Where books differ the seller has a mail, and nothing is mended by itself.',
    query: z.object({ limit: pageQuery.limit, cursor }),
    success: { 200: { description: 'A page of comparisons', schema: listOf(reconciliation) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller: { sellerId } }) => {
      const { limit } = query;
      const after = query.cursor === undefined ? null : decode(query.cursor);
      const rows = await listReconciliations(database, sellerId, { limit: limit + 1, after });
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      const nextCursor = rows.length > limit && last !== undefined ? encode(last) : null;
      return { status: 200, body: { items, nextCursor } };
    },
  }),
];
