import { describe, expect, test } from 'vitest';
import {
  type CancellationFacts,
  cancellationFactsOf,
  cancellationRates,
  isCancelled,
} from '../../../src/domain/cancellations/rates.ts';
import type { OrderCommand } from '../../../src/domain/orders/commands.ts';
import { cancellationSources } from '../../../src/domain/orders/order.ts';
import { cancel, context, meet, orderAfter, place, placedAt, placePending } from '../orders/samples.ts';
import { now, units } from './samples.ts';

const late = '2026-05-01T00:00:00.000Z';
const counts = (commands: readonly OrderCommand[]): boolean =>
  isCancelled(cancellationFactsOf(orderAfter(commands, context(late))), late);

describe('an order counts as cancelled', () => {
  test('by the seller, the system or a message, never by an official request', () => {
    expect(cancellationSources.map((source) => counts([place(), cancel({ source })]))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  test('when nothing left in time or it cannot be fulfilled, not when the payment never came', () => {
    expect(counts([place(), meet('auto_cancel')])).toBe(true);
    expect(counts([place(), { type: 'mark_unfulfillable', reason: 'out_of_stock' }])).toBe(true);
    expect(counts([placePending(), meet('payment_expiry')])).toBe(false);
  });

  test('whatever reason somebody gives in words', () => {
    expect(counts([place(), cancel({ source: 'system', reason: 'payment_expired' })])).toBe(true);
  });

  test('only as a whole, and not when the buyer withdrew', () => {
    expect(counts([place(), cancel({ lines: [units('a', 2)] })])).toBe(false);
    const lines = [units('a', 2), units('b', 1)];
    expect(counts([place(), { type: 'withdraw_units', lines, at: now }])).toBe(false);
  });

  test('from the moment on at which it was', () => {
    const facts = cancellationFactsOf(orderAfter([place(), cancel({ at: now })]));
    expect([placedAt, now].map((asOf) => isCancelled(facts, asOf))).toEqual([false, true]);
  });
});

test('The counts are of sales placed in each window, pending ones among them', () => {
  const fact = (changes: Partial<CancellationFacts>): CancellationFacts => ({
    purpose: 'sale',
    placedAt: '2026-04-28T00:00:00.000Z',
    calledOffAt: null,
    calledOffBy: null,
    ...changes,
  });
  const cancelled = { calledOffAt: '2026-04-29T00:00:00.000Z', calledOffBy: 'seller' } as const;
  const facts = [
    fact({}),
    fact(cancelled),
    fact({ ...cancelled, purpose: 'removal' }),
    fact({ ...cancelled, placedAt: '2026-04-24T00:00:00.000Z' }),
    fact({ placedAt: '2026-05-01T00:00:00.001Z' }),
    cancellationFactsOf(orderAfter([placePending()])),
  ];
  expect(cancellationRates(facts, late)).toEqual([
    { days: 7, orders: 2, cancelled: 1 },
    { days: 30, orders: 3, cancelled: 2 },
    { days: 90, orders: 4, cancelled: 2 },
  ]);
});
