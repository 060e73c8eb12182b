import type { Tx } from '../../db/client.ts';
import { type OrderSession, openOrderSession } from './order-session.ts';
import { loadPolicies, type Policies } from './policies.ts';

export interface OpenOrders {
  readonly orders: OrderSession;
  readonly policies: Policies;
}

/** Locks and loads orders that are known by their ids, with what their sellers have decided. */
export const openOrders = async (
  tx: Tx,
  targets: readonly { readonly sellerId: string; readonly orderId: string }[],
): Promise<OpenOrders> => {
  const orders = await openOrderSession(
    tx,
    targets.map(({ orderId }) => orderId),
  );
  const policies = await loadPolicies(
    tx,
    targets.flatMap(({ sellerId, orderId }) => {
      const order = orders.find(orderId);
      return order === null ? [] : [{ sellerId, channel: order.channel }];
    }),
  );
  return { orders, policies };
};
