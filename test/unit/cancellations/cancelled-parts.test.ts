import { expect, test } from 'vitest';
import { cancelledPartsOf } from '../../../src/domain/cancellations/cancelled-parts.ts';
import { situationOf } from '../../../src/domain/cancellations/situation.ts';
import type { OrderCommand } from '../../../src/domain/orders/commands.ts';
import { decide } from '../../../src/domain/orders/decide.ts';
import type { OrderEvent } from '../../../src/domain/orders/events.ts';
import { evolve } from '../../../src/domain/orders/evolve.ts';
import type { Order } from '../../../src/domain/orders/order.ts';
import {
  cancel,
  context,
  delivered,
  meet,
  orderAfter,
  place,
  placePending,
  ship,
} from '../orders/samples.ts';
import { units } from './samples.ts';

const late = context('2026-05-01T00:00:00.000Z');

/** The cancellations of commands that one transaction decides. */
const partsOf = (before: Order, commands: readonly OrderCommand[]) => {
  let state: Order = before;
  const events: OrderEvent[] = [];
  for (const command of commands) {
    const decision = decide(state, command, late);
    if (!decision.ok) throw new Error(decision.refusal.code);
    state = decision.value.reduce<Order>(evolve, state);
    events.push(...decision.value);
  }
  return cancelledPartsOf(before, events).map(({ lines, whole, source, reason }) => ({
    lines,
    whole,
    source,
    reason,
  }));
};

const b = [units('b', 1)];

test('Units that end the order and its end are one cancellation', () => {
  expect(partsOf(orderAfter([place()]), [cancel()])).toEqual([
    { lines: [units('a', 2), ...b], whole: true, source: 'seller', reason: null },
  ]);
  expect(partsOf(orderAfter([place()]), [cancel({ lines: b }), cancel({ source: 'buyer_message' })])).toEqual(
    [
      { lines: b, whole: false, source: 'seller', reason: null },
      { lines: [units('a', 2)], whole: true, source: 'buyer_message', reason: null },
    ],
  );
});

test("The system's own takes all that is left, also after a part in the same transaction", () => {
  const order = orderAfter([place(), cancel({ lines: b })]);
  expect(partsOf(order, [cancel({ lines: [units('a', 1)] }), meet('auto_cancel')])).toEqual([
    { lines: [units('a', 1)], whole: false, source: 'seller', reason: null },
    { lines: [units('a', 1)], whole: true, source: 'system', reason: 'not_shipped' },
  ]);
  expect(partsOf(orderAfter([placePending()]), [meet('payment_expiry')])).toMatchObject([
    { whole: true, source: 'system', reason: 'payment_expired' },
  ]);
});

test('The rest of what has partly left is no whole cancellation', () => {
  const order = orderAfter([place(), ship('p1', { lines: b })]);
  expect(partsOf(order, [cancel()])).toMatchObject([{ lines: [units('a', 2)], whole: false }]);
});

test('Nothing else that happens to an order is a cancellation', () => {
  expect(partsOf(orderAfter([place()]), [ship()])).toEqual([]);
});

test('An order that cannot be fulfilled is no cancellation, but told of like one', () => {
  const parts = partsOf(orderAfter([place()]), [{ type: 'mark_unfulfillable', reason: 'damaged' }]);
  expect(parts).toMatchObject([{ whole: true, source: 'seller' }]);
});

test('What a message that asks to cancel is told follows from where the order is', () => {
  expect(
    [
      [placePending()],
      [place()],
      [place(), ship('p1', { lines: b })],
      [place(), ship()],
      [place(), ship('p1', { scans: [delivered] })],
      [place(), cancel()],
      [place(), { type: 'mark_unfulfillable', reason: 'damaged' } as const],
    ].map((commands) => situationOf(orderAfter(commands))),
  ).toEqual([
    'before_shipping',
    'before_shipping',
    'before_shipping',
    'shipped',
    'shipped',
    'closed',
    'closed',
  ]);
});
