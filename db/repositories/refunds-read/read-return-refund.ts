import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Order } from '../../../src/domain/orders/order.ts';
import type { ComputedRefund } from '../../../src/domain/refunds/compute-refund.ts';
import { causeOf, owedOfReturn, totalOwed } from '../../../src/domain/refunds/owed-of-return.ts';
import type { Return } from '../../../src/domain/returns/return.ts';
import type { Database } from '../../client.ts';
import { findReturnRefs } from '../returns-read/find-return-refs.ts';
import { readRefundContext } from './read-refund-context.ts';

export interface ReturnRefund {
  readonly return: Return;
  readonly order: Order;
  /** What the seller would refund now; null: nothing is owed. */
  readonly owed: ComputedRefund | null;
  /** The last instant at which the money is in time; null: no time runs. */
  readonly dueAt: Instant | null;
  readonly currency: string;
}

/** What is owed for a return of this seller, by the rules by which it would be refunded; null: no such return. */
export const readReturnRefund = async (
  database: Database,
  sellerId: string,
  returnId: string,
): Promise<ReturnRefund | null> => {
  const [refs] = await findReturnRefs(database, sellerId, [returnId]);
  const context = refs === undefined ? null : await readRefundContext(database, sellerId, refs.orderId);
  const state = context?.returns.find(({ id }) => id === returnId);
  if (context === null || state === undefined) return null;
  const { fees } = context.deliveryPolicy;
  const owed = owedOfReturn(context, state, { cause: causeOf(state), by: 'seller', fees });
  return {
    return: state,
    order: context.order,
    owed: totalOwed(owed),
    dueAt: state.refundClock?.dueAt ?? null,
    currency: context.order.currency,
  };
};
