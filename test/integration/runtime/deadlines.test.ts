import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadOrders } from '../../../db/repositories/orders/load-orders.ts';
import { saveSetting } from '../../../db/repositories/settings/save-setting.ts';
import { defaultDeliveryPolicy } from '../../../src/domain/delivery/default-policy.ts';
import type { DeadlineKind } from '../../../src/domain/orders/commands.ts';
import { newId } from '../../../src/platform/ids.ts';
import {
  addJobs,
  aJob,
  emptyLedger,
  type Ledger,
  markQueued,
  openLedger,
  rowOf,
} from '../../support/ledger-fixture.ts';
import { runRows } from './cases.ts';
import { aDraft, aPendingDraft, daysAgo, nextNumber, placeJob } from './samples.ts';

let ledger: Ledger;
let seller: string;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
beforeEach(async () => {
  await emptyLedger(ledger);
  seller = await ledger.newSeller();
});

const runNow = async (job: ReturnType<typeof aJob>): Promise<void> => {
  await addJobs(ledger, [job]);
  await markQueued(ledger, [job.id]);
  await runRows(ledger, job.queue as 'orders', [job.id]);
};

const place = async (draft: ReturnType<typeof aDraft>): Promise<string> => {
  const orderId = newId();
  await runNow(placeJob(seller, draft, orderId));
  return orderId;
};

const command = (orderId: string, name: string, payload: object) =>
  runNow(aJob(seller, { name, payload: { orderId, ...payload }, subjectId: orderId }));

interface DeadlineRow {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly state: string;
  readonly runAt: string;
}

const deadlinesOf = async (orderId: string): Promise<DeadlineRow[]> =>
  ledger.admin<DeadlineRow[]>`
    SELECT id, payload ->> 'kind' AS kind, state, run_at::text AS "runAt" FROM job
    WHERE queue = 'deadlines' AND name = 'meet-order-deadline' AND payload ->> 'orderId' = ${orderId} ORDER BY kind, id`;

const openKinds = async (orderId: string): Promise<string[]> =>
  (await deadlinesOf(orderId)).filter(({ state }) => state === 'waiting').map(({ kind }) => kind);

/** Wakes the order with each of its deadlines, due or not; gives what became of them. */
const wake = async (orderId: string, times = 1): Promise<unknown[]> => {
  const rows = (await deadlinesOf(orderId)).filter(({ state }) => state === 'waiting');
  const ids = rows.map(({ id }) => id);
  for (let n = 0; n < times; n += 1) {
    await markQueued(ledger, ids);
    await runRows(ledger, 'deadlines', ids);
  }
  return Promise.all(ids.map(async (id) => (await rowOf(ledger, id)).result));
};

const alertsOf = async (orderId: string): Promise<string[]> => {
  const rows = await ledger.admin<
    { kind: string }[]
  >`SELECT kind FROM alert WHERE order_id = ${orderId} ORDER BY kind`;
  return rows.map(({ kind }) => kind);
};

const orderOf = async (orderId: string) => {
  const found = await ledger.database.asSellers([seller], (tx) => loadOrders(tx, [orderId]));
  return found.get(orderId);
};

const autoCancelAfter = (days: number | null): Promise<unknown> =>
  saveSetting(
    ledger.database,
    seller,
    { kind: 'delivery-policy', key: '' },
    { value: { ...defaultDeliveryPolicy, autoCancelUnshippedDays: days }, expectedVersion: null },
  );

