import type { Tx } from '../../db/client.ts';
import { readLatestSettings } from '../../db/repositories/settings/read-latest-settings.ts';
import { defaultLanguageOf } from '../../src/domain/channels.ts';
import { defaultReturnPolicy, type ReturnPolicy } from '../../src/domain/returns/policy.ts';

/** How a seller is written to about a channel's returns, and whom buyers see as the sender. */
export interface ReturnVoice {
  readonly sellerEmail: string | null;
  readonly senderName: string | null;
  /** Whether mails to the seller carry links that act. */
  readonly actionLinks: boolean;
  /** Whether warnings and breaches are mailed. */
  readonly alerts: boolean;
}

export interface ChannelReturns {
  readonly policy: ReturnPolicy;
  readonly voice: ReturnVoice;
}

export interface ReturnPolicies {
  of(sellerId: string, channel: string): ChannelReturns;
}

type StoredChannel = Partial<ReturnPolicy> &
  Partial<Pick<ReturnVoice, 'sellerEmail' | 'senderName' | 'actionLinks'>> & { readonly alerts?: string };
type StoredRefundPolicy = Partial<Pick<ReturnPolicy, 'faultByReason' | 'returnCosts'>>;

/** What the API stored, which has validated it; what came later than the stored version has its default. */
const toChannelReturns = (
  channel: string,
  stored: StoredChannel,
  { faultByReason, returnCosts }: StoredRefundPolicy,
): ChannelReturns => {
  const fallback = defaultReturnPolicy(stored.language ?? defaultLanguageOf(channel));
  const { sellerEmail = null, senderName = null, actionLinks = true, alerts, ...policy } = stored;
  return {
    policy: {
      ...fallback,
      ...policy,
      faultByReason: faultByReason ?? fallback.faultByReason,
      returnCosts: returnCosts ?? fallback.returnCosts,
    },
    voice: { sellerEmail, senderName, actionLinks, alerts: alerts !== 'off' },
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
