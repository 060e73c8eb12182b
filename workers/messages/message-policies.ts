import type { Tx } from '../../db/client.ts';
import { type DatedSetting, readSettingsSince } from '../../db/repositories/settings/read-settings-since.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { BusinessHours } from '../../src/domain/response-time/business-hours.ts';
import { defaultResponsePolicy, type ResponsePolicy } from '../../src/domain/response-time/policy.ts';
import { type ChannelVoice, type StoredVoice, toVoice } from '../channel-voice.ts';

export interface ChannelMessages {
  /** The policy that was in force then: a later change never touches what had arrived (003). */
  policyAt(at: Instant): ResponsePolicy;
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

const toPolicy = (stored: StoredChannel): ResponsePolicy => ({
  targetHours: stored.responseTargetHours ?? defaultResponsePolicy.targetHours,
  warningHours: stored.responseWarningHours ?? defaultResponsePolicy.warningHours,
  businessHours: isComplete(stored.businessHours) ? stored.businessHours : null,
});

/** `versions` are oldest first; before the first one there are the defaults. */
const toChannelMessages = (channel: string, versions: readonly DatedSetting[]): ChannelMessages => ({
  policyAt: (at) => toPolicy((versions.findLast(({ since }) => since <= at)?.value ?? {}) as StoredChannel),
  voice: toVoice(channel, (versions.at(-1)?.value ?? {}) as StoredChannel),
});

/** Loads what sellers have decided about the messages of these channels since then, in one statement. */
export const loadMessagePolicies = async (
  tx: Tx,
  channels: readonly { readonly sellerId: string; readonly channel: string }[],
  since: Instant,
): Promise<MessagePolicies> => {
  const distinct = new Map(channels.map((one) => [`${one.sellerId} ${one.channel}`, one]));
  const versions = await readSettingsSince(
    tx,
    [...distinct.values()].map(({ sellerId, channel }) => ({ sellerId, kind: 'channel', key: channel })),
    since,
  );
  return {
    of: (sellerId, channel) =>
      toChannelMessages(
        channel,
        versions.filter((one) => one.sellerId === sellerId && one.key === channel),
      ),
  };
};
