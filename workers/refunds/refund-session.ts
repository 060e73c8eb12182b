import { randomUUID } from 'node:crypto';
import type { Tx } from '../../db/client.ts';
import { findCarriersFault } from '../../db/repositories/refunds/find-carriers-fault.ts';
import { readRefundsOfOrders } from '../../db/repositories/refunds/read-refunds.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import { accept, type Outcome, refuse } from '../../src/domain/outcome.ts';
import type { ComputedRefund } from '../../src/domain/refunds/compute-refund.ts';
import { createRefund } from '../../src/domain/refunds/create-refund.ts';
import {
  decideRefund,
  leftOf,
  type RefundContext,
  type RefundRequest,
} from '../../src/domain/refunds/decide-request.ts';
import { fitsInto } from '../../src/domain/refunds/left.ts';
import { owedOfOrder } from '../../src/domain/refunds/owed.ts';
import {
  owedOfReturn,
  type ReturnSettlement,
  refuseAmount,
} from '../../src/domain/refunds/owed-of-return.ts';
import type { RefundPolicy } from '../../src/domain/refunds/policy.ts';
import { counts, type Refund, type RefundCause, type RefundStep } from '../../src/domain/refunds/refund.ts';
import {
  evolve,
  type RefundReport,
  refuseWord,
  stepOf,
  stepOfWord,
} from '../../src/domain/refunds/report.ts';
import type { Return } from '../../src/domain/returns/return.ts';
import { newId } from '../../src/platform/ids.ts';
import type { OpenOrders } from '../orders/open-orders.ts';
import type { ChannelReturns, ReturnPolicies } from '../returns/return-policies.ts';
import type { ReturnSession } from '../returns/return-session.ts';

export interface RefundTarget {
  readonly sellerId: string;
  readonly orderId: string;
}

/** A refund that this transaction has made or changed. */
export interface TouchedRefund {
  readonly sellerId: string;
  /** Null: it is new. */
  readonly before: Refund | null;
  readonly after: Refund;
  readonly order: Order;
  readonly channel: ChannelReturns;
}

/** The refunds of locked orders: loaded once, decided over, written once (save-refund-session.ts). */
export interface RefundSession {
  find(refundId: string): Refund | null;
  ofOrder(orderId: string): readonly Refund[];
  /** A person asks. */
  request(
    target: RefundTarget,
    asked: { readonly refundId: string; readonly cause: RefundCause; readonly request: RefundRequest },
    now: Instant,
  ): Outcome<Refund>;
  /** Refunds what the order owes by itself; the first refund gets the id that is given. */
  settleOrder(target: RefundTarget, now: Instant, refundId?: string): readonly Refund[];
  policyOf(target: RefundTarget): RefundPolicy;
  /** Refunds what is owed for a return. */
  settleReturn(
    target: RefundTarget & { readonly returnId: string },
    settlement: Pick<ReturnSettlement, 'cause' | 'by'> & { readonly expectedMinor?: number | undefined },
    now: Instant,
  ): Outcome<readonly Refund[]>;
  /** What a return still owes, before anything is done; empty: nothing. */
  owedOf(
    target: RefundTarget,
    state: Return,
    settlement: Pick<ReturnSettlement, 'cause' | 'by'>,
  ): readonly ComputedRefund[];
  /** Notes a step of our own: a call, or that a person has to look. */
  step(target: RefundTarget, refundId: string, step: RefundStep): Refund;
  /** What a provider or a person says; null: it tells nothing new. */
  report(target: RefundTarget, refundId: string, report: RefundReport): RefundStep | null;
  /** What a person says who has looked at the provider's; refused where it is not for a person to say. */
  word(
    target: RefundTarget,
    refundId: string,
    report: RefundReport,
    now: Instant,
  ): Outcome<RefundStep | null>;
  touched(): readonly TouchedRefund[];
}

export interface RefundSessionScope extends OpenOrders {
  readonly returns: ReturnSession;
  readonly returnPolicies: ReturnPolicies;
  /** Whose refunds may be asked for. */
  readonly targets: readonly RefundTarget[];
}

const returnedParcels = (orders: readonly (Order | null)[]): string[] =>
  orders.flatMap((order) =>
    (order?.shipments ?? []).flatMap(({ id, status }) => (status === 'returned_to_sender' ? [id] : [])),
  );

/** Loads the refunds of orders that are locked. */
export const openRefundSession = async (tx: Tx, scope: RefundSessionScope): Promise<RefundSession> => {
  const orderIds = [...new Set(scope.targets.map(({ orderId }) => orderId))];
  const [loaded, carriersFault] = await Promise.all([
    readRefundsOfOrders(tx, orderIds),
    findCarriersFault(tx, returnedParcels(orderIds.map((id) => scope.orders.find(id)))),
  ]);
  return createSession(scope, new Map([...loaded].map(([id, { refund }]) => [id, refund])), carriersFault);
};

