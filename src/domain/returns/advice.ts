import type { Order } from '../orders/order.ts';
import { buyerPaysWayBack, type ReturnPolicy } from './policy.ts';
import type { ReturnAdvice, ReturnLine } from './return.ts';

/** What the buyer paid for these units: the line's price less its discount, tax inside. */
const paidFor = (order: Order, lines: readonly ReturnLine[]): number =>
  lines.reduce((total, { lineId, quantity }) => {
    const line = order.lines.find((one) => one.lineId === lineId);
    if (line === undefined) return total;
    const paid =
      line.unitPriceMinor * line.quantity - line.discountMinor + (order.taxIncluded ? 0 : line.taxMinor);
    return total + Math.round((paid * quantity) / line.quantity);
  }, 0);

/**
 * Whether sending back is worth its cost (004). The seller pays, and it costs more than the goods: let the
 * buyer keep them. The buyer pays, and it costs as much or more: say so, and offer a credit. Silent where no
 * cost is known for the buyer's country, or it is in another currency.
 */
export const adviseOn = (
  order: Order,
  lines: readonly ReturnLine[],
  policy: ReturnPolicy,
): readonly ReturnAdvice[] => {
  const cost = policy.returnCosts.find(
    ({ country, currency }) => country === order.shipTo?.country && currency === order.currency,
  );
  if (cost === undefined || lines.length === 0) return [];
  const valueMinor = paidFor(order, lines);
  const buyerPays = buyerPaysWayBack(policy, lines);
  const { costMinor, currency } = cost;
  if (buyerPays)
    return costMinor >= valueMinor ? [{ code: 'offer_credit', costMinor, valueMinor, currency }] : [];
  return costMinor > valueMinor ? [{ code: 'keep_item', costMinor, valueMinor, currency }] : [];
};
