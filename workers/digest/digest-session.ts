import type { Tx } from '../../db/client.ts';
import { readClaimsOfOrders } from '../../db/repositories/claims/read-claims.ts';
import {
  type DigestChannel,
  type DigestRow,
  takeDigestEntries,
} from '../../db/repositories/digest/digest-entries.ts';
import { type AwaitedMessage, readAwaited } from '../../db/repositories/digest/read-awaited.ts';
import { type OwnedReturn, readReturns } from '../../db/repositories/returns/read-returns.ts';
import { readCentreZones } from '../../db/repositories/settings/read-centre-zones.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Claim } from '../../src/domain/claims/claim.ts';
import type { ChannelVoice } from '../channel-voice.ts';
import { loadMessagePolicies } from '../messages/message-policies.ts';

/** What a channel is told of today, and what became of it meanwhile. */
export interface ChannelDigest extends DigestChannel {
  readonly entries: readonly DigestRow[];
  readonly voice: ChannelVoice;
  readonly timeZone: string;
  /** Those that still await an answer, the least time left first. */
  readonly messages: readonly AwaitedMessage[];
  readonly returns: readonly OwnedReturn[];
  readonly claims: readonly Claim[];
}

export interface DigestSession {
  /** Says that a channel is to be told; the first of several jobs for it takes everything. */
  tell(channel: DigestChannel): { readonly outcome: 'told' | 'nothing_left'; readonly notices: number };
  told(): readonly ChannelDigest[];
}

const keyOf = ({ sellerId, channel }: DigestChannel): string => `${sellerId} ${channel}`;

/** Takes the notices of these channels and looks what they are worth by now. */
export const openDigestSession = async (
  tx: Tx,
  asked: readonly DigestChannel[],
  now: Instant,
): Promise<DigestSession> => {
  const entries = await takeDigestEntries(tx, [...new Map(asked.map((one) => [keyOf(one), one])).values()]);
  const [policies, zoneOf, messages, returns, claims] = await Promise.all([
    loadMessagePolicies(tx, entries, now),
    readCentreZones(
      tx,
      entries.map(({ sellerId }) => sellerId),
    ),
    readAwaited(
      tx,
      entries.flatMap(({ topic }) => (topic.kind === 'message' ? [topic.messageId] : [])),
    ),
    readReturns(tx, {
      ids: entries.flatMap(({ topic }) => ('returnId' in topic ? [topic.returnId] : [])),
    }),
    readClaimsOfOrders(
      tx,
      entries.flatMap(({ topic }) => (topic.kind === 'claim' ? [topic.orderId] : [])),
    ),
  ]);
  const digests = new Map<string, ChannelDigest>();
  for (const { sellerId, channel } of entries) {
    const key = keyOf({ sellerId, channel });
    if (digests.has(key)) continue;
    const own = entries.filter((entry) => keyOf(entry) === key);
    const ids = new Set(
      own.flatMap(({ topic }) =>
        topic.kind === 'message' ? [topic.messageId] : 'returnId' in topic ? [topic.returnId] : [],
      ),
    );
    const { voice } = policies.of(sellerId, channel);
    digests.set(key, {
      sellerId,
      channel,
      entries: own,
      voice,
      timeZone: voice.digest.timeZone ?? zoneOf(sellerId),
      messages: messages.filter(({ messageId }) => ids.has(messageId)),
      returns: [...returns].flatMap(([id, owned]) => (ids.has(id) ? [owned] : [])),
      claims,
    });
  }
  const told = new Map<string, ChannelDigest>();
  return {
    tell: (channel) => {
      const digest = digests.get(keyOf(channel));
      if (digest === undefined || told.has(keyOf(channel))) return { outcome: 'nothing_left', notices: 0 };
      told.set(keyOf(channel), digest);
      return { outcome: 'told', notices: digest.entries.length };
    },
    told: () => [...told.values()],
  };
};
