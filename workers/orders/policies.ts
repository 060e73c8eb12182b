import type { Tx } from '../../db/client.ts';
import { readLatestSettings, type SettingRef } from '../../db/repositories/settings/read-latest-settings.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { defaultDeliveryPolicy } from '../../src/domain/delivery/default-policy.ts';
import type { DeliveryPolicy } from '../../src/domain/delivery/policy.ts';
import type { DecisionContext } from '../../src/domain/orders/context.ts';
import { type ChannelVoice, type StoredVoice, toVoice } from '../channel-voice.ts';

/** Version 0 is the policy that comes with Navette, until the seller stores one. */
const builtIn = { policy: defaultDeliveryPolicy, version: 0 } as const;

interface VersionedPolicy {
  readonly policy: DeliveryPolicy;
  readonly version: number;
}

/** What a transaction knows of its sellers' settings. */
export interface Policies {
  /** The context of a decision about an order of this seller and channel. */
  contextOf(sellerId: string, channel: string, now: Instant): DecisionContext;
  voiceOf(sellerId: string, channel: string): ChannelVoice;
}

/** The newest policy of each seller, one object for all bundles: what is compiled from it is cached by it. */
const known = new Map<string, VersionedPolicy>();

/** Loads the policies that decisions about these orders need, in one statement; a known one is not sent again. */
export const loadPolicies = async (
  tx: Tx,
  orders: readonly { readonly sellerId: string; readonly channel: string }[],
): Promise<Policies> => {
  const sellers = [...new Set(orders.map(({ sellerId }) => sellerId))];
  const channels = new Map(
    orders.map(({ sellerId, channel }) => [`${sellerId} ${channel}`, { sellerId, channel }]),
  );
  const refs: SettingRef[] = [
    ...sellers.map((sellerId) => ({
      sellerId,
      kind: 'delivery-policy' as const,
      key: '',
      known: known.get(sellerId)?.version,
    })),
    ...[...channels.values()].map(({ sellerId, channel }) => ({
      sellerId,
      kind: 'channel' as const,
      key: channel,
    })),
  ];
  // What we said that we know: another bundle may learn of a newer version while we wait.
  const policies = new Map(
    sellers.flatMap((sellerId) => {
      const policy = known.get(sellerId);
      return policy === undefined ? [] : [[sellerId, policy] as const];
    }),
  );
  const stored = new Map<string, StoredVoice>();
  for (const { sellerId, kind, key, version, value } of await readLatestSettings(tx, refs)) {
    if (kind === 'channel') stored.set(`${sellerId} ${key}`, value as StoredVoice);
    else if (value !== null) {
      const newest = { policy: value as DeliveryPolicy, version };
      policies.set(sellerId, newest);
      known.set(sellerId, newest);
    }
  }
  const voiceOf: Policies['voiceOf'] = (sellerId, channel) =>
    toVoice(channel, stored.get(`${sellerId} ${channel}`) ?? {});
  return {
    voiceOf,
    contextOf: (sellerId, channel, now) => {
      const { policy, version } = policies.get(sellerId) ?? builtIn;
      return { policy, policyVersion: version, now, defaultLanguage: voiceOf(sellerId, channel).language };
    },
  };
};
