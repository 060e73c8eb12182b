import { describe, expect, test } from 'vitest';
import { deadlineAt, deadlinesOf } from '../../../src/domain/orders/deadlines.ts';
import { endOfLocalDay } from '../../../src/domain/orders/end-of-local-day.ts';
import { context, events, meet, orderAfter, outcome, pay, place, placePending, ship } from './samples.ts';

const expiry = '2026-03-31T09:00:00.000Z';
/** Ship-by is Tuesday the 10th; the 17th ends in Lille at 23:00 UTC. */
const autoCancel = '2026-03-17T23:00:00.000Z';
const late = context('2026-03-18T00:00:00.000Z');
const lineA = [{ lineId: 'a', quantity: 2 }];

describe('the payment deadline', () => {
  test('cancels what is still pending, with an alert', () => {
    const decided = events(orderAfter([placePending()]), meet('payment_expiry'), context(expiry));
    expect(decided).toEqual([
      {
        type: 'order_cancelled',
        cancellation: { source: 'system', reason: 'payment_expired', at: expiry },
      },
      { type: 'alert_raised', alert: { kind: 'payment_expired', at: expiry, dueAt: expiry } },
    ]);
  });

  test('that wakes too early does nothing, and says when to come back', () => {
    const order = orderAfter([placePending()]);
    expect(outcome(order, meet('payment_expiry'), context('2026-03-31T08:59:59.999Z'))).toEqual([]);
    expect(deadlineAt(order, 'payment_expiry')).toBe(expiry);
  });

  test('that wakes after the payment does nothing, and is over', () => {
    const order = orderAfter([placePending(), pay()]);
    expect(outcome(order, meet('payment_expiry'), context(expiry))).toEqual([]);
    expect(deadlineAt(order, 'payment_expiry')).toBeNull();
  });

  test('does not move when the policy changes later', () => {
    const order = orderAfter([placePending()]);
    const changed = context('2026-03-20T00:00:00.000Z', { paymentExpiryDays: 1 });
    expect(outcome(order, meet('payment_expiry'), changed)).toEqual([]);
  });
});

describe('the deadline of the delivery window', () => {
  test('raises the alert once', () => {
    const order = orderAfter([place()]);
    const at = deadlineAt(order, 'unshipped_by_edd');
    expect(at).toBe(order.promises[0]?.latestAt);
    expect(outcome(order, meet('unshipped_by_edd'), context(at ?? ''))).toEqual(['alert_raised']);
    const alerted = orderAfter([place(), meet('unshipped_by_edd')], late);
    expect(alerted.alertsRaised).toEqual(['not_shipped_by_edd']);
    expect(outcome(alerted, meet('unshipped_by_edd'), late)).toEqual([]);
    expect(deadlineAt(alerted, 'unshipped_by_edd')).toBeNull();
  });

  test('also when only a part has left', () => {
    const order = orderAfter([place(), ship('p1', { lines: lineA })]);
    expect(outcome(order, meet('unshipped_by_edd'), late)).toEqual(['alert_raised']);
  });

  test('not when it has left, however late', () => {
    const order = orderAfter([place(), ship('p1', { shippedAt: '2026-03-17T10:00:00.000Z' })]);
    expect(outcome(order, meet('unshipped_by_edd'), late)).toEqual([]);
  });
});

describe('the automatic cancellation', () => {
  test('comes when the seventh day after ship-by has ended at the centre', () => {
    const order = orderAfter([place()]);
    expect(deadlineAt(order, 'auto_cancel')).toBe(autoCancel);
    expect(outcome(order, meet('auto_cancel'), context('2026-03-17T22:59:59.999Z'))).toEqual([]);
    expect(outcome(order, meet('auto_cancel'), context(autoCancel))).toEqual([
      'order_cancelled',
      'alert_raised',
    ]);
  });

  test('is off unless the policy says so', () => {
    const order = orderAfter([place()], context(undefined, { autoCancelUnshippedDays: null }));
    expect(deadlinesOf(order).map(({ kind }) => kind)).toEqual(['unshipped_by_edd']);
  });

  test('leaves an order of which a part has left to the seller', () => {
    const order = orderAfter([place(), ship('p1', { lines: lineA })]);
    expect(outcome(order, meet('auto_cancel'), late)).toEqual([]);
  });

  test('leaves the cancelled order without deadlines', () => {
    const order = orderAfter([place(), meet('auto_cancel')], late);
    expect(order).toMatchObject({ state: 'cancelled', cancellation: { reason: 'not_shipped' } });
    expect(deadlinesOf(order)).toEqual([]);
  });
});

describe('marking an order as unfulfillable', () => {
  const mark = { type: 'mark_unfulfillable', reason: 'out_of_stock' } as const;

  test('raises an alert and clears the deadlines', () => {
    expect(outcome(orderAfter([place()]), mark)).toEqual(['marked_unfulfillable', 'alert_raised']);
    const order = orderAfter([place(), mark]);
    expect(order).toMatchObject({ state: 'unfulfillable', unfulfillable: { reason: 'out_of_stock' } });
    expect(deadlinesOf(order)).toEqual([]);
  });

  test('raises no alert for a historical order', () => {
    expect(outcome(orderAfter([place({ historical: true })]), mark)).toEqual(['marked_unfulfillable']);
  });

  test('twice with one reason is no news, with another it is refused', () => {
    const order = orderAfter([place(), mark]);
    expect(outcome(order, mark)).toEqual([]);
    expect(outcome(order, { ...mark, reason: 'damaged' })).toEqual(['refused: already_unfulfillable']);
  });

  test('is refused before the payment, and once something has left', () => {
    expect(outcome(orderAfter([placePending()]), mark)).toEqual(['refused: payment_pending']);
    expect(outcome(orderAfter([place(), ship('p1', { lines: lineA })]), mark)).toEqual([
      'refused: partly_shipped',
    ]);
    expect(outcome(orderAfter([place(), ship()]), mark)).toEqual(['refused: already_shipped']);
    expect(outcome(orderAfter([place(), meet('auto_cancel')], late), mark)).toEqual([
      'refused: order_cancelled',
    ]);
  });
});

test('a day ends with the local midnight, also when the clocks change', () => {
  expect(endOfLocalDay('2026-03-28', 0, 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z');
  expect(endOfLocalDay('2026-03-28', 1, 'Europe/Paris')).toBe('2026-03-29T22:00:00.000Z');
  expect(endOfLocalDay('2026-03-28', 1, 'Europe/Lisbon')).toBe('2026-03-29T23:00:00.000Z');
});
