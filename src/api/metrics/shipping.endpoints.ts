import { z } from 'zod';
import { countShipping } from '../../../db/repositories/orders-read/count-shipping.ts';
import { channel, instant } from '../../../queues/schemas/values.ts';
import { shippingRates } from '../../domain/orders/rates.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { instantOut } from '../openapi/values.ts';

const rate = z
  .object({
    count: z.int().meta({ description: 'Late ones' }),
    of: z.int().meta({ description: 'Orders that can be judged by `asOf`' }),
    percent: z.int().meta({ description: 'Half up; 0 of nothing' }),
  })
  .meta({ id: 'Rate' });

const rates = z
  .object({
    asOf: instantOut,
    channel: z.string().nullable(),
    windows: z.array(z.object({ days: z.int(), lateShipment: rate, lateDelivery: rate })),
  })
  .meta({ id: 'ShippingRates' });

export const shippingMetricEndpoints = ({
  database,
  now = () => new Date(),
}: Pick<ApiDeps, 'database' | 'now'>): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/v1/metrics/shipping',
    operationId: 'getShippingRates',
    tag: 'Metrics',
    summary: 'Rates of late shipment and late delivery over 7, 30 and 90 days',
    description:
      'Over sales placed in (asOf − N × 24 h, asOf], judged against the first promise. What may still be in time, ' +
      'and what was called off before it left, is in no share.',
    query: z.object({
      channel: channel.optional().meta({ description: 'All channels unless given' }),
      asOf: instant.optional().meta({ description: 'Now unless given' }),
    }),
    success: { 200: { description: 'The rates', schema: rates } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const asOf = query.asOf ?? now().toISOString();
      const forChannel = query.channel ?? null;
      const counts = await countShipping(database, caller.sellerId, { channel: forChannel, asOf });
      return { status: 200, body: shippingRates(asOf, forChannel, counts) };
    },
  }),
];
