import { describe, expect, test } from 'vitest';
import type { CancellationRequest } from '../../../src/domain/cancellations/cancellation-request.ts';
import {
  type AskedToCancel,
  decideCancellation,
} from '../../../src/domain/cancellations/decide-cancellation.ts';
import type { Order } from '../../../src/domain/orders/order.ts';
import { orderAfter, outcome, place, ship } from '../orders/samples.ts';
import { aRequest, now, toCancel, units } from './samples.ts';

const placed = orderAfter([place()]);
const partly = orderAfter([place(), ship('p1', { lines: [units('a', 1)] })]);

const decided = (
  order: Order,
  requests: readonly CancellationRequest[],
  changes: Partial<AskedToCancel> = {},
) => {
  const decision = decideCancellation(order, requests, { asked: toCancel(changes), at: now });
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value;
};

describe('accepting a request', () => {
  test('does what it asks for, for its reason, and marks it', () => {
    const request = aRequest({ lines: [units('a', 1)] });
    expect(decided(placed, [request], { requestId: 'request-1' })).toEqual({
      request: { ...request, state: 'accepted', decidedAt: now },
      command: {
        type: 'cancel_units',
        lines: [units('a', 1)],
        source: 'buyer_request',
        reason: 'ordered twice',
        requestId: 'request-1',
        at: now,
      },
    });
  });

  test('cancels what has not left of it', () => {
    const request = aRequest({ lines: [units('a', 2)] });
    expect(decided(partly, [request], { requestId: 'request-1' }).command.lines).toEqual([units('a', 1)]);
    expect(decided(partly, [aRequest()], { requestId: 'request-1' }).command.lines).toBeNull();
  });

  test('goes by the lines and the reason of the seller where they are given', () => {
    const { request, command } = decided(placed, [aRequest()], {
      requestId: 'request-1',
      lines: [units('b', 1)],
      reason: 'only the second one',
    });
    expect(request?.state).toBe('accepted');
    expect(command).toMatchObject({ lines: [units('b', 1)], reason: 'only the second one' });
  });

  test('of which all has left is refused by the order', () => {
    const order = orderAfter([place(), ship('p1', { lines: [units('b', 1)] })]);
    const { command } = decided(order, [aRequest({ lines: [units('b', 1)] })], { requestId: 'request-1' });
    expect(outcome(order, command)).toEqual(['refused: already_shipped']);
  });

  test('is refused for a request of another order, and for one that is decided', () => {
    const requests = [aRequest({ id: 'old', state: 'lapsed', decidedAt: now })];
    const codes = ['old', 'elsewhere'].map((requestId) => {
      const decision = decideCancellation(placed, requests, { asked: toCancel({ requestId }), at: now });
      return decision.ok ? 'accepted' : decision.refusal.code;
    });
    expect(codes).toEqual(['request_decided', 'unknown_request']);
  });
});

describe('a cancellation without a request', () => {
  test('by the official way accepts the open one if it does all that this asks for', () => {
    const request = aRequest({ lines: [units('a', 1)] });
    expect(decided(placed, [request]).request?.state).toBe('accepted');
    expect(decided(placed, [request], { lines: [units('a', 1)] }).command.requestId).toBe('request-1');
    expect(decided(placed, [request]).command.lines).toBeNull();
  });

  test('stands alone if it is about something else, or comes in another way', () => {
    const request = aRequest({ lines: [units('a', 1)] });
    expect(decided(placed, [request], { lines: [units('b', 1)] }).request).toBeNull();
    for (const source of ['seller', 'buyer_message', 'system'] as const) {
      const { request: accepted, command } = decided(placed, [request], { source });
      expect([accepted, command.requestId, command.reason]).toEqual([null, null, null]);
    }
    expect(decided(placed, [{ ...request, state: 'refused', decidedAt: now }]).request).toBeNull();
  });
});
