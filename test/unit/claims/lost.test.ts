import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/domain/claims/decide.ts';
import { lostAtOf, whereaboutsOf } from '../../../src/domain/claims/lost.ts';
import type { OrderCommand } from '../../../src/domain/orders/commands.ts';
import type { Order, OrderDraft, TrackingCode } from '../../../src/domain/orders/order.ts';
import { orderAfter, place, scan, scans, ship, shipTo } from '../orders/samples.ts';
import { context, lostAt, shippedOrder } from './samples.ts';

const firstLostAt = (order: Order, n = 0): string | null => {
  const parcel = order.shipments[n];
  if (parcel === undefined) throw new Error('no parcel');
  return lostAtOf(order, parcel);
};

const scanned = (...codes: readonly TrackingCode[]): Order =>
  shippedOrder(
    {},
    scans('parcel-1', ...codes.map((code, n) => scan(code, `2026-03-1${n + 1}T08:00:00.000Z`))),
  );

describe('A parcel counts as lost', () => {
  test('when the seventh local day after the promised one has ended at its destination', () => {
    const order = shippedOrder();
    expect(order.promises.at(-1)?.latest).toBe('2026-03-13');
    expect(firstLostAt(order)).toBe(lostAt);
  });

  test('by the days of its destination, also where those are far from the centre', () => {
    const reunion = { ...shipTo, postalCode: '97400', city: 'Saint-Denis' };
    const lane = orderAfter([
      place({ shipTo: { ...shipTo, country: 'PT', postalCode: '9500-001', city: 'Ponta Delgada' } }),
      ship(),
    ]);
    // The Azores are an hour behind UTC.
    expect(firstLostAt(lane)).toBe('2026-03-21T01:00:00.000Z');
    const order: Order = { ...shippedOrder(), shipTo: reunion };
    expect(firstLostAt(order)).toBe('2026-03-20T20:00:00.000Z');
  });

  test('by days and not by hours where a clock changes in between', () => {
    // Summer time begins on the 29th: the week has an hour less.
    const order = orderAfter([
      place({ placedAt: '2026-03-20T09:00:00.000Z' }),
      ship('parcel-1', { shippedAt: '2026-03-20T14:00:00.000Z' }),
    ]);
    expect(order.promises.at(-1)?.latest).toBe('2026-03-24');
    expect(firstLostAt(order)).toBe('2026-03-31T22:00:00.000Z');
  });

  test('by its own promise, and by the first one of the order where it has none', () => {
    const order = orderAfter([place(), ship('parcel-1', { shippedAt: '2026-03-16T14:00:00.000Z' })]);
    expect(order.promises.map(({ latest }) => latest)).toEqual(['2026-03-13', '2026-03-19']);
    expect(firstLostAt(order)).toBe('2026-03-26T23:00:00.000Z');
    const [first] = order.promises;
    expect(firstLostAt({ ...order, promises: first === undefined ? [] : [first] })).toBe(lostAt);
  });

  test('each parcel by its own promise', () => {
    const part: OrderCommand[] = [
      place(),
      ship('parcel-1', { lines: [{ lineId: 'b', quantity: 1 }] }),
      ship('parcel-2', { shippedAt: '2026-03-16T14:00:00.000Z' }),
    ];
    const order = orderAfter(part);
    expect([firstLostAt(order, 0), firstLostAt(order, 1)]).toEqual([lostAt, '2026-03-26T23:00:00.000Z']);
  });

  test('also when its address was anonymised meanwhile', () => {
    expect(firstLostAt({ ...shippedOrder(), shipTo: null })).toBe(lostAt);
  });

  test.each([['in_transit'], ['exception'], ['damaged'], ['lost'], ['out_for_delivery']] as const)(
    'whatever %s says',
    (code) => {
      expect(firstLostAt(scanned(code))).toBe(lostAt);
    },
  );
});

describe('A parcel is never lost', () => {
  test.each([['delivered'], ['returning'], ['returned_to_sender']] as const)('when it is %s', (code) => {
    expect(firstLostAt(scanned('in_transit', code))).toBeNull();
  });

  test('when it was delivered and only a remark came after it', () => {
    expect(firstLostAt(scanned('delivered', 'damaged'))).toBeNull();
  });

  test.each<[string, Partial<OrderDraft>]>([
    ['it is a removal', { purpose: 'removal' }],
    ['it is old data', { historical: true }],
  ])('by itself when %s', (_, changes) => {
    expect(firstLostAt(shippedOrder(changes))).toBeNull();
  });

  test('by itself when the parcel alone is old data', () => {
    expect(firstLostAt(orderAfter([place(), ship('parcel-1', { historical: true })]))).toBeNull();
  });

  test('but may be lost after all when it leaves its buyer again', () => {
    const order = scanned('delivered', 'in_transit');
    expect(firstLostAt(order)).toBe(lostAt);
    expect(order.shipments.map(whereaboutsOf)).toEqual(['on_its_way']);
  });
});

test('A parcel that was on its way back is not lost, whatever its carrier scans after that', () => {
  const at = context();
  const [parcel] = at.order.shipments;
  if (parcel === undefined) throw new Error('no parcel');
  const turned = { ...at, turnedBack: new Set([parcel.id]) };
  const detect = { type: 'detect_lost', shipmentId: parcel.id } as const;
  expect(decide([], detect, at)).toMatchObject({ ok: true, value: [{ type: 'made' }] });
  expect(decide([], detect, turned)).toEqual({ ok: true, value: [] });
  const open = { type: 'open', claimId: 'claim-1', kind: 'lost', lines: null } as const;
  expect(decide([], open, turned)).toMatchObject({ refusal: { code: 'parcel_returning' } });
});
