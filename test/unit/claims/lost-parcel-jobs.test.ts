import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/domain/orders/order.ts';
import { toLostParcelJobs, toReconsiderJobs } from '../../../workers/claims/lost-parcel-jobs.ts';
import { wakeLostParcel } from '../../../workers/deadlines/wake-lost-parcel.ts';
import { orderAfter, place, scan, scans } from '../orders/samples.ts';
import { backAgain, beforeLost, deliveredLate, lostAt, onTheWayBack, shippedOrder } from './samples.ts';

const sellerId = 'seller-1';
const placed = orderAfter([place()]);
const shipped = shippedOrder();
const delivered = shippedOrder({}, deliveredLate);

const changes = (before: Order | null, after: Order) => {
  const { set, cancel } = toLostParcelJobs({ sellerId, before, after });
  return { set: set.map(({ uniqueKey, runAt }) => [uniqueKey, runAt]), cancel };
};

describe('A parcel is watched', () => {
  test('from when it leaves', () => {
    expect(changes(placed, shipped)).toEqual({ set: [['lost:parcel-1', lostAt]], cancel: [] });
    expect(toLostParcelJobs({ sellerId, before: null, after: shipped }).set[0]).toMatchObject({
      queue: 'deadlines',
      name: 'find-lost-parcel',
      payload: { orderId: 'order-1', shipmentId: 'parcel-1' },
      refs: { channel: 'shop', order: 'S-1' },
    });
  });

  test('until it arrives or turns back', () => {
    for (const after of [delivered, shippedOrder({}, onTheWayBack)]) {
      expect(changes(shipped, after)).toEqual({ set: [], cancel: ['lost:parcel-1'] });
    }
  });

  test('again when it moves on from its buyer', () => {
    const moving = shippedOrder(
      {},
      deliveredLate,
      scans('parcel-1', scan('in_transit', '2026-03-22T10:00:00.000Z')),
    );
    expect(changes(delivered, moving)).toEqual({ set: [['lost:parcel-1', lostAt]], cancel: [] });
  });

  test('with no new wake-up for what says nothing new', () => {
    const scanned = shippedOrder({}, scans('parcel-1', scan('in_transit', '2026-03-11T10:00:00.000Z')));
    expect(changes(shipped, scanned)).toEqual({ set: [], cancel: [] });
  });

  test('by no one when it is old data or a removal', () => {
    for (const old of [{ historical: true }, { purpose: 'removal' as const }]) {
      expect(changes(null, shippedOrder(old))).toEqual({ set: [], cancel: [] });
    }
  });
});

describe('Claims are looked at again', () => {
  const jobs = (before: Order | null, after: Order, now = lostAt) =>
    toReconsiderJobs({ sellerId, before, after, now }).map(({ name, uniqueKey }) => `${name} ${uniqueKey}`);

  test('when a parcel turns up that could have been claimed', () => {
    expect(jobs(shipped, delivered)).toEqual(['reconsider reconsider:order-1']);
    expect(jobs(shipped, shippedOrder({}, onTheWayBack))).toHaveLength(1);
    expect(jobs(shippedOrder({}, onTheWayBack), shippedOrder({}, onTheWayBack, backAgain))).toHaveLength(1);
  });

  test('not when it turns up in time, was there before, or comes with its order', () => {
    expect(jobs(shipped, delivered, beforeLost)).toEqual([]);
    expect(jobs(delivered, delivered)).toEqual([]);
    expect(jobs(null, delivered)).toEqual([]);
    expect(jobs(placed, delivered)).toEqual([]);
  });

  test('of old data only when it turned up as late as that', () => {
    const old = { historical: true };
    const inTime = scans('parcel-1', scan('delivered', '2026-03-12T10:00:00.000Z'));
    expect(jobs(shippedOrder(old), shippedOrder(old, inTime))).toEqual([]);
    expect(jobs(shippedOrder(old), shippedOrder(old, deliveredLate))).toHaveLength(1);
  });
});

describe('A parcel is woken', () => {
  const wake = (order: Order | null, now = lostAt) => {
    const { verdict, jobs } = wakeLostParcel(
      { orders: { find: () => order } },
      {
        id: 'job-1',
        sellerId,
        name: 'find-lost-parcel',
        payload: { orderId: 'order-1', shipmentId: 'parcel-1' },
        refs: {},
        runAt: lostAt,
        createdAt: lostAt,
        attempts: 0,
      },
      { now, logger: {} as never },
    );
    return [verdict, jobs.map(({ queue, name, payload }) => ({ queue, name, payload }))];
  };

  test('and found lost: its claim is for another job', () => {
    const payload = { orderId: 'order-1', shipmentId: 'parcel-1' };
    expect(wake(shipped)).toEqual([
      { kind: 'done', result: { outcome: 'lost' } },
      [{ queue: 'claims', name: 'detect', payload }],
    ]);
  });

  test('too early, and sleeps on', () => {
    expect(wake(shipped, beforeLost)).toEqual([{ kind: 'later', runAt: lostAt }, []]);
  });

  test('in vain', () => {
    expect(wake(delivered)).toEqual([{ kind: 'done', result: { outcome: 'no_longer_applies' } }, []]);
    expect(wake(placed)).toEqual([{ kind: 'done', result: { outcome: 'no_longer_applies' } }, []]);
    expect(wake(null)).toEqual([{ kind: 'done', result: { outcome: 'order_gone' } }, []]);
  });
});
