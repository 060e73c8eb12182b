import { describe, expect, test } from 'vitest';
import { withdrawalWindowEndsAt } from '../../../src/domain/returns/windows.ts';
import { orderAfter, outcome as orderOutcome, place, scan, scans, ship, shipTo } from '../orders/samples.ts';
import {
  authorize,
  close,
  context,
  deliveredOrder,
  outcome,
  policy,
  request,
  returnAfter,
  returnLine,
} from './samples.ts';

const stated = (changes = {}) =>
  request({
    lines: [returnLine('a', 2, { reason: null })],
    withdrawal: { statedAt: '2026-03-16T10:00:00.000Z', confirmedAt: null },
    ...changes,
  });
const confirm = (changes = {}) =>
  ({ type: 'confirm_withdrawal', at: null, lines: null, ...changes }) as const;

describe('A withdrawal', () => {
  test('has two steps: stated it authorises nothing and starts no clock, confirmed it is authorised at once', () => {
    const first = returnAfter([stated()]);
    expect(first).toMatchObject({ state: 'requested', clock: null });
    expect(outcome(first, authorize())).toEqual(['refused: withdrawal_unconfirmed']);
    expect(outcome(first, confirm())).toEqual(['withdrawal_confirmed', 'authorized']);
    expect(outcome(returnAfter([stated(), confirm()]), confirm())).toEqual(['refused: already_confirmed']);
  });

  test('that comes with both steps is authorised in one breath, even where there is no address yet', () => {
    const both = stated({
      withdrawal: { statedAt: '2026-03-16T09:00:00.000Z', confirmedAt: '2026-03-16T10:00:00.000Z' },
    });
    const state = returnAfter([both], context({ policy: policy({ returnAddresses: [] }) }));
    expect(state).toMatchObject({
      state: 'authorized',
      authorization: { returnAddress: null, by: 'system' },
    });
  });

  test('may be confirmed for a part of what was stated, and not for more', () => {
    const part = returnAfter([stated(), confirm({ lines: [{ lineId: 'a', quantity: 1 }] })]);
    expect(part.lines).toMatchObject([{ lineId: 'a', quantity: 1 }]);
    const first = returnAfter([stated()]);
    expect(outcome(first, confirm({ lines: [{ lineId: 'a', quantity: 3 }] }))).toEqual([
      'refused: quantity_above_stated',
    ]);
    expect(outcome(first, confirm({ lines: [{ lineId: 'b', quantity: 1 }] }))).toEqual([
      'refused: quantity_above_stated',
    ]);
  });

  test('from units that have not left cancels them, and what has left comes back', () => {
    const order = orderAfter([place(), ship('parcel-1', { lines: [{ lineId: 'a', quantity: 1 }] })]);
    const all = stated({
      lines: [returnLine('a', 2, { reason: null }), returnLine('b', 1, { reason: null })],
    });
    const state = returnAfter([all, confirm()], context({ order }));
    expect(state).toMatchObject({
      state: 'authorized',
      lines: [{ lineId: 'a', quantity: 1 }],
      withdrawal: {
        cancelledLines: [
          { lineId: 'a', quantity: 1 },
          { lineId: 'b', quantity: 1 },
        ],
      },
    });
  });

  test('from an order of which nothing has left is complete when it is confirmed, and cancels the order', () => {
    const order = orderAfter([place()]);
    const all = stated({
      lines: [returnLine('a', 2, { reason: null }), returnLine('b', 1, { reason: null })],
    });
    const state = returnAfter([all, confirm()], context({ order }));
    expect(state).toMatchObject({ state: 'completed', authorization: null, lines: [] });
    const lines = state.withdrawal?.cancelledLines ?? [];
    expect(orderOutcome(order, { type: 'withdraw_units', lines, at: '2026-03-16T10:00:00.000Z' })).toEqual([
      'units_cancelled',
      'order_cancelled',
    ]);
  });

  test('cannot be closed by the seller before the buyer has confirmed it', () => {
    expect(outcome(returnAfter([stated()]), close('problem_solved'))).toEqual([
      'refused: withdrawal_unconfirmed',
    ]);
    expect(outcome(returnAfter([stated()]), { type: 'cancel', at: null })).toEqual(['closed']);
  });

  test('from units that an authorised return holds is refused when it is stated', () => {
    const held = returnAfter([request({ lines: [returnLine('a', 2)] }), authorize()]);
    const at = context({ others: [held] });
    expect(outcome(null, stated(), at)).toEqual(['refused: quantity_above_ordered']);
    expect(outcome(null, stated({ lines: [returnLine('b', 1, { reason: null })] }), at)).toEqual([
      'requested',
    ]);
  });

  test('may be found late when its delivery becomes known after the confirmation', () => {
    const sent = orderAfter([place(), ship()]);
    const now = '2026-04-20T10:00:00.000Z';
    const late = stated({ withdrawal: { statedAt: '2026-04-20T09:00:00.000Z', confirmedAt: null } });
    const state = returnAfter([late, confirm()], context({ now, order: sent }));
    const expired = close('return_window_expired');
    expect(outcome(state, expired, context({ now, order: sent }))).toEqual(['refused: withdrawal_in_time']);
    expect(outcome(state, expired, context({ now, order: deliveredOrder() }))).toEqual(['closed']);
  });

  test('is closed by the seller only as exempt or as late, and late it must be', () => {
    const state = returnAfter([stated(), confirm()]);
    expect(outcome(state, close('problem_solved'))).toEqual(['refused: withdrawal_binding']);
    expect(outcome(state, close('not_looked_after'))).toEqual(['refused: withdrawal_binding']);
    expect(outcome(state, close('custom_made'))).toEqual(['closed']);
    expect(outcome(state, close('return_window_expired'))).toEqual(['refused: withdrawal_in_time']);
    const at = context({ now: '2026-04-20T10:00:00.000Z' });
    const late = returnAfter(
      [stated({ withdrawal: { statedAt: '2026-04-20T09:00:00.000Z', confirmedAt: null } }), confirm()],
      at,
    );
    expect(late.warnings.map(({ code }) => code)).toEqual(['withdrawal_late']);
    expect(outcome(late, close('return_window_expired'), at)).toEqual(['closed']);
  });
});

