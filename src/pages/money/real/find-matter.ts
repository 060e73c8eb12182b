import type { Database } from '../../../../db/client.ts';
import { readRequests } from '../../../../db/repositories/cancellations/read-requests.ts';
import { findCancellationRequest } from '../../../../db/repositories/cancellations-read/find-cancellation-request.ts';
import { findClaim } from '../../../../db/repositories/claims-read/find-claim.ts';
import { loadOrders } from '../../../../db/repositories/orders/load-orders.ts';
import { findRefund } from '../../../../db/repositories/refunds-read/find-refund.ts';
import { listRefunds } from '../../../../db/repositories/refunds-read/list-refunds.ts';
import { readReturnRefund } from '../../../../db/repositories/refunds-read/read-return-refund.ts';
import type { Order } from '../../../domain/orders/order.ts';
import type { Refund } from '../../../domain/refunds/refund.ts';
import type { MoneyLinkAction } from '../link-actions.ts';
import type { Matter, MatterOf } from '../ports.ts';

/** More refunds than a page can show with any sense; the newest are those that a link has made. */
const mostRefunds = 200;

/** What a link is about, of this seller; null: there is no such thing. */
export const findMatter = async (
  database: Database,
  sellerId: string,
  { action, thingId }: { readonly action: MoneyLinkAction; readonly thingId: string },
): Promise<Matter | null> => {
  switch (action) {
    case 'decide_cancellation':
      return findDecision(database, sellerId, thingId);
    case 'request_cancellation':
      return findOrderMatter(database, sellerId, thingId);
    case 'file_claim': {
      const full = await findClaim(database, sellerId, thingId);
      const order = full && (await findOrder(database, sellerId, full.claim.orderId));
      return full && order && { action, order, ...full };
    }
    case 'refund_return': {
      const owed = await readReturnRefund(database, sellerId, thingId);
      const refunds = owed && (await refundsOf(database, sellerId, owed.order.id));
      return (
        owed && refunds && { action, ...owed, refunds: refunds.filter((one) => one.returnId === thingId) }
      );
    }
    case 'show_refund': {
      const refund = await findRefund(database, sellerId, thingId);
      const order = refund && (await findOrder(database, sellerId, refund.orderId));
      return refund && order && { action, order, refund };
    }
    default:
      return action satisfies never;
  }
};

const findDecision = async (
  database: Database,
  sellerId: string,
  requestId: string,
): Promise<MatterOf<'decide_cancellation'> | null> => {
  const request = await findCancellationRequest(database, sellerId, requestId);
  if (request === null) return null;
  const [order, refunds] = await Promise.all([
    findOrder(database, sellerId, request.orderId),
    refundsOf(database, sellerId, request.orderId),
  ]);
  return order && { action: 'decide_cancellation', order, request, refunds };
};

const findOrderMatter = async (
  database: Database,
  sellerId: string,
  orderId: string,
): Promise<MatterOf<'request_cancellation'> | null> => {
  const [order, requests] = await Promise.all([
    findOrder(database, sellerId, orderId),
    database.asSellers([sellerId], (tx) => readRequests(tx, [orderId])),
  ]);
  return order && { action: 'request_cancellation', order, requests };
};

const findOrder = async (database: Database, sellerId: string, orderId: string): Promise<Order | null> => {
  const orders = await database.asSellers([sellerId], (tx) => loadOrders(tx, [orderId], 'look'));
  return orders.get(orderId) ?? null;
};

const refundsOf = (database: Database, sellerId: string, orderId: string): Promise<Refund[]> =>
  listRefunds(
    database,
    sellerId,
    { state: null, orderId, channel: null, attention: false },
    { limit: mostRefunds, after: null },
  );
