import type { Tx } from '../../db/client.ts';
import { readLatestSettings } from '../../db/repositories/settings/read-latest-settings.ts';
import type { BusinessHours } from '../../src/domain/response-time/business-hours.ts';
import { defaultResponsePolicy, type ResponsePolicy } from '../../src/domain/response-time/policy.ts';
import { type ChannelVoice, type StoredVoice, toVoice } from '../channel-voice.ts';

export interface ChannelMessages {
  readonly policy: ResponsePolicy;
  readonly voice: ChannelVoice;
}

export interface MessagePolicies {
  of(sellerId: string, channel: string): ChannelMessages;
}

/** What the API stored, which has validated it. Hours of work without windows are of before they had an effect. */
type StoredChannel = StoredVoice & {
  readonly responseTargetHours?: number;
  readonly responseWarningHours?: number;
  readonly businessHours?: (Partial<BusinessHours> & { readonly timeZone: string }) | null;
};

const isComplete = (hours: StoredChannel['businessHours']): hours is BusinessHours =>
  hours !== null && hours !== undefined && hours.windows !== undefined;

const toChannelMessages = (channel: string, stored: StoredChannel): ChannelMessages => ({
  policy: {
    targetHours: stored.responseTargetHours ?? defaultResponsePolicy.targetHours,
    warningHours: stored.responseWarningHours ?? defaultResponsePolicy.warningHours,
    businessHours: isComplete(stored.businessHours) ? stored.businessHours : null,
  },
  voice: toVoice(channel, stored),
});

/** Loads what sellers have decided about the messages of these channels, in one statement. */
export const loadMessagePolicies = async (
  tx: Tx,
  channels: readonly { readonly sellerId: string; readonly channel: string }[],
): Promise<MessagePolicies> => {
  const distinct = new Map(channels.map((one) => [`${one.sellerId} ${one.channel}`, one]));
  const rows = await readLatestSettings(
    tx,
    [...distinct.values()].map(({ sellerId, channel }) => ({
      sellerId,
      kind: 'channel' as const,
      key: channel,
    })),
  );
  const stored = new Map(
    rows.map(({ sellerId, key, value }) => [`${sellerId} ${key}`, value as StoredChannel]),
  );
  return {
    of: (sellerId, channel) => toChannelMessages(channel, stored.get(`${sellerId} ${channel}`) ?? {}),
  };
};