describe('a pending order', () => {
  it('past its 21 days is cancelled by the system, with one alert, however often it is woken', async () => {
    const orderId = await place(aPendingDraft(22));
    expect(await openKinds(orderId)).toEqual(['payment_expiry']);
    await wake(orderId, 3);
    expect(await orderOf(orderId)).toMatchObject({
      state: 'cancelled',
      cancellation: { source: 'system', reason: 'payment_expired' },
    });
    expect(await alertsOf(orderId)).toEqual(['payment_expired']);
    expect(await openKinds(orderId)).toEqual([]);
  });

  it('woken too early goes back to sleep until its time, and uses no attempt', async () => {
    const orderId = await place(aPendingDraft(20));
    const [before] = await deadlinesOf(orderId);
    await wake(orderId);
    const [after] = await deadlinesOf(orderId);
    expect(after).toEqual(before);
    expect((await orderOf(orderId))?.state).toBe('pending');
    expect((await rowOf(ledger, before?.id ?? '')).attempts).toBe(0);
  });

  it('that was paid meanwhile is left alone by a deadline that comes late', async () => {
    const orderId = await place(aPendingDraft(22));
    const [late] = await deadlinesOf(orderId);
    const { buyer, shipTo } = aDraft();
    await command(orderId, 'record-payment', {
      payment: { status: 'verified', at: daysAgo(2), buyer, shipTo },
    });
    expect((await rowOf(ledger, late?.id ?? '')).state).toBe('cancelled');
    // As if its cancellation had come while it was on its way.
    await markQueued(ledger, [late?.id ?? '']);
    await runRows(ledger, 'deadlines', [late?.id ?? '']);
    expect((await rowOf(ledger, late?.id ?? '')).result).toEqual({ outcome: 'no_longer_applies' });
    expect((await orderOf(orderId))?.state).toBe('unshipped');
    expect(await alertsOf(orderId)).toEqual([]);
  });
});

describe('an unshipped order', () => {
  it('past its delivery date raises one alert, however often it is woken', async () => {
    await autoCancelAfter(null);
    const orderId = await place(aDraft({ placedAt: daysAgo(40) }));
    expect(await openKinds(orderId)).toEqual(['unshipped_by_edd']);
    await wake(orderId, 3);
    expect(await alertsOf(orderId)).toEqual(['not_shipped_by_edd']);
    expect((await orderOf(orderId))?.state).toBe('unshipped');
    expect(await openKinds(orderId)).toEqual([]);
  });

  it('is cancelled by policy, with an alert', async () => {
    await autoCancelAfter(7);
    const orderId = await place(aDraft({ placedAt: daysAgo(40) }));
    expect(await openKinds(orderId)).toEqual(['auto_cancel', 'unshipped_by_edd']);
    await wake(orderId, 2);
    expect(await orderOf(orderId)).toMatchObject({
      state: 'cancelled',
      cancellation: { source: 'system', reason: 'not_shipped' },
    });
    expect(await alertsOf(orderId)).toContain('auto_cancelled');
    expect(new Set(await alertsOf(orderId)).size).toBe((await alertsOf(orderId)).length);
    expect(await openKinds(orderId)).toEqual([]);
  });

  it('that left has no deadline any more', async () => {
    const orderId = await place(aDraft({ placedAt: daysAgo(40) }));
    const shipment = { shippedAt: daysAgo(1), carrier: 'colissimo', trackingNumber: nextNumber() };
    await command(orderId, 'record-shipment', { shipmentId: newId(), shipment });
    expect(await openKinds(orderId)).toEqual([]);
    expect(await wake(orderId)).toEqual([]);
    expect(await alertsOf(orderId)).toEqual([]);
  });
});

it.each([
  ['pending', aPendingDraft(100, { historical: true })],
  ['unshipped', aDraft({ placedAt: daysAgo(100), historical: true })],
])('a historical %s order has no deadline and stays silent', async (state, draft) => {
  const orderId = await place(draft);
  expect((await orderOf(orderId))?.state).toBe(state);
  expect(await deadlinesOf(orderId)).toEqual([]);
  expect(await alertsOf(orderId)).toEqual([]);
});

it('a deadline of an order that is gone does nothing', async () => {
  const job = aJob(seller, {
    queue: 'deadlines',
    name: 'meet-order-deadline',
    payload: { orderId: newId(), kind: 'payment_expiry' },
  });
  await runNow(job);
  expect(await rowOf(ledger, job.id)).toMatchObject({ state: 'done', result: { outcome: 'order_gone' } });
});
