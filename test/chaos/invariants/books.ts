import type postgres from 'postgres';
import type { PaymentServer } from '../../support/payment-server/payment-server.ts';
import type { Invariant } from './invariant.ts';

export interface ComparedBooks {
  readonly byState: Readonly<Record<string, number>>;
  /** Succeeded, by our ledger and by the provider's books. */
  readonly oursMinor: number;
  readonly theirsMinor: number;
  /** Refunds of the provider's that the two say different things of. */
  readonly differing: readonly string[];
  readonly bookedTwice: readonly string[];
  /** Orders whose balances are not the sum of their refunds. */
  readonly wrongBalances: readonly string[];
}

/** Compares what our ledger says of refunds with what the provider has booked. */
export const compareBooks = async (sql: postgres.Sql, provider: PaymentServer): Promise<ComparedBooks> => {
  const ours = await sql<{ id: string; state: string; amount: number }[]>`
    SELECT id, state, amount_minor::int AS amount FROM refund WHERE provider = 'stripe'`;
  const booked = provider.books().filter(({ status }) => status === 'succeeded');
  const paid = new Map(booked.map(({ refundId, amountMinor }) => [refundId, amountMinor]));
  const balances = await sql<{ id: string }[]>`
    SELECT order_id AS id FROM refund_balance AS balance
    WHERE part = 'order' AND refunded_minor <> (
      SELECT coalesce(sum(amount_minor), 0) FROM refund
      WHERE refund.order_id = balance.order_id AND state NOT IN ('declined', 'failed'))`;
  const byState: Record<string, number> = {};
  for (const { state } of ours) byState[state] = (byState[state] ?? 0) + 1;
  const known = new Set(ours.map(({ id }) => id));
  return {
    byState,
    oursMinor: ours.reduce((sum, { state, amount }) => sum + (state === 'succeeded' ? amount : 0), 0),
    theirsMinor: booked.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    differing: [
      ...ours
        .filter(({ id, state, amount }) => (state === 'succeeded' ? amount : undefined) !== paid.get(id))
        .map(
          ({ id, state, amount }) =>
            `${id} is ${state} of ${amount}, and they have paid ${paid.get(id) ?? 0}`,
        ),
      ...booked
        .filter(({ refundId }) => !known.has(refundId ?? ''))
        .map(({ providerRefundId }) => `${providerRefundId} was paid for nothing that we know`),
    ],
    bookedTwice: provider.bookedTwice(),
    wrongBalances: balances.map(({ id }) => id),
  };
};

export const booksAgree: Invariant = {
  name: 'books agree',
  meaning:
    "Our refunds and the provider's are the same to the cent, none is paid twice, and balances add up.",
  breach: 'doubled',
  examine: async ({ sql, stage }) => {
    const { oursMinor, theirsMinor, ...books } = await compareBooks(sql, stage.payments.server);
    return [
      ...(oursMinor === theirsMinor
        ? []
        : [`We have paid ${oursMinor} minor units, and they say ${theirsMinor}`]),
      ...books.differing.map((one) => `Refund ${one}`),
      ...books.bookedTwice.map((id) => `Refund ${id} is paid twice`),
      ...books.wrongBalances.map((id) => `The balance of order ${id} is not the sum of its refunds`),
    ];
  },
};
