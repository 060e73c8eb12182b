import { expect, test } from 'vitest';
import { type BookEntry, compareBooks, type LedgerEntry } from '../../../src/domain/refunds/reconcile.ts';

const ours = (refundId: string, changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  refundId,
  paymentReference: 'pi_1',
  amountMinor: 1_000,
  currency: 'EUR',
  state: 'succeeded',
  settledAt: '2026-03-20T09:00:00.000Z',
  ...changes,
});
const readFromAt = '2026-03-21T03:00:00.000Z';
const theirs = (refundId: string | null, changes: Partial<BookEntry> = {}): BookEntry => ({
  providerRefundId: `re_${refundId ?? 'x'}`,
  refundId,
  paymentReferences: ['pi_1', 'ch_1'],
  amountMinor: 1_000,
  currency: 'EUR',
  status: 'succeeded',
  bookedAt: '2026-03-20T09:00:00.000Z',
  ...changes,
});
const kinds = (ledger: LedgerEntry[], books: BookEntry[]) =>
  compareBooks(ledger, books, readFromAt).differences.map(({ kind, refundId }) => [kind, refundId]);

test('Books that agree have no difference, and their sums are equal in each currency', () => {
  const comparison = compareBooks(
    [ours('a'), ours('b', { currency: 'JPY', amountMinor: 7 }), ours('c', { state: 'declined' })],
    [theirs('b', { currency: 'JPY', amountMinor: 7 }), theirs('a'), theirs('c', { status: 'failed' })],
    readFromAt,
  );
  expect(comparison).toEqual({
    ours: 2,
    theirs: 2,
    sums: [
      { currency: 'EUR', oursMinor: 1_000, theirsMinor: 1_000 },
      { currency: 'JPY', oursMinor: 7, theirsMinor: 7 },
    ],
    differences: [],
  });
});

test('What was settled while the books were read is compared the next time', () => {
  const late = ours('a', { settledAt: '2026-03-21T03:00:01.000Z' });
  expect(kinds([late], [])).toEqual([]);
  expect(kinds([late], [theirs('a', { amountMinor: 1 })])).toEqual([]);
});

test.each([
  ['ours is not in their books', [ours('a')], [], [['missing_there', 'a']]],
  ['theirs is not in our ledger', [], [theirs('a')], [['missing_here', 'a']]],
  [
    'somebody refunded our payment beside us',
    [ours('a')],
    [theirs('a'), theirs(null)],
    [['missing_here', null]],
  ],
  [
    'somebody refunded a payment of others',
    [ours('a')],
    [theirs('a'), theirs(null, { paymentReferences: ['pi_9'] })],
    [],
  ],
  ['another amount was booked', [ours('a')], [theirs('a', { amountMinor: 999 })], [['amount_differs', 'a']]],
  ['another currency was booked', [ours('a')], [theirs('a', { currency: 'USD' })], [['amount_differs', 'a']]],
  ['they took it back', [ours('a')], [theirs('a', { status: 'failed' })], [['state_differs', 'a']]],
  [
    'they paid what we hold for declined',
    [ours('a', { state: 'declined' })],
    [theirs('a')],
    [['state_differs', 'a']],
  ],
  [
    'one was booked twice',
    [ours('a')],
    [theirs('a'), theirs('a', { providerRefundId: 're_2' })],
    [['booked_twice', 'a']],
  ],
  ['we do not know ourselves yet', [ours('a', { state: 'unknown' })], [theirs('a')], []],
] as const)('It is told when %s', (_, ledger, books, expected) => {
  expect(kinds([...ledger], [...books])).toEqual(expected);
});
