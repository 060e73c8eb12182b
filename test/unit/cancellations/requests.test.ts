import { describe, expect, test } from 'vitest';
import {
  type AskedCancellation,
  covers,
  decideRequest,
  hasLapsed,
  undecidedRequest,
  unitsStillAsked,
} from '../../../src/domain/cancellations/requests.ts';
import type { Order } from '../../../src/domain/orders/order.ts';
import { cancel, orderAfter, place, placedAt, placePending, ship } from '../orders/samples.ts';
import { aRequest, asked, now, units } from './samples.ts';

const placed = orderAfter([place()]);
const partly = orderAfter([place(), ship('p1', { lines: [units('a', 1)] })]);

const codeOf = (
  order: Order,
  changes: Partial<AskedCancellation> = {},
  requests: Parameters<typeof decideRequest>[1] = [],
): string => {
  const outcome = decideRequest(order, requests, { asked: asked(changes), now });
  return outcome.ok ? outcome.value.state : outcome.refusal.code;
};

describe('an official request', () => {
  test('is kept, waits, and changes nothing of the order', () => {
    expect(decideRequest(placed, [], { asked: asked(), now })).toEqual({ ok: true, value: aRequest() });
  });

  test('for a part, or for what has not left yet, is kept as well', () => {
    expect(codeOf(placed, { lines: [units('a', 1)] })).toBe('requested');
    expect(codeOf(partly)).toBe('requested');
  });

  const refused: [string, Order, Partial<AskedCancellation>][] = [
    ['order_pending', orderAfter([placePending()]), {}],
    ['already_shipped', orderAfter([place(), ship()]), {}],
    [
      'already_shipped',
      orderAfter([place(), ship('p1', { lines: [units('b', 1)] })]),
      { lines: [units('b', 1)] },
    ],
    ['order_called_off', orderAfter([place(), cancel()]), {}],
    ['order_called_off', orderAfter([place(), { type: 'mark_unfulfillable', reason: 'damaged' }]), {}],
    ['quantity_above_left', partly, { lines: [units('a', 2)] }],
    ['unknown_line', placed, { lines: [units('z', 1)] }],
    ['line_duplicate', placed, { lines: [units('a', 1), units('a', 1)] }],
    ['time_in_future', placed, { requestedAt: '2026-03-10T12:05:00.001Z' }],
    ['time_too_early', placed, { requestedAt: '2026-03-10T08:59:59.999Z' }],
  ];
  test.each(refused)('is refused with %s', (code, order, changes) => {
    expect(codeOf(order, changes)).toBe(code);
  });

  test('may be as old as its order', () => {
    expect(codeOf(placed, { requestedAt: placedAt })).toBe('requested');
  });

  test('is refused while another one is open, and not once that is decided', () => {
    expect(codeOf(placed, {}, [aRequest({ id: 'earlier' })])).toBe('request_open');
    for (const state of ['accepted', 'refused', 'lapsed'] as const) {
      expect(codeOf(placed, {}, [aRequest({ id: 'earlier', state, decidedAt: now })])).toBe('requested');
    }
  });
});

describe('deciding about a request', () => {
  test('needs one of this order that nobody has decided', () => {
    const decided = aRequest({ id: 'old', state: 'refused', decidedAt: now });
    const codes = ['request-1', 'old', 'elsewhere'].map((id) => {
      const outcome = undecidedRequest([aRequest(), decided], id);
      return outcome.ok ? outcome.value.id : outcome.refusal.code;
    });
    expect(codes).toEqual(['request-1', 'request_decided', 'unknown_request']);
  });
});

describe('what a request still asks for', () => {
  const rest = [units('a', 1), units('b', 1)];

  test('is what has neither left nor been cancelled', () => {
    expect(unitsStillAsked(aRequest(), partly)).toEqual(rest);
    expect(unitsStillAsked(aRequest({ lines: [units('a', 2)] }), partly)).toEqual([units('a', 1)]);
    const cancelled = orderAfter([place(), cancel({ lines: [units('b', 1)] })]);
    expect(unitsStillAsked(aRequest({ lines: [units('b', 1)] }), cancelled)).toEqual([]);
  });

  test('is covered by a cancellation of everything, or of all of it', () => {
    expect(covers(null, aRequest(), partly)).toBe(true);
    expect(covers(rest, aRequest(), partly)).toBe(true);
    expect(covers([units('a', 1)], aRequest(), partly)).toBe(false);
    expect(covers([units('a', 2)], aRequest({ lines: [units('a', 1)] }), placed)).toBe(true);
  });

  test('is nothing once all of it has left or the order is called off: the request lapses, if it is open', () => {
    const ofA = aRequest({ lines: [units('a', 2)] });
    const shippedA = orderAfter([place(), ship('p1', { lines: [units('a', 2)] })]);
    expect(hasLapsed(ofA, partly)).toBe(false);
    expect(hasLapsed(ofA, shippedA)).toBe(true);
    expect(hasLapsed(aRequest(), shippedA)).toBe(false);
    expect(hasLapsed(aRequest(), orderAfter([place(), ship()]))).toBe(true);
    expect(hasLapsed(aRequest(), orderAfter([place(), cancel()]))).toBe(true);
    const unfulfillable = orderAfter([place(), { type: 'mark_unfulfillable', reason: 'damaged' }]);
    expect(hasLapsed(aRequest(), unfulfillable)).toBe(true);
    expect(hasLapsed({ ...ofA, state: 'refused', decidedAt: now }, shippedA)).toBe(false);
  });
});
