import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '../../../src/domain/orders/deadlines.ts';
import {
  context,
  delivered,
  events,
  orderAfter,
  outcome,
  place,
  placePending,
  scan,
  scans,
  ship,
} from './samples.ts';

const lineA = [{ lineId: 'a', quantity: 2 }];

describe('recording a shipment', () => {
  test('without lines the parcel holds all that is left, and the order is shipped', () => {
    const order = orderAfter([place(), ship()]);
    expect(order.state).toBe('shipped');
    expect(order.shipments[0]?.lines).toEqual([...lineA, { lineId: 'b', quantity: 1 }]);
    expect(deadlinesOf(order)).toEqual([]);
  });

  test('a part leaves the order unshipped until the rest has left', () => {
    const part = orderAfter([place(), ship('p1', { lines: lineA })]);
    expect(part.state).toBe('unshipped');
    const whole = orderAfter([place(), ship('p1', { lines: lineA }), ship('p2')]);
    expect(whole.state).toBe('shipped');
    expect(whole.shipments[1]?.lines).toEqual([{ lineId: 'b', quantity: 1 }]);
  });

  test('each parcel gets a promise of its own and the first one stays', () => {
    const order = orderAfter([place(), ship('p1', { lines: lineA }), ship('p2')]);
    expect(order.promises.map(({ sequence, shipmentId }) => [sequence, shipmentId])).toEqual([
      [1, null],
      [2, 'p1'],
      [3, 'p2'],
    ]);
  });

  test('it is recorded without a promise when the policy no longer reaches the place', () => {
    const order = orderAfter([place()]);
    const [event] = events(order, ship(), context(undefined, { lanes: [] }));
    expect(event).toMatchObject({ type: 'shipment_recorded', promise: null });
  });

  test('scans that came before it take effect with it', () => {
    const order = orderAfter([place(), ship('p1', { scans: [delivered] })]);
    expect(order.state).toBe('delivered');
    expect(order.shipments[0]).toMatchObject({ status: 'delivered', deliveredAt: delivered.occurredAt });
  });

  test.each([
    ['unknown_line', [{ lineId: 'z', quantity: 1 }]],
    ['quantity_above_left', [{ lineId: 'a', quantity: 3 }]],
    [
      'quantity_above_left',
      [
        { lineId: 'b', quantity: 1 },
        { lineId: 'b', quantity: 1 },
      ],
    ],
    ['quantity_invalid', [{ lineId: 'a', quantity: 0 }]],
    ['lines_required', []],
  ])('is refused with %s', (code, lines) => {
    expect(outcome(orderAfter([place()]), ship('p1', { lines }))).toEqual([`refused: ${code}`]);
  });

  test('a pending order may not ship', () => {
    expect(outcome(orderAfter([placePending()]), ship())).toEqual(['refused: payment_pending']);
  });

  test('an unfulfillable order may not ship', () => {
    const order = orderAfter([place(), { type: 'mark_unfulfillable', reason: 'damaged' }]);
    expect(outcome(order, ship())).toEqual(['refused: order_unfulfillable']);
  });

  test('an order that has left has nothing left to ship', () => {
    expect(outcome(orderAfter([place(), ship('p1')]), ship('p2'))).toEqual(['refused: nothing_left_to_ship']);
  });

  test('the same parcel told twice is no news', () => {
    const order = orderAfter([place(), ship('p1', { lines: lineA })]);
    expect(outcome(order, ship('p1', { lines: lineA }))).toEqual([]);
    expect(outcome(order, ship('p9', { trackingNumber: '6A-p1' }))).toEqual([]);
  });

  test('another parcel under a number already recorded is refused', () => {
    const order = orderAfter([place(), ship('p1', { lines: lineA })]);
    const other = ship('p9', { trackingNumber: '6A-p1', shippedAt: '2026-03-11T14:00:00.000Z' });
    expect(outcome(order, other)).toEqual(['refused: shipment_conflict']);
  });
});

describe('recording scans', () => {
  const two = [place(), ship('p1', { lines: lineA }), ship('p2')];
  const back = scan('returned_to_sender', '2026-03-20T10:00:00.000Z');

  test('the order is delivered when every parcel has arrived', () => {
    expect(orderAfter([...two, scans('p1', delivered)]).state).toBe('shipped');
    expect(orderAfter([...two, scans('p1', delivered), scans('p2', delivered)]).state).toBe('delivered');
  });

  test('a delivered parcel does not make an order delivered while something has not left', () => {
    const order = orderAfter([place(), ship('p1', { lines: lineA }), scans('p1', delivered)]);
    expect(order.state).toBe('unshipped');
    expect(
      orderAfter([place(), ship('p1', { lines: lineA }), scans('p1', delivered), ship('p2')]).state,
    ).toBe('shipped');
  });

  test('the order is returned to sender when every parcel came back', () => {
    expect(orderAfter([...two, scans('p1', back), scans('p2', back)]).state).toBe('returned_to_sender');
  });

  test('one parcel arrived and one come back leave the order shipped', () => {
    expect(orderAfter([...two, scans('p1', delivered), scans('p2', back)]).state).toBe('shipped');
  });

  test('a newer way back takes a delivered order back to shipped, and on to returned', () => {
    const returning = scan('returning', '2026-03-14T10:00:00.000Z');
    const commands = [place(), ship('p1'), scans('p1', delivered, returning)];
    expect(orderAfter(commands).state).toBe('shipped');
    expect(orderAfter([...commands, scans('p1', delivered, returning, back)]).state).toBe(
      'returned_to_sender',
    );
  });

  test('scans that change nothing give no event', () => {
    const order = orderAfter([place(), ship('p1'), scans('p1', delivered)]);
    expect(outcome(order, scans('p1', delivered, scan('in_transit', '2026-03-11T10:00:00.000Z')))).toEqual(
      [],
    );
    expect(outcome(order, scans('p1'))).toEqual([]);
  });

  test('scans of a parcel the order does not have are refused', () => {
    expect(outcome(orderAfter([place()]), scans('p7', delivered))).toEqual(['refused: unknown_shipment']);
  });
});
