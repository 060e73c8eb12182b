import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isDeliveredLate,
  isDeliveryJudged,
  isInWindow,
  isShippedLate,
  isShippingJudged,
  type RateFacts,
  rateFactsOf,
  shippingRates,
} from '../../../src/domain/orders/rates.ts';
import { percentHalfUp } from '../../../src/domain/percent.ts';
import { delivered, orderAfter, place, placedAt, scans, ship } from './samples.ts';

const facts = (changes: Partial<RateFacts> = {}): RateFacts => ({
  purpose: 'sale',
  placedAt,
  shipByEndsAt: '2026-03-10T23:00:00.000Z',
  latestAt: '2026-03-13T23:00:00.000Z',
  shippedAt: null,
  deliveredAt: null,
  calledOffAt: null,
  returnedToSender: false,
  ...changes,
});

const inTime = '2026-03-10T22:59:59.999Z';
const onTheEnd = '2026-03-10T23:00:00.000Z';
const much = '2026-04-01T00:00:00.000Z';

describe('late shipment', () => {
  test('is leaving after the ship-by day has ended at the centre', () => {
    expect(isShippedLate(facts({ shippedAt: inTime }), much)).toBe(false);
    expect(isShippedLate(facts({ shippedAt: onTheEnd }), much)).toBe(true);
  });

  test('is also not having left when the day is over', () => {
    expect(isShippedLate(facts(), onTheEnd)).toBe(true);
    expect(isShippingJudged(facts(), inTime)).toBe(false);
  });

  test('does not judge what was called off before it left, nor what was never promised', () => {
    expect(isShippingJudged(facts({ calledOffAt: inTime }), much)).toBe(false);
    expect(isShippingJudged(facts({ shipByEndsAt: null }), much)).toBe(false);
  });

  test('sees only what had happened by then', () => {
    expect(isShippedLate(facts({ shippedAt: '2026-03-11T08:00:00.000Z' }), inTime)).toBe(false);
    expect(isShippingJudged(facts({ calledOffAt: much }), onTheEnd)).toBe(true);
  });
});

describe('late delivery', () => {
  test('is judged against the first promise, whatever the later ones said', () => {
    const slow = { shippedAt: '2026-03-13T14:00:00.000Z' };
    const arrived = { ...delivered, occurredAt: '2026-03-16T10:00:00.000Z' };
    const order = orderAfter([place(), ship('p1', slow), scans('p1', arrived)]);
    const [first, second] = order.promises;
    expect((second?.latestAt ?? '') > (first?.latestAt ?? '')).toBe(true);
    expect(rateFactsOf(order)).toMatchObject({
      latestAt: first?.latestAt,
      shippedAt: slow.shippedAt,
      deliveredAt: arrived.occurredAt,
    });
    expect(isDeliveredLate(rateFactsOf(order), much)).toBe(true);
  });

  test('counts what did not arrive once the window is over, shipped or not', () => {
    expect(isDeliveryJudged(facts({ shippedAt: inTime }), '2026-03-13T22:00:00.000Z')).toBe(false);
    expect(isDeliveredLate(facts({ shippedAt: inTime }), much)).toBe(true);
    expect(isDeliveredLate(facts(), much)).toBe(true);
  });

  test('does not judge what came back or was called off', () => {
    expect(isDeliveryJudged(facts({ returnedToSender: true }), much)).toBe(false);
    expect(isDeliveryJudged(facts({ calledOffAt: inTime }), much)).toBe(false);
  });

  test('the last parcel decides', () => {
    const order = orderAfter([
      place(),
      ship('p1', { lines: [{ lineId: 'a', quantity: 2 }], scans: [delivered] }),
    ]);
    expect(rateFactsOf(order)).toMatchObject({ shippedAt: null, deliveredAt: null });
  });
});

describe('the window', () => {
  test('is open at its beginning and closed at its end', () => {
    expect(isInWindow(facts({ placedAt: '2026-03-03T00:00:00.000Z' }), '2026-03-10T00:00:00.000Z', 7)).toBe(
      false,
    );
    expect(isInWindow(facts({ placedAt: '2026-03-03T00:00:00.001Z' }), '2026-03-10T00:00:00.000Z', 7)).toBe(
      true,
    );
    expect(isInWindow(facts(), placedAt, 7)).toBe(true);
  });

  test('holds no removals', () => {
    expect(isInWindow(facts({ purpose: 'removal' }), placedAt, 90)).toBe(false);
  });
});

describe('percent', () => {
  test("gives the seller page's figures", () => {
    expect([1, 14, 4, 26, 8].map((n, i) => percentHalfUp(n, [2, 18, 18, 34, 34][i] ?? 0))).toEqual([
      50, 78, 22, 76, 24,
    ]);
  });

  test('rounds half up, and nothing of nothing is 0', () => {
    expect(percentHalfUp(1, 8)).toBe(13);
    expect(percentHalfUp(57, 200)).toBe(29);
    expect(percentHalfUp(0, 0)).toBe(0);
  });

  test('is within half a percent of the exact share', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
        const [count, of] = [Math.min(a, b), Math.max(a, b, 1)];
        const off = percentHalfUp(count, of) * of - 100 * count;
        expect(2 * off > -of && 2 * off <= of).toBe(true);
      }),
    );
  });

  test('the figures carry counts beside shares', () => {
    const counts = [
      { days: 7, lateShipment: { count: 1, of: 8 }, lateDelivery: { count: 0, of: 0 } },
    ] as const;
    expect(shippingRates(placedAt, null, counts)).toEqual({
      asOf: placedAt,
      channel: null,
      windows: [
        {
          days: 7,
          lateShipment: { count: 1, of: 8, percent: 13 },
          lateDelivery: { count: 0, of: 0, percent: 0 },
        },
      ],
    });
  });
});
