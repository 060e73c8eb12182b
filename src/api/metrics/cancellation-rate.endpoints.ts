import { z } from 'zod';
import { countCancellations } from '../../../db/repositories/cancellations-read/count-cancellations.ts';
import { channel, instant } from '../../../queues/schemas/values.ts';
import { percentHalfUp } from '../../domain/percent.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { instantOut } from '../openapi/values.ts';

const rates = z
  .object({
    asOf: instantOut,
    channel: z.string().nullable(),
    windows: z.array(
      z.object({
        days: z.int(),
        orders: z.int().meta({ description: 'Placed in the window' }),
        cancelled: z.int().meta({ description: 'Of these, those that were cancelled as a whole by `asOf`' }),
        percent: z.int().meta({ description: 'Half up; 0 of nothing' }),
      }),
    ),
  })
  .meta({ id: 'CancellationRates' });

export const cancellationRateEndpoints = ({
  database,
  now = () => new Date(),
}: Pick<ApiDeps, 'database' | 'now'>): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/v1/metrics/cancellation-rate',
    operationId: 'getCancellationRate',
    tag: 'Metrics',
    summary: 'Rate of cancelled orders over 7, 30 and 90 days',
    description:
      'Over sales placed in (asOf − N × 24 h, asOf]. Counted are whole cancellations by the seller, after a message of ' +
      'the buyer, or by the system, and orders that could not be fulfilled. Not counted: official requests of buyers, ' +
      'payments that never came, and parts of orders.',
    query: z.object({
      channel: channel.optional().meta({ description: 'All channels unless given' }),
      asOf: instant.optional().meta({ description: 'Now unless given' }),
    }),
    success: { 200: { description: 'The rates', schema: rates } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const asOf = query.asOf ?? now().toISOString();
      const forChannel = query.channel ?? null;
      const counts = await countCancellations(database, caller.sellerId, { channel: forChannel, asOf });
      const windows = counts.map(({ days, orders, cancelled }) => ({
        days,
        orders,
        cancelled,
        percent: percentHalfUp(cancelled, orders),
      }));
      return { status: 200, body: { asOf, channel: forChannel, windows } };
    },
  }),
];
