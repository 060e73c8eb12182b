import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadOrders } from '../../../db/repositories/orders/load-orders.ts';
import { shipmentKey } from '../../../queues/intake/natural-keys.ts';
import type { Intake, Receipt } from '../../../queues/intake/submission.ts';
import type { Order, TrackingCode } from '../../../src/domain/orders/order.ts';
import { foldTracking } from '../../../src/domain/orders/tracking.ts';
import { newId } from '../../../src/platform/ids.ts';
import { addJobs, markQueued, rowsOf } from '../../support/ledger-fixture.ts';
import { until } from '../../support/until.ts';
import { runRows } from './cases.ts';
import { kinds, openRig, type Rig } from './rig.ts';
import { aDraft, aPendingDraft, daysAgo, nextNumber, placeJob } from './samples.ts';

const carrier = 'colissimo';
const shippedAt = daysAgo(0.02);
const at = (minute: number): string => new Date(Date.parse(shippedAt) + minute * 60_000).toISOString();

/** A life of a parcel, told in the order of events. */
const life: readonly { code: TrackingCode; occurredAt: string }[] = [
  { code: 'accepted', occurredAt: at(1) },
  { code: 'in_transit', occurredAt: at(2) },
  { code: 'out_for_delivery', occurredAt: at(3) },
  { code: 'delivered', occurredAt: at(4) },
];

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

describe.each(kinds)('on %s', (kind) => {
  let rig: Rig;
  let seller: string;
  let intake: Intake;
  beforeAll(async () => {
    rig = await openRig(kind);
    seller = await rig.ledger.newSeller();
  });
  afterAll(() => rig.close());
  beforeEach(async () => {
    await rig.begin();
    intake = rig.intake();
  });
  afterEach(() => rig.end());

  const place = async (drafts: readonly ReturnType<typeof aDraft>[]): Promise<string[]> => {
    const orders = drafts.map((draft) => ({ id: newId(), draft }));
    const jobs = orders.map(({ id, draft }) => placeJob(seller, draft, id));
    await addJobs(rig.ledger, jobs);
    const ids = jobs.map(({ id }) => id);
    await markQueued(rig.ledger, ids);
    await runRows(rig.ledger, 'orders', ids);
    return orders.map(({ id }) => id);
  };

  const load = (ids: readonly string[]): Promise<Map<string, Order>> =>
    rig.ledger.database.asSellers([seller], (tx) => loadOrders(tx, ids));

  const ship = (orderId: string, trackingNumber: string): Promise<Receipt> => {
    const shipment = { shippedAt, carrier, trackingNumber };
    return intake.submit({
      sellerId: seller,
      queue: 'orders',
      name: 'record-shipment',
      payload: { orderId, shipmentId: newId(), shipment },
      refs: {},
      priority: 'interactive',
      subjectId: orderId,
      naturalKey: { kind: 'shipment', key: shipmentKey(shipment), hash: orderId },
    });
  };

  const scan = (trackingNumbers: readonly string[], events: typeof life): Promise<Receipt> =>
    intake.submit({
      sellerId: seller,
      queue: 'tracking',
      name: 'record',
      payload: {
        events: trackingNumbers.flatMap((trackingNumber) =>
          events.map((event) => ({ ...event, carrier, trackingNumber })),
        ),
      },
      refs: {},
      priority: 'interactive',
    });

  const settled = (): Promise<true> =>
    until(
      'all work on orders and parcels has ended',
      async () => {
        const rows = [
          ...(await rowsOf(rig.ledger, { queue: 'orders' })),
          ...(await rowsOf(rig.ledger, { queue: 'tracking' })),
        ];
        return rows.every(({ finishedAt }) => finishedAt !== null);
      },
      25_000,
    );

  const endings = async (): Promise<string[]> => {
    const rows = await rowsOf(rig.ledger);
    const ended = rows.filter(({ finishedAt, state }) => finishedAt !== null && state !== 'cancelled');
    return [...new Set(ended.map(({ state, error }) => `${state} ${error?.code ?? ''}`.trim()))];
  };

  it('shipments and their scans, posted at once in every order, end in the same folded state', async () => {
    const numbers = Array.from({ length: 40 }, () => nextNumber());
    const orders = await place(numbers.map(() => aDraft()));
    rig.work();
    const posts = numbers.flatMap((number, n) => [
      () => ship(orders[n] ?? '', number),
      ...life.map((event) => () => scan([number], [event])),
      // The same scan again, and all of them in one request.
      () => scan([number], shuffled(life)),
    ]);
    // Requests over several parcels, which lock in whatever order they name them.
    for (let n = 0; n < 10; n += 1) posts.push(() => scan(shuffled(numbers).slice(0, 8), shuffled(life)));
    const receipts = await Promise.all(shuffled(posts).map((post) => post()));
    expect(new Set(receipts.map((receipt) => receipt.kind))).toEqual(new Set(['accepted']));
    await settled();
    expect(await endings()).toEqual(['done']);
    const expected = foldTracking(life.map((event) => ({ ...event, eventId: null })));
    const found = await load(orders);
    for (const [n, id] of orders.entries()) {
      const order = found.get(id);
      expect(order?.state).toBe('delivered');
      expect(order?.shipments).toHaveLength(1);
      expect(order?.shipments[0]).toMatchObject({ trackingNumber: numbers[n], ...expected });
    }
    const [scans] = await rig.ledger.admin<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM tracking_event`;
    expect(scans?.count).toBe(numbers.length * life.length);
  });

  it('a payment and a shipment posted at once are never rejected', async () => {
    const orders = await place(Array.from({ length: 30 }, () => aPendingDraft(1)));
    const { buyer, shipTo } = aDraft();
    rig.work();
    await Promise.all(
      orders.flatMap((orderId) => [
        intake.submit({
          sellerId: seller,
          queue: 'orders',
          name: 'record-payment',
          payload: { orderId, payment: { status: 'verified', at: daysAgo(0.5), buyer, shipTo } },
          refs: {},
          priority: 'interactive',
          subjectId: orderId,
        }),
        ship(orderId, nextNumber()),
      ]),
    );
    await settled();
    expect(await endings()).toEqual(['done']);
    const found = await load(orders);
    expect([...found.values()].map(({ state }) => state)).toEqual(orders.map(() => 'shipped'));
  });
});