const createSession = (
  { orders, policies, returns, returnPolicies }: RefundSessionScope,
  current: Map<string, Refund>,
  carriersFault: ReadonlySet<string>,
): RefundSession => {
  const touched = new Map<string, TouchedRefund>();

  const getOrder = (orderId: string): Order => {
    const order = orders.find(orderId);
    if (order === null) throw new Error('A refund is decided under the lock of its order');
    return order;
  };
  const ofOrder = (orderId: string): Refund[] =>
    [...current.values()].filter((refund) => refund.orderId === orderId);
  const contextOf = ({ sellerId, orderId }: RefundTarget): RefundContext => {
    const order = getOrder(orderId);
    return {
      order,
      refunds: ofOrder(orderId),
      returns: returns.ofOrder(orderId),
      policy: returnPolicies.of(sellerId, order.channel).refunds,
    };
  };
  const keep = ({ sellerId, orderId }: RefundTarget, before: Refund | null, after: Refund): Refund => {
    const order = getOrder(orderId);
    const earlier = touched.get(after.id);
    current.set(after.id, after);
    touched.set(after.id, {
      sellerId,
      before: earlier === undefined ? before : earlier.before,
      after,
      order,
      channel: returnPolicies.of(sellerId, order.channel),
    });
    return after;
  };
  const create = (
    target: RefundTarget,
    computed: ComputedRefund,
    origin: { id: string; cause: RefundCause; reason: string; returnId: string | null; at: Instant },
  ): Refund =>
    keep(
      target,
      null,
      createRefund(getOrder(target.orderId), computed, { ...origin, gatewayKey: randomUUID() }),
    );

  const owedOf: RefundSession['owedOf'] = (target, state, settlement) => {
    const context = contextOf(target);
    const { fees } = policies.contextOf(target.sellerId, context.order.channel, state.requestedAt).policy;
    return owedOfReturn(context, state, { ...settlement, fees });
  };

  return {
    find: (refundId) => current.get(refundId) ?? null,
    ofOrder,
    policyOf: (target) => contextOf(target).policy,
    request: (target, { refundId, cause, request }, now) => {
      if (current.has(refundId)) return refuse('refund_exists', 'This refund exists already.');
      if (orders.find(target.orderId) === null) return refuse('unknown_order', 'There is no such order.');
      const computed = decideRefund(request, contextOf(target));
      if (!computed.ok) return computed;
      const { reason, returnId } = request;
      return accept(create(target, computed.value, { id: refundId, cause, reason, returnId, at: now }));
    },
    settleOrder: (target, now, refundId) => {
      const made: Refund[] = [];
      for (;;) {
        const owed = owedOfOrder(contextOf(target), carriersFault);
        if (owed === null) return made;
        const { cause, computed } = owed;
        const id = made.length === 0 && refundId !== undefined ? refundId : newId();
        made.push(create(target, computed, { id, cause, reason: cause, returnId: null, at: now }));
      }
    },
    settleReturn: (target, { expectedMinor, ...settlement }, now) => {
      const state = returns.find(target.returnId);
      if (state === null) return refuse('unknown_return', 'There is no such return.');
      const owed = owedOf(target, state, settlement);
      const refusal = refuseAmount(owed, expectedMinor);
      if (refusal !== null) return { ok: false, refusal };
      const { cause } = settlement;
      const origin = { cause, reason: cause, returnId: state.id, at: now };
      return accept(owed.map((computed) => create(target, computed, { id: newId(), ...origin })));
    },
    owedOf,
    step: (target, refundId, step) => {
      const refund = current.get(refundId);
      if (refund === undefined) throw new Error('A step of a refund that does not exist');
      return keep(target, refund, evolve(refund, step));
    },
    report: (target, refundId, report) => {
      const refund = current.get(refundId);
      if (refund === undefined) throw new Error('A report about a refund that does not exist');
      const step = stepOf(refund, report);
      if (step !== null) keep(target, refund, evolve(refund, step));
      return step;
    },
    word: (target, refundId, report, now) => {
      const refund = current.get(refundId);
      if (refund === undefined) return refuse('unknown_refund', 'There is no such refund.');
      const refusal = refuseWord(refund, report, now);
      if (refusal !== null) return { ok: false, refusal };
      const step = stepOfWord(refund, report);
      if (step === null) return accept(null);
      const after = evolve(refund, step);
      // Its amounts were free meanwhile, and others may have taken them.
      if (!counts(refund) && counts(after) && !fitsInto(leftOf(contextOf(target)), refund)) {
        return refuse('amount_above_left', 'What this refund gave back was refunded otherwise meanwhile.');
      }
      keep(target, refund, after);
      return accept(step);
    },
    touched: () => [...touched.values()],
  };
};