describe('The window of a withdrawal', () => {
  const endsAt = (deliveredAt: string, place_ = shipTo) =>
    withdrawalWindowEndsAt(
      orderAfter([place({ shipTo: place_ }), ship(), scans('parcel-1', scan('delivered', deliveredAt))]),
    );

  test('ends with the 14th local day after the last parcel’s arrival', () => {
    // Thursday 12 March, the 14th day is Thursday 26 March, CET.
    expect(endsAt('2026-03-12T10:00:00.000Z')).toBe('2026-03-26T23:00:00.000Z');
    // Late on Thursday evening in Lyon it is Friday already.
    expect(endsAt('2026-03-12T23:30:00.000Z')).toBe('2026-03-27T23:00:00.000Z');
  });

  test('goes on to the next working day from a Saturday, a Sunday or a public holiday', () => {
    // 14 March + 14 = Saturday 28 March; the clocks go forward on the 29th: Monday 30 March ends at 22:00 UTC.
    expect(endsAt('2026-03-14T10:00:00.000Z')).toBe('2026-03-30T22:00:00.000Z');
    // 23 March + 14 = Easter Monday, 6 April.
    expect(endsAt('2026-03-23T10:00:00.000Z')).toBe('2026-04-07T22:00:00.000Z');
    // 20 March + 14 = Good Friday: a holiday in Strasbourg, not in Lyon. Strasbourg goes on to Tuesday.
    expect(endsAt('2026-03-20T10:00:00.000Z')).toBe('2026-04-03T22:00:00.000Z');
    expect(endsAt('2026-03-20T10:00:00.000Z', { ...shipTo, postalCode: '67000' })).toBe(
      '2026-04-07T22:00:00.000Z',
    );
  });

  test('is open while a delivery is not known', () => {
    expect(withdrawalWindowEndsAt(orderAfter([place(), ship()]))).toBeNull();
    const partly = orderAfter([
      place(),
      ship('parcel-1', { lines: [{ lineId: 'a', quantity: 2 }] }),
      scans('parcel-1', scan('delivered', '2026-03-12T10:00:00.000Z')),
    ]);
    expect(withdrawalWindowEndsAt(partly)).toBeNull();
  });

  test('is the same for the money: 14 days after the confirmation', () => {
    const state = returnAfter([stated(), confirm()], context({ order: deliveredOrder() }));
    expect(state.withdrawal).toMatchObject({
      windowEndsAt: '2026-03-26T23:00:00.000Z',
      refundDueAt: '2026-03-30T22:00:00.000Z',
    });
  });
});
