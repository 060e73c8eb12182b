import type { Tx } from '../../client.ts';

/** What a transaction adds to (or, below zero, takes from) what is refunded of a part of an order. */
export interface BalanceChange {
  readonly sellerId: string;
  readonly orderId: string;
  /** `order`, `shipping` or `line:<lineId>`. */
  readonly part: string;
  readonly paidMinor: number;
  readonly deltaMinor: number;
}

/**
 * Changes what is refunded, each part once. PostgreSQL refuses what would pass the amount paid, whatever the code
 * believed (check `refund_balance_cap`).
 */
export const changeBalances = async ({ sql }: Tx, changes: readonly BalanceChange[]): Promise<void> => {
  if (changes.length === 0) return;
  await sql`
    INSERT INTO refund_balance (seller_id, order_id, part, paid_minor, refunded_minor)
    SELECT seller_id, order_id, part, paid_minor, 0 FROM unnest(
      ${changes.map(({ sellerId }) => sellerId)}::uuid[],
      ${changes.map(({ orderId }) => orderId)}::uuid[],
      ${changes.map(({ part }) => part)}::text[],
      ${changes.map(({ paidMinor }) => paidMinor)}::bigint[]
    ) AS new (seller_id, order_id, part, paid_minor)
    ON CONFLICT (order_id, part) DO NOTHING`;
  await sql`
    UPDATE refund_balance SET refunded_minor = refunded_minor + change.delta_minor
    FROM unnest(
      ${changes.map(({ orderId }) => orderId)}::uuid[],
      ${changes.map(({ part }) => part)}::text[],
      ${changes.map(({ deltaMinor }) => deltaMinor)}::bigint[]
    ) AS change (order_id, part, delta_minor)
    WHERE refund_balance.order_id = change.order_id AND refund_balance.part = change.part`;
};
