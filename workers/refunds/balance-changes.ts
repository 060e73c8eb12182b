import type { BalanceChange } from '../../db/repositories/refunds/change-balances.ts';
import { paidOf } from '../../src/domain/refunds/paid.ts';
import { counts, type Refund } from '../../src/domain/refunds/refund.ts';
import type { TouchedRefund } from './refund-session.ts';

/** The parts of an order that a refund takes from, with how much of each; minor units. */
const partsOf = ({ lines, shippingMinor, amountMinor }: Refund): [string, number][] => [
  ['order', amountMinor],
  ...(shippingMinor > 0 ? [['shipping', shippingMinor] as [string, number]] : []),
  ...lines.map(({ lineId, amountMinor: ofLine }): [string, number] => [`line:${lineId}`, ofLine]),
];

const paidByPart = ({ order }: TouchedRefund): Map<string, number> => {
  const paid = paidOf(order);
  if (paid === null) throw new Error('A refund of an order of which nothing was captured');
  return new Map([
    ['order', paid.capturedMinor],
    ['shipping', paid.shipping.paidMinor],
    ...paid.lines.map(({ lineId, paidMinor }): [string, number] => [`line:${lineId}`, paidMinor]),
  ]);
};

/** What refunds that began or ceased to count change, each part of each order once. */
export const balanceChanges = (touched: readonly TouchedRefund[]): BalanceChange[] => {
  const changes = new Map<string, BalanceChange>();
  for (const one of touched) {
    const { sellerId, before, after } = one;
    const sign = Number(counts(after)) - Number(before !== null && counts(before));
    if (sign === 0) continue;
    const paid = paidByPart(one);
    for (const [part, amountMinor] of partsOf(after)) {
      const key = `${after.orderId} ${part}`;
      const deltaMinor = (changes.get(key)?.deltaMinor ?? 0) + sign * amountMinor;
      const paidMinor = paid.get(part) ?? 0;
      changes.set(key, { sellerId, orderId: after.orderId, part, paidMinor, deltaMinor });
    }
  }
  return [...changes.values()];
};
