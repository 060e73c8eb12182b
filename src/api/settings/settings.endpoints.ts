import { z } from 'zod';
import { channel } from '../../../queues/schemas/values.ts';
import { defaultLanguageOf } from '../../domain/channels.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint, type HeaderDeclaration } from '../endpoints/endpoint.ts';
import { channelSettings, checkChannelSettings, newChannelSettings } from './channel-settings.ts';
import { checkPolicy } from './check-policy.ts';
import { deliveryPolicy } from './delivery-policy.ts';
import { checkRefundPolicy, refundPolicy } from './refund-policy.ts';
import { readSetting, writeSetting } from './versioned.ts';

const tag = 'Settings';

const ifMatch: HeaderDeclaration = {
  name: 'If-Match',
  description: 'The ETag that was read: the write is refused with 412 if somebody else wrote since.',
  example: '"3"',
};

const success = (description: string, schema: z.ZodType) => ({
  200: { description, schema, headers: { ETag: 'The version, in quotes; "0" while nothing was stored' } },
});

const written =
  'A setting that is not sent has its default. Every version is kept, and work that is under way keeps the one it began with.';

const refundPolicyName = { kind: 'refund-policy', key: '' } as const;
const policyName = { kind: 'delivery-policy', key: '' } as const;

/** Settings are answered at once and versioned by ETag. */
export const settingEndpoints = (deps: Pick<ApiDeps, 'database' | 'now'>): Endpoint[] => {
  const { now = () => new Date() } = deps;
  const policy = deliveryPolicy.meta({ id: 'DeliveryPolicy' });
  const refunds = refundPolicy.meta({ id: 'RefundPolicy' });
  const anyChannel = newChannelSettings().meta({ id: 'ChannelSettings' });
  const params = z.object({ channel });
  const ofChannel = (key: string) => ({ kind: 'channel', key }) as const;
  return [
    defineEndpoint({
      method: 'get',
      path: '/v1/settings/delivery-policy',
      operationId: 'getDeliveryPolicy',
      tag,
      summary: 'Read the delivery policy',
      success: success('The policy in force', policy),
      handle: ({ caller }) => readSetting(deps, caller, policyName, policy),
    }),
    defineEndpoint({
      method: 'put',
      path: '/v1/settings/delivery-policy',
      operationId: 'putDeliveryPolicy',
      tag,
      summary: 'Store a delivery policy',
      description: written,
      requestHeaders: [ifMatch],
      body: policy,
      success: success('The policy as stored', policy),
      problems: ['version_mismatch'],
      example: { exportPolicy: 'eu_customs_and_vat', autoCancelUnshippedDays: 7 },
      handle: ({ caller, request, body }) => {
        checkPolicy(body);
        return writeSetting(deps, caller, policyName, { request, value: body });
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/v1/settings/refund-policy',
      operationId: 'getRefundPolicy',
      tag,
      summary: 'Read the refund policy',
      success: success('The policy in force', refunds),
      handle: ({ caller }) => readSetting(deps, caller, refundPolicyName, refunds),
    }),
    defineEndpoint({
      method: 'put',
      path: '/v1/settings/refund-policy',
      operationId: 'putRefundPolicy',
      tag,
      summary: 'Store a refund policy',
      description: written,
      requestHeaders: [ifMatch],
      body: refunds,
      success: success('The policy as stored', refunds),
      problems: ['version_mismatch'],
      example: {
        faultByReason: { defective: 'seller' },
        restockingFee: { percent: 20 },
        returnCosts: [{ country: 'FR', costMinor: 690, currency: 'EUR' }],
      },
      handle: ({ caller, request, body }) => {
        checkRefundPolicy(body);
        return writeSetting(deps, caller, refundPolicyName, { request, value: body });
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/v1/settings/channels/{channel}',
      operationId: 'getChannelSettings',
      tag,
      summary: 'Read the settings of a channel',
      params,
      success: success('The settings in force', anyChannel),
      handle: ({ caller, params: { channel: key } }) =>
        readSetting(deps, caller, ofChannel(key), channelSettings(defaultLanguageOf(key))),
    }),
    defineEndpoint({
      method: 'put',
      path: '/v1/settings/channels/{channel}',
      operationId: 'putChannelSettings',
      tag,
      summary: 'Store the settings of a channel',
      description: written,
      requestHeaders: [ifMatch],
      params,
      body: anyChannel,
      pickBody: (_raw, { channel: key }) => newChannelSettings(defaultLanguageOf(key)),
      success: success('The settings as stored', anyChannel),
      problems: ['version_mismatch'],
      example: {
        language: 'de',
        sellerEmail: 'service@example.com',
        responseTargetHours: 12,
        businessHours: {
          timeZone: 'Europe/Berlin',
          country: 'DE',
          subdivision: 'DE-BY',
          windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', until: '17:00' }],
          targetHours: 4,
        },
        alerts: 'daily',
      },
      handle: ({ caller, request, params: { channel: key }, body }) => {
        checkChannelSettings(body, now().toISOString());
        return writeSetting(deps, caller, ofChannel(key), { request, value: body });
      },
    }),
  ];
};
