import { z } from 'zod';
import { findSetting } from '../../../db/repositories/settings/save-setting.ts';
import { channel, country, instant, text } from '../../../queues/schemas/values.ts';
import { defaultLanguageOf } from '../../domain/channels.ts';
import { computePromise } from '../../domain/delivery/compute-promise.ts';
import { defaultDeliveryPolicy } from '../../domain/delivery/default-policy.ts';
import { type DeliveryPolicy, shippingSpeeds } from '../../domain/delivery/policy.ts';
import { languages } from '../../domain/languages.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { invalidRequest, refused } from '../http/problem.ts';
import { checkAddress } from '../orders/check-address.ts';
import { promise } from '../orders/order-view.ts';

const body = z
  .object({
    placedAt: instant,
    shipTo: z.object({ country, postalCode: text(20), region: text(100).nullish() }),
    shippingSpeed: z.enum(shippingSpeeds).default('standard'),
    fulfilmentCentre: text(64).nullish().meta({ description: 'The first of the policy unless given' }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Not a three-letter currency code in upper case')
      .nullish()
      .meta({ description: 'A fee in another currency is not quoted' }),
    channel: channel.nullish(),
    language: z
      .enum(languages)
      .nullish()
      .meta({ description: "Of the explanation; the channel's unless given" }),
  })
  .meta({ id: 'NewDeliveryEstimate' });

/** What an order would be promised, without placing it. */
export const estimateEndpoints = ({ database }: Pick<ApiDeps, 'database'>): Endpoint[] => [
  defineEndpoint({
    method: 'post',
    path: '/v1/delivery-estimates',
    operationId: 'estimateDelivery',
    tag: 'Delivery promises',
    summary: 'Quote a delivery promise, at once',
    description:
      'Changes nothing and makes no job. A place that the policy does not serve is refused with the reason.',
    body,
    success: { 200: { description: 'The promise', schema: z.object({ promise }) } },
    problems: ['refused'],
    example: {
      placedAt: '2026-05-07T14:00:00+02:00',
      shipTo: { country: 'FR', postalCode: '67000' },
      shippingSpeed: 'standard',
    },
    handle: async ({ body: asked, caller }) => {
      const errors = [...checkAddress(asked.shipTo, 'shipTo')];
      if (errors.length > 0) throw invalidRequest(errors);
      const stored = await findSetting(database, caller.sellerId, { kind: 'delivery-policy', key: '' });
      const { placedAt, shipTo, shippingSpeed: speed, fulfilmentCentre, currency } = asked;
      const language = asked.language ?? defaultLanguageOf(asked.channel ?? '');
      const computed = computePromise(
        {
          placedAt,
          releaseAt: placedAt,
          shipTo,
          speed,
          fulfilmentCentre: fulfilmentCentre ?? null,
          language,
          currency,
        },
        (stored?.value as DeliveryPolicy | undefined) ?? defaultDeliveryPolicy,
      );
      if (!computed.ok) throw refused(computed.refusal);
      return { status: 200, body: { promise: computed.value } };
    },
  }),
];
