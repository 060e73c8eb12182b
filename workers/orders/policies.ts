import type { Tx } from '../../db/client.ts';
import { readLatestSettings, type SettingRef } from '../../db/repositories/settings/read-latest-settings.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { defaultLanguageOf } from '../../src/domain/channels.ts';
import { defaultDeliveryPolicy } from '../../src/domain/delivery/default-policy.ts';
import type { DeliveryPolicy } from '../../src/domain/delivery/policy.ts';
import type { Language } from '../../src/domain/languages.ts';
import type { DecisionContext } from '../../src/domain/orders/context.ts';

/** Version 0 is the policy that comes with Navette, until the seller stores one. */
const builtIn = { policy: defaultDeliveryPolicy, version: 0 } as const;

interface VersionedPolicy {
  readonly policy: DeliveryPolicy;
  readonly version: number;
}

/** Gives the context of a decision about an order of this seller and channel. */
export type Policies = (sellerId: string, channel: string, now: Instant) => DecisionContext;

/** The newest policy of each seller, one object for all bundles: what is compiled from it is cached by it. */
const known = new Map<string, VersionedPolicy>();

const remember = (sellerId: string, version: number, policy: DeliveryPolicy): VersionedPolicy => {
  const old = known.get(sellerId);
  if (old?.version === version) return old;
  const versioned = { policy, version };
  known.set(sellerId, versioned);
  return versioned;
};

/** Loads the policies that decisions about these orders need, in one statement. */
export const loadPolicies = async (
  tx: Tx,
  orders: readonly { readonly sellerId: string; readonly channel: string }[],
): Promise<Policies> => {
  const sellers = [...new Set(orders.map(({ sellerId }) => sellerId))];
  const channels = new Map(
    orders.map(({ sellerId, channel }) => [`${sellerId} ${channel}`, { sellerId, channel }]),
  );
  const refs: SettingRef[] = [
    ...sellers.map((sellerId) => ({ sellerId, kind: 'delivery-policy' as const, key: '' })),
    ...[...channels.values()].map(({ sellerId, channel }) => ({
      sellerId,
      kind: 'channel' as const,
      key: channel,
    })),
  ];
  const policies = new Map<string, VersionedPolicy>();
  const languages = new Map<string, Language>();
  for (const { sellerId, kind, key, version, value } of await readLatestSettings(tx, refs)) {
    if (kind === 'delivery-policy')
      policies.set(sellerId, remember(sellerId, version, value as DeliveryPolicy));
    else languages.set(`${sellerId} ${key}`, (value as { language: Language }).language);
  }
  return (sellerId, channel, now) => {
    const { policy, version } = policies.get(sellerId) ?? builtIn;
    const defaultLanguage = languages.get(`${sellerId} ${channel}`) ?? defaultLanguageOf(channel);
    return { policy, policyVersion: version, now, defaultLanguage };
  };
};
