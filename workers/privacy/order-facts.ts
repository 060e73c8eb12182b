import type { Tx } from '../../db/client.ts';
import { readRequests } from '../../db/repositories/cancellations/read-requests.ts';
import { readClaimsOfOrders } from '../../db/repositories/claims/read-claims.ts';
import { loadOrders } from '../../db/repositories/orders/load-orders.ts';
import { findBusyOrders } from '../../db/repositories/privacy/find-busy.ts';
import { type ErasureFacts, readErasureFacts } from '../../db/repositories/privacy/read-erasure-facts.ts';
import { type OwnedRefund, readRefundsOfOrders } from '../../db/repositories/refunds/read-refunds.ts';
import { type OwnedReturn, readReturns } from '../../db/repositories/returns/read-returns.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import { overAtOf } from '../../src/domain/privacy/over.ts';

/** A locked order with what tells whether it is over, and what is erased with it. */
export interface OrderFacts extends Omit<ErasureFacts, 'orderId'> {
  readonly order: Order;
  readonly returns: readonly OwnedReturn[];
  readonly refunds: readonly OwnedRefund[];
  /** Something is being done about it at this moment. */
  readonly busy: boolean;
  readonly overAt: Instant | null;
}

/** Locks orders in the order of their ids and loads all that hangs on them. */
export const loadOrderFacts = async (tx: Tx, orderIds: readonly string[]): Promise<OrderFacts[]> => {
  const orders = await loadOrders(tx, orderIds);
  const ids = [...orders.keys()];
  if (ids.length === 0) return [];
  const [facts, returns, refunds, claims, requests, busy] = await Promise.all([
    readErasureFacts(tx, ids),
    readReturns(tx, { orderIds: ids }),
    readRefundsOfOrders(tx, ids),
    readClaimsOfOrders(tx, ids),
    readRequests(tx, ids),
    findBusyOrders(tx, ids),
  ]);
  return [...orders.values()].map((order) => {
    const known = facts.get(order.id);
    if (known === undefined) throw new Error('A locked order is gone');
    const { orderId: _, ...rest } = known;
    const ownReturns = [...returns.values()].filter((owned) => owned.return.orderId === order.id);
    const ownRefunds = [...refunds.values()].filter(({ refund }) => refund.orderId === order.id);
    const overAt = overAtOf({
      order,
      returns: ownReturns.map((owned) => owned.return),
      refunds: ownRefunds.map(({ refund }) => refund),
      claims: claims.filter((claim) => claim.orderId === order.id),
      requests: requests.filter((request) => request.orderId === order.id),
      lastMessageAt: rest.lastMessageAt,
    });
    const isBusy = busy.has(order.id);
    return {
      ...rest,
      order,
      returns: ownReturns,
      refunds: ownRefunds,
      busy: isBusy,
      overAt: isBusy ? null : overAt,
    };
  });
};
