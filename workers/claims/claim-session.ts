import type { Tx } from '../../db/client.ts';
import { countClaimPhotos } from '../../db/repositories/claims/count-claim-photos.ts';
import { findTurnedBack } from '../../db/repositories/claims/find-turned-back.ts';
import { readClaimsOfOrders } from '../../db/repositories/claims/read-claims.ts';
import { readReturns } from '../../db/repositories/returns/read-returns.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Claim } from '../../src/domain/claims/claim.ts';
import type { ClaimCommand, ClaimContext, ClaimsOfOrder } from '../../src/domain/claims/commands.ts';
import { decide } from '../../src/domain/claims/decide.ts';
import { type ClaimEvent, claimIdOf } from '../../src/domain/claims/events.ts';
import { evolve } from '../../src/domain/claims/evolve.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import { accept, type Outcome, refuse } from '../../src/domain/outcome.ts';
import type { Return } from '../../src/domain/returns/return.ts';
import { newId } from '../../src/platform/ids.ts';
import type { ChannelVoice } from '../channel-voice.ts';
import type { OpenOrders } from '../orders/open-orders.ts';
import { type ClaimPolicies, loadClaimPolicies } from './claim-policies.ts';

export interface ClaimTarget {
  readonly sellerId: string;
  readonly orderId: string;
}

/** A claim that this transaction has made or changed. */
export interface TouchedClaim {
  readonly sellerId: string;
  /** Null: it is new. */
  readonly before: Claim | null;
  readonly after: Claim;
  readonly order: Order;
  readonly voice: ChannelVoice;
  /** How many photographs it has. */
  readonly photos: number;
}

/** The claims of locked orders: loaded once, folded over, written once (save-claim-session.ts). */
export interface ClaimSession {
  find(orderId: string, claimId: string): Claim | null;
  /** Decides a command over the claims of an order as earlier commands left them; gives those that it changed. */
  run(target: ClaimTarget, command: ClaimCommand, now: Instant): Outcome<readonly Claim[]>;
  touched(): readonly TouchedClaim[];
}

const groupByOrder = <T extends { readonly orderId: string }>(all: Iterable<T>): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(one.orderId);
    if (group === undefined) groups.set(one.orderId, [one]);
    else group.push(one);
  }
  return groups;
};

/** Loads the claims of orders that are locked, and all that decisions about them ask for. */
export const openClaimSession = async (
  tx: Tx,
  opened: OpenOrders,
  targets: readonly ClaimTarget[],
): Promise<ClaimSession> => {
  const orderIds = [...new Set(targets.map(({ orderId }) => orderId))];
  const [claims, photos, turnedBack, returns, policies] = await Promise.all([
    readClaimsOfOrders(tx, orderIds),
    countClaimPhotos(tx, orderIds),
    findTurnedBack(tx, orderIds),
    readReturns(tx, { orderIds }),
    loadClaimPolicies(
      tx,
      targets.map(({ sellerId }) => sellerId),
    ),
  ]);
  return createSession({
    ...opened,
    loaded: groupByOrder(claims),
    photos,
    turnedBack,
    returns: groupByOrder([...returns.values()].map((owned) => owned.return)),
    claimPolicies: policies,
  });
};

interface Loaded extends OpenOrders {
  readonly loaded: ReadonlyMap<string, ClaimsOfOrder>;
  readonly photos: ReadonlyMap<string, number>;
  readonly turnedBack: ReadonlySet<string>;
  readonly returns: ReadonlyMap<string, readonly Return[]>;
  readonly claimPolicies: ClaimPolicies;
}

const createSession = (session: Loaded): ClaimSession => {
  const { orders, policies, loaded, photos, turnedBack, returns, claimPolicies } = session;
  const current = new Map(loaded);
  const touched = new Map<string, TouchedClaim>();
  const ofOrder = (orderId: string): ClaimsOfOrder => current.get(orderId) ?? [];
  const find: ClaimSession['find'] = (orderId, claimId) =>
    ofOrder(orderId).find(({ id }) => id === claimId) ?? null;

  const keep = (sellerId: string, order: Order, claim: Claim): void => {
    const before = (loaded.get(order.id) ?? []).find(({ id }) => id === claim.id) ?? null;
    const voice = policies.voiceOf(sellerId, order.channel);
    touched.set(claim.id, {
      sellerId,
      before,
      after: claim,
      order,
      voice,
      photos: photos.get(claim.id) ?? 0,
    });
  };

  return {
    find,
    run: ({ sellerId, orderId }, command, now) => {
      const order = orders.find(orderId);
      if (order === null) return refuse('unknown_order', 'There is no such order.');
      const context: ClaimContext = {
        now,
        order,
        returns: returns.get(orderId) ?? [],
        policy: claimPolicies.of(sellerId),
        newIds: new Map(order.shipments.map(({ id }) => [id, newId()])),
        turnedBack,
        photos,
      };
      const decision = decide(ofOrder(orderId), command, context);
      if (!decision.ok) return decision;
      const after = decision.value.reduce<ClaimsOfOrder>(evolve, ofOrder(orderId));
      current.set(orderId, after);
      const changed = changedBy(after, decision.value);
      for (const claim of changed) keep(sellerId, order, claim);
      return accept(changed);
    },
    touched: () => [...touched.values()],
  };
};

const changedBy = (claims: ClaimsOfOrder, events: readonly ClaimEvent[]): Claim[] => {
  const ids = new Set(events.map(claimIdOf));
  return claims.filter(({ id }) => ids.has(id));
};
