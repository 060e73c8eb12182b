import type { Tx } from '../../db/client.ts';
import { readLatestSettings } from '../../db/repositories/settings/read-latest-settings.ts';
import { defaultLanguageOf } from '../../src/domain/channels.ts';
import { defaultRefundPolicy, type RefundPolicy } from '../../src/domain/refunds/policy.ts';
import { defaultReturnPolicy, type ReturnPolicy } from '../../src/domain/returns/policy.ts';
import { type ChannelVoice, type StoredVoice, toVoice } from '../channel-voice.ts';

export interface ChannelReturns {
  readonly policy: ReturnPolicy;
  readonly refunds: RefundPolicy;
  readonly voice: ChannelVoice;
}

export interface ReturnPolicies {
  of(sellerId: string, channel: string): ChannelReturns;
}

type StoredChannel = Partial<ReturnPolicy> & StoredVoice;
type StoredRefundPolicy = Partial<Pick<ReturnPolicy, 'returnCosts'> & RefundPolicy>;

/** What the API stored, which has validated it; what came later than the stored version has its default. */
const toChannelReturns = (
  channel: string,
  stored: StoredChannel,
  { returnCosts, ...refunds }: StoredRefundPolicy,
): ChannelReturns => {
  const fallback = defaultReturnPolicy(stored.language ?? defaultLanguageOf(channel));
  return {
    policy: {
      ...fallback,
      ...stored,
      faultByReason: refunds.faultByReason ?? fallback.faultByReason,
      returnCosts: returnCosts ?? fallback.returnCosts,
    },
    refunds: { ...defaultRefundPolicy, ...refunds },
    voice: toVoice(channel, stored),
  };
};

/** Loads what sellers have decided about the returns of these channels, in one statement. */
export const loadReturnPolicies = async (
  tx: Tx,
  channels: readonly { readonly sellerId: string; readonly channel: string }[],
): Promise<ReturnPolicies> => {
  const sellers = [...new Set(channels.map(({ sellerId }) => sellerId))];
  const distinct = new Map(channels.map((one) => [`${one.sellerId} ${one.channel}`, one]));
  const rows = await readLatestSettings(tx, [
    ...sellers.map((sellerId) => ({ sellerId, kind: 'refund-policy' as const, key: '' })),
    ...[...distinct.values()].map(({ sellerId, channel }) => ({
      sellerId,
      kind: 'channel' as const,
      key: channel,
    })),
  ]);
  const stored = new Map(rows.map(({ sellerId, kind, key, value }) => [`${sellerId} ${kind} ${key}`, value]));
  return {
    of: (sellerId, channel) =>
      toChannelReturns(
        channel,
        (stored.get(`${sellerId} channel ${channel}`) ?? {}) as StoredChannel,
        (stored.get(`${sellerId} refund-policy `) ?? {}) as StoredRefundPolicy,
      ),
  };
};
