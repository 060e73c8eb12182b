import { defaultDeliveryPolicy } from '../../../src/domain/delivery/default-policy.ts';
import type { DeliveryPolicy } from '../../../src/domain/delivery/policy.ts';
import type { RefundContext } from '../../../src/domain/refunds/decide-request.ts';
import { defaultRefundPolicy, type RefundPolicy } from '../../../src/domain/refunds/policy.ts';
import type { Database, Tx } from '../../client.ts';
import { loadOrders } from '../orders/load-orders.ts';
import { readRefundsOfOrders } from '../refunds/read-refunds.ts';
import { readReturns } from '../returns/read-returns.ts';
import { readLatestSettings } from '../settings/read-latest-settings.ts';

export interface ReadRefundContext extends RefundContext {
  readonly deliveryPolicy: DeliveryPolicy;
}

/** What the API stored, which has validated it; what was never stored has its default. */
const readPolicies = async (
  tx: Tx,
  sellerId: string,
): Promise<Pick<ReadRefundContext, 'policy' | 'deliveryPolicy'>> => {
  const settings = await readLatestSettings(tx, [
    { sellerId, kind: 'refund-policy', key: '' },
    { sellerId, kind: 'delivery-policy', key: '' },
  ]);
  const storedOf = (kind: string): unknown => settings.find((setting) => setting.kind === kind)?.value;
  return {
    policy: { ...defaultRefundPolicy, ...(storedOf('refund-policy') as Partial<RefundPolicy> | undefined) },
    deliveryPolicy: (storedOf('delivery-policy') as DeliveryPolicy | undefined) ?? defaultDeliveryPolicy,
  };
};

/** All that a decision about refunds of an order knows, to look at and without a lock; null: no such order. */
export const readRefundContext = (
  database: Database,
  sellerId: string,
  orderId: string,
): Promise<ReadRefundContext | null> =>
  database.asSellers([sellerId], async (tx) => {
    const [orders, refunds, returns, policies] = await Promise.all([
      loadOrders(tx, [orderId], 'look'),
      readRefundsOfOrders(tx, [orderId]),
      readReturns(tx, { orderIds: [orderId] }),
      readPolicies(tx, sellerId),
    ]);
    const order = orders.get(orderId);
    if (order === undefined) return null;
    return {
      order,
      refunds: [...refunds.values()].map(({ refund }) => refund),
      returns: [...returns.values()].map((owned) => owned.return),
      ...policies,
    };
  });
