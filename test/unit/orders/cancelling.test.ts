import { describe, expect, test } from 'vitest';
import type { CancelUnits } from '../../../src/domain/orders/commands.ts';
import { deadlinesOf } from '../../../src/domain/orders/deadlines.ts';
import { cancellationSources, type ParcelLine } from '../../../src/domain/orders/order.ts';
import { shippedAtOf, unitsLeft } from '../../../src/domain/orders/progress.ts';
import {
  cancel,
  context,
  delivered,
  events,
  meet,
  orderAfter,
  outcome,
  place,
  placePending,
  scans,
  ship,
} from './samples.ts';

const units = (lineId: string, quantity: number): ParcelLine => ({ lineId, quantity });
const all = [units('a', 2), units('b', 1)];

describe('cancelling before anything has left', () => {
  test.each(cancellationSources)('ends the whole order for %s, with reason and time', (source) => {
    const command = cancel({ source, reason: 'ordered twice' });
    const order = orderAfter([place(), command]);
    expect(order.state).toBe('cancelled');
    expect(order.cancellation).toEqual({ source, reason: 'ordered twice', at: command.at });
    expect(unitsLeft(order)).toEqual([]);
    expect(deadlinesOf(order)).toEqual([]);
  });

  test('says what was cancelled, by whom, and which request it accepted', () => {
    const command = cancel({ source: 'buyer_request', requestId: 'request-1' });
    expect(events(orderAfter([place()]), command)[0]).toEqual({
      type: 'units_cancelled',
      lines: all,
      source: 'buyer_request',
      reason: null,
      requestId: 'request-1',
      withdrawn: false,
      at: command.at,
    });
  });

  test('a part leaves the rest to be shipped, and the parcel holds only that', () => {
    const order = orderAfter([place(), cancel({ lines: [units('a', 1)] })]);
    expect(order.state).toBe('unshipped');
    expect(order.cancellation).toBeNull();
    expect(orderAfter([place(), cancel({ lines: [units('a', 1)] }), ship()]).shipments[0]?.lines).toEqual([
      units('a', 1),
      units('b', 1),
    ]);
  });

  test('parts that add up to everything end the order by whoever took the last one', () => {
    const order = orderAfter([
      place(),
      cancel({ lines: [units('a', 2)], source: 'buyer_request' }),
      cancel({ lines: [units('b', 1)], source: 'seller' }),
    ]);
    expect(order.state).toBe('cancelled');
    expect(order.cancellation?.source).toBe('seller');
  });
});

describe('cancelling once a part has left', () => {
  const partly = [place(), ship('p1', { lines: [units('a', 2)] })];

  test('takes the rest, and the order is shipped', () => {
    const order = orderAfter([...partly, cancel()]);
    expect(order.state).toBe('shipped');
    expect(order.cancelledUnits).toEqual([units('b', 1)]);
    expect(order.cancellation).toBeNull();
    expect(shippedAtOf(order)).toBe(order.shipments[0]?.shippedAt);
    expect(deadlinesOf(order)).toEqual([]);
  });

  test('takes the rest by line, and the order is delivered if its parcels are', () => {
    const order = orderAfter([...partly, scans('p1', delivered), cancel({ lines: [units('b', 1)] })]);
    expect(order.state).toBe('delivered');
  });

  test('is refused for what has left', () => {
    expect(outcome(orderAfter(partly), cancel({ lines: [units('a', 1)] }))).toEqual([
      'refused: already_shipped',
    ]);
    expect(outcome(orderAfter(partly), cancel({ lines: all }))).toEqual(['refused: quantity_above_left']);
  });

  test('is refused as shipped as well when the units that stayed were cancelled', () => {
    const order = orderAfter([
      place(),
      ship('p1', { lines: [units('a', 1)] }),
      cancel({ lines: [units('a', 1)] }),
    ]);
    expect(outcome(order, cancel({ lines: [units('a', 1)] }))).toEqual(['refused: already_shipped']);
  });
});

describe('cancelling is refused', () => {
  test.each(cancellationSources)('to %s while the payment is pending', (source) => {
    expect(outcome(orderAfter([placePending()]), cancel({ source }))).toEqual(['refused: order_pending']);
  });

  test('when everything has left, whatever became of it', () => {
    for (const order of [
      orderAfter([place(), ship()]),
      orderAfter([place(), ship('p', { scans: [delivered] })]),
    ]) {
      expect(outcome(order, cancel())).toEqual(['refused: already_shipped']);
      expect(outcome(order, cancel({ lines: [units('b', 1)] }))).toEqual(['refused: already_shipped']);
    }
  });

  test('when the order is cancelled or unfulfillable', () => {
    const unfulfillable = orderAfter([place(), { type: 'mark_unfulfillable', reason: 'damaged' }]);
    for (const order of [orderAfter([place(), cancel()]), unfulfillable]) {
      expect(outcome(order, cancel())).toEqual(['refused: order_called_off']);
    }
  });

  const wrong: [string, CancelUnits['lines']][] = [
    ['unknown_line', [units('z', 1)]],
    ['line_duplicate', [units('a', 1), units('a', 1)]],
    ['quantity_above_left', [units('a', 3)]],
    ['quantity_invalid', [units('a', 0)]],
    ['lines_required', []],
  ];
  test.each(wrong)('with %s', (code, lines) => {
    expect(outcome(orderAfter([place()]), cancel({ lines }))).toEqual([`refused: ${code}`]);
    expect(outcome(null, cancel({ lines }))).toEqual(['refused: unknown_order']);
  });

  test('for units that were cancelled before, with how many are left', () => {
    const order = orderAfter([place(), cancel({ lines: [units('b', 1)] })]);
    expect(outcome(order, cancel({ lines: [units('b', 1)] }))).toEqual(['refused: quantity_above_left']);
  });
});

describe('a withdrawal', () => {
  const withdraw = (lines: readonly ParcelLine[]) =>
    ({ type: 'withdraw_units', lines, at: '2026-03-10T12:00:00.000Z' }) as const;

  test('cancels by the buyer, also while the payment is pending', () => {
    for (const placed of [place(), placePending()]) {
      const order = orderAfter([placed, withdraw(all)]);
      expect(order.cancellation).toMatchObject({ source: 'buyer_request', reason: 'withdrawal' });
    }
    expect(events(orderAfter([place()]), withdraw([units('a', 1)]))).toMatchObject([
      { type: 'units_cancelled', withdrawn: true },
    ]);
  });

  test('is refused for more than is left, and once the order is called off', () => {
    expect(outcome(orderAfter([place()]), withdraw([units('a', 3)]))).toEqual([
      'refused: quantity_above_left',
    ]);
    expect(outcome(orderAfter([place(), cancel()]), withdraw(all))).toEqual(['refused: order_called_off']);
  });
});

test('What was cancelled in part is still cancelled by the system when nothing leaves', () => {
  const order = orderAfter([place(), cancel({ lines: [units('a', 1)] })]);
  const late = context('2026-05-01T00:00:00.000Z');
  expect(outcome(order, meet('auto_cancel'), late)).toEqual(['order_cancelled', 'alert_raised']);
});
