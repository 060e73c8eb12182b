import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeBalances } from '../../db/repositories/refunds/change-balances.ts';
import { listRefunds } from '../../db/repositories/refunds-read/list-refunds.ts';
import { newId } from '../../src/platform/ids.ts';
import { addJobs, aJob, rowsOf } from '../support/ledger-fixture.ts';
import { until } from '../support/until.ts';
import {
  balancesOf,
  doJob,
  paidOrder,
  refundIn,
  refundJob,
  sandboxPaid,
  workRefunds,
} from './refunds-fixture.ts';
import { openRig, type Rig } from './runtime/rig.ts';
import { aReturnAddress, daysAgo, nextNumber } from './runtime/samples.ts';

let rig: Rig;
let sellerId: string;

beforeAll(async () => {
  rig = await openRig('postgres');
  await rig.begin();
  workRefunds(rig);
});
afterAll(() => rig.close());
beforeEach(async () => {
  sellerId = await rig.ledger.newSeller();
});

const units = (quantity: number) => ({ lines: [{ lineId: '1', quantity }] });
const refundsOf = (orderId: string) =>
  listRefunds(
    rig.ledger.database,
    sellerId,
    { state: null, orderId, channel: null, attention: false },
    { limit: 200, after: null },
  );
const allSettled = (orderId: string, count: number) =>
  until('all refunds are settled', async () => {
    const refunds = await refundsOf(orderId);
    return refunds.length >= count && refunds.every(({ settledAt }) => settledAt !== null) && refunds;
  });
const ask = async (orderId: string, request: Parameters<typeof refundJob>[2]) => {
  const refundId = newId();
  const row = await doJob(rig, refundJob(sellerId, orderId, request, refundId));
  return { refundId, row };
};
const setting = (kind: 'refund-policy' | 'channel', value: object, key = '') =>
  rig.ledger.admin`
    INSERT INTO setting (seller_id, kind, key, version, value)
    VALUES (${sellerId}, ${kind}, ${key}, 1, ${rig.ledger.admin.json(value as never)})`;

describe('A refund', () => {
  it('is paid, counted, and told to the buyer once', async () => {
    const orderId = await paidOrder(rig, sellerId);
    const { refundId, row } = await ask(orderId, {
      ...units(2),
      shippingMinor: 490,
      restockingFee: { percent: 20 },
    });
    expect(row.result).toMatchObject({
      refundId,
      amountMinor: 2_490,
      breakdown: { itemsMinor: 2_500, feeMinor: 500, shippingMinor: 490 },
    });
    const paid = await refundIn(rig.ledger, { sellerId, refundId, state: 'succeeded' });
    expect(paid.steps.map(({ type }) => type)).toEqual(['requested', 'called', 'succeeded']);
    expect(await balancesOf(rig.ledger, orderId)).toEqual([
      { part: 'line:1', paidMinor: 3_750, refundedMinor: 2_000 },
      { part: 'order', paidMinor: 4_240, refundedMinor: 2_490 },
      { part: 'shipping', paidMinor: 490, refundedMinor: 490 },
    ]);
    const mails = await rig.ledger
      .admin`SELECT text FROM mail WHERE message_id LIKE ${`<refund_made%${refundId}@%`}`;
    expect(mails).toHaveLength(1);
  });

  it('that asks for more than is left writes nothing', async () => {
    const orderId = await paidOrder(rig, sellerId);
    const { row } = await ask(orderId, { lines: [{ lineId: '1', amountMinor: 3_751 }] });
    expect(row).toMatchObject({ state: 'rejected', error: { code: 'amount_above_left' } });
    expect(row.error?.detail).toContain('3750 is left');
    expect(await refundsOf(orderId)).toEqual([]);
    expect(await balancesOf(rig.ledger, orderId)).toEqual([]);
  });

  it.each([
    ['decline_1', 'declined', 0, ['requested', 'called', 'declined']],
    ['book_timeout_1', 'succeeded', 1_250, ['requested', 'called', 'unknown', 'succeeded']],
    ['timeout_1', 'succeeded', 1_250, ['requested', 'called', 'unknown', 'called', 'succeeded']],
    ['twice_1', 'succeeded', 1_250, ['requested', 'called', 'pending', 'succeeded']],
  ] as const)('of %s ends %s, and the books agree', async (reference, state, paidMinor, steps) => {
    const orderId = await paidOrder(rig, sellerId, { reference });
    const { refundId } = await ask(orderId, units(1));
    const refund = await refundIn(rig.ledger, { sellerId, refundId, state });
    // The outcome that is told twice may come before the answer that it is pending.
    const types = refund.steps.map(({ type }) => type);
    if (reference === 'twice_1')
      expect(types.filter((type) => type !== 'pending')).toEqual(['requested', 'called', 'succeeded']);
    else expect(types).toEqual(steps);
    expect(await sandboxPaid(rig.ledger, orderId)).toBe(paidMinor);
    expect((await balancesOf(rig.ledger, orderId)).find(({ part }) => part === 'order')?.refundedMinor).toBe(
      paidMinor,
    );
  });

  it('of an external provider waits for its word, from nobody else than the upstream system', async () => {
    const orderId = await paidOrder(rig, sellerId, {
      payment: { status: 'verified', provider: 'external' },
    });
    const { refundId } = await ask(orderId, units(1));
    const outcome = (report: object) =>
      aJob(sellerId, {
        queue: 'refunds',
        name: 'record-outcome',
        payload: { orderId, refundId, from: 'upstream', report: { at: daysAgo(0), ...report } },
      });
    expect((await refundsOf(orderId))[0]).toMatchObject({ state: 'requested', firstCalledAt: null });
    await doJob(rig, outcome({ outcome: 'succeeded', providerRefundId: 'amzn-1' }));
    expect((await refundsOf(orderId))[0]).toMatchObject({ state: 'succeeded', providerRefundId: 'amzn-1' });
    await doJob(rig, outcome({ outcome: 'failed', code: 'account_closed' }));
    expect((await refundsOf(orderId))[0]).toMatchObject({ state: 'failed', declineCode: 'account_closed' });
    expect((await balancesOf(rig.ledger, orderId))[0]?.refundedMinor).toBe(0);

    const ours = await paidOrder(rig, sellerId);
    const own = await ask(ours, units(1));
    await refundIn(rig.ledger, { sellerId, refundId: own.refundId, state: 'succeeded' });
  });
});

describe('A refund that its provider has and will tell of', () => {
  const askNow = async (refundId: string) => {
    const [row] = await until('somebody is going to ask', async () => {
      const rows = await rig.ledger.system<{ id: string }[]>`
        UPDATE job SET run_at = now() WHERE unique_key = ${`ask:${refundId}`} AND state = 'waiting' RETURNING id`;
      return rows.length > 0 && rows;
    });
    return row?.id;
  };

  it('is asked for until it is settled, though nobody sends word', async () => {
    const orderId = await paidOrder(rig, sellerId, { reference: 'pending_1' });
    const { refundId } = await ask(orderId, units(1));
    await refundIn(rig.ledger, { sellerId, refundId, state: 'processing' });
    const asked = await askNow(refundId);
    await until('it is put off', async () => {
      const [row] = await rig.ledger.system`
        SELECT 1 FROM job WHERE id = ${asked ?? ''} AND state = 'waiting' AND run_at > now()`;
      return row !== undefined;
    });
    await askNow(refundId);
    await refundIn(rig.ledger, { sellerId, refundId, state: 'succeeded' });
  });

  it('is a matter for a person after two weeks, and never called again with another key', async () => {
    const orderId = await paidOrder(rig, sellerId, { reference: 'pending_2' });
    const { refundId } = await ask(orderId, units(1));
    // Not only called: its answer is written down as well.
    const before = await until('it is pending', async () => {
      const [refund] = await refundsOf(orderId);
      return refund?.steps.at(-1)?.type === 'pending' && refund;
    });
    await rig.ledger.admin`
      UPDATE refund SET first_called_at = first_called_at - interval '15 days' WHERE id = ${refundId}`;
    await askNow(refundId);
    const handed = await refundIn(rig.ledger, { sellerId, refundId, state: 'unknown' });
    expect(handed).toMatchObject({ attention: 'unresolved', gatewayKey: before.gatewayKey });
    expect(handed.steps.filter(({ type }) => type === 'called')).toHaveLength(1);
  });
});

describe('However many refunds run at once', () => {
  it('a hundred for one order never give more than was captured', { timeout: 120_000 }, async () => {
    const orderId = await paidOrder(rig, sellerId);
    const jobs = Array.from({ length: 100 }, (_, n) =>
      refundJob(sellerId, orderId, { lines: [{ lineId: '1', amountMinor: 37 + n }] }),
    );
    await addJobs(rig.ledger, jobs);
    const rows = await until(
      'all are decided',
      async () => {
        const all = await rowsOf(rig.ledger, { ids: jobs.map(({ id }) => id) });
        return all.every(({ finishedAt }) => finishedAt !== null) && all;
      },
      100_000,
    );
    const made = await allSettled(orderId, rows.filter(({ state }) => state === 'done').length);
    const sum = made.reduce((total, { amountMinor }) => total + amountMinor, 0);
    expect(sum).toBeLessThanOrEqual(3_750);
    // Whoever was refused asked for more than was left then, and less is left now.
    const refused = rows.flatMap(({ state }, n) => (state === 'rejected' ? [37 + n] : []));
    expect(3_750 - sum).toBeLessThan(Math.min(...refused));
    expect(await sandboxPaid(rig.ledger, orderId)).toBe(sum);
    expect(
      rows
        .filter(({ state }) => state === 'rejected')
        .every(({ error }) => error?.code === 'amount_above_left'),
    ).toBe(true);
  });

  it('PostgreSQL refuses what would pass the amount paid, and the deletion of a refund, whatever the code believes', async () => {
    const orderId = await paidOrder(rig, sellerId);
    await ask(orderId, units(3));
    const change = { sellerId, orderId, part: 'line:1', paidMinor: 3_750 };
    const write = (deltaMinor: number) =>
      rig.ledger.database.asSellers([sellerId], (tx) => changeBalances(tx, [{ ...change, deltaMinor }]));
    await expect(write(1)).rejects.toThrow(/refund_balance_cap/);
    await expect(write(-3_751)).rejects.toThrow(/refund_balance_cap/);
    await expect(
      rig.ledger.database.asSellers(
        [sellerId],
        ({ sql }) => sql`DELETE FROM refund WHERE order_id = ${orderId}`,
      ),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('Money goes back by itself', () => {
  const cancel = (orderId: string, lines: readonly object[] | null = null) =>
    aJob(sellerId, {
      queue: 'cancellations',
      name: 'cancel',
      payload: { orderId, refundId: newId(), cancel: { source: 'seller', lines } },
    });
  const shipped = async (changes: Parameters<typeof paidOrder>[2] = {}) => {
    const orderId = await paidOrder(rig, sellerId, { placedAt: daysAgo(5), ...changes });
    const trackingNumber = nextNumber();
    const shipment = { carrier: 'colissimo', trackingNumber, shippedAt: daysAgo(4) };
    await doJob(
      rig,
      aJob(sellerId, { name: 'record-shipment', payload: { orderId, shipmentId: newId(), shipment } }),
    );
    const scanAs = (historical: boolean, codes: readonly string[]) =>
      doJob(
        rig,
        aJob(sellerId, {
          queue: 'tracking',
          name: 'record',
          payload: {
            events: codes.map((code, n) => ({
              carrier: 'colissimo',
              trackingNumber,
              code,
              occurredAt: daysAgo(3 - n / 10),
              historical,
            })),
          },
        }),
      );
    const scan = Object.assign((...codes: string[]) => scanAs(false, codes), {
      historical: (...codes: string[]) => scanAs(true, codes),
    });
    return { orderId, scan };
  };

  it('when an order is cancelled in part and then wholly, with the refund named in the answer', async () => {
    const orderId = await paidOrder(rig, sellerId);
    const part = await doJob(rig, cancel(orderId, [{ lineId: '1', quantity: 1 }]));
    expect(part.result).toMatchObject({ state: 'unshipped', refundId: expect.any(String) });
    const rest = await doJob(rig, cancel(orderId));
    expect(rest.result).toMatchObject({ state: 'cancelled', refundId: expect.any(String) });
    const refunds = await allSettled(orderId, 2);
    expect(refunds.map(({ amountMinor, cause }) => [amountMinor, cause])).toEqual([
      [2_990, 'cancellation'],
      [1_250, 'cancellation'],
    ]);
    expect((await doJob(rig, cancel(orderId))).error?.code).toBe('order_called_off');
    expect(await sandboxPaid(rig.ledger, orderId)).toBe(4_240);
  });

  it('when a parcel comes back to its sender, less the fee, unless the carrier damaged it', async () => {
    await setting('refund-policy', { restockingFee: { percent: 20 } });
    const refused = await shipped();
    await refused.scan('returning', 'returned_to_sender');
    expect((await allSettled(refused.orderId, 1))[0]).toMatchObject({
      cause: 'return_to_sender',
      feeMinor: 750,
      amountMinor: 3_000,
    });
    const damaged = await shipped();
    await damaged.scan('damaged', 'returned_to_sender');
    expect((await allSettled(damaged.orderId, 1))[0]).toMatchObject({ feeMinor: 0, amountMinor: 3_750 });
  });

  it('when goods come back, if the policy says so: the return is completed with its money', async () => {
    await setting('refund-policy', { autoRefundOnReceipt: true });
    const { orderId, scan } = await shipped();
    await scan('delivered');
    const returnId = await requestReturn(orderId, 2);
    await receive(orderId, returnId, 2);
    const [refund] = await allSettled(orderId, 1);
    expect(refund).toMatchObject({
      cause: 'return_received',
      returnId,
      amountMinor: 2_500,
      state: 'succeeded',
    });
    expect(await returnOf(returnId)).toMatchObject({ state: 'completed' });
    expect(await deadlinesOf(returnId)).toEqual([]);
  });

  it('not when the policy is silent: then the time to do so runs, and stops with a refund by hand', async () => {
    const { orderId, scan } = await shipped();
    await scan('delivered');
    const returnId = await requestReturn(orderId, 2);
    await receive(orderId, returnId, 2);
    expect(await deadlinesOf(returnId)).toEqual(['refund_breach', 'refund_warning']);
    const { refundId } = await ask(orderId, units(2));
    await refundIn(rig.ledger, { sellerId, refundId, state: 'succeeded' });
    expect(await returnOf(returnId)).toMatchObject({ state: 'completed' });
    expect(await deadlinesOf(returnId)).toEqual([]);
  });

  it('and the time to do so waits for no other refund of the order, and runs again when the money is taken back', async () => {
    const { orderId, scan } = await shipped({ payment: { status: 'verified', provider: 'external' } });
    await scan('delivered');
    const returnId = await requestReturn(orderId, 1);
    const other = await ask(orderId, { lines: [{ lineId: '1', amountMinor: 111 }], returnId: null });
    await receive(orderId, returnId, 1);
    const own = await ask(orderId, { ...units(1), returnId });
    const tell = (refundId: string, outcome: string) =>
      doJob(
        rig,
        aJob(sellerId, {
          queue: 'refunds',
          name: 'record-outcome',
          payload: { orderId, refundId, from: 'upstream', report: { outcome, at: new Date().toISOString() } },
        }),
      );
    await tell(own.refundId, 'succeeded');
    // Somebody gave it by hand since the return was asked for: whether it is for it shows when it ends.
    expect(await deadlinesOf(returnId)).toHaveLength(2);
    await tell(other.refundId, 'declined');
    expect(await deadlinesOf(returnId)).toEqual([]);
    await tell(own.refundId, 'failed');
    expect(await deadlinesOf(returnId)).toEqual(['refund_breach', 'refund_warning']);
  });

  it('not because of scans that are loaded as old data', async () => {
    const { orderId, scan } = await shipped();
    await scan.historical('returned_to_sender');
    expect(await refundsOf(orderId)).toEqual([]);
    const [job] = await rig.ledger.system`SELECT 1 FROM job WHERE unique_key = ${`settle:${orderId}`}`;
    expect(job).toBeUndefined();
  });

  it('not by a link that showed another amount', async () => {
    const { orderId, scan } = await shipped();
    await scan('delivered');
    const returnId = await requestReturn(orderId, 2);
    await receive(orderId, returnId, 2);
    const payload = { orderId, returnId, cause: 'return_received', by: 'seller' };
    const press = (expectedMinor: number) =>
      doJob(
        rig,
        aJob(sellerId, { queue: 'refunds', name: 'settle-return', payload: { ...payload, expectedMinor } }),
      );
    expect((await press(1_250)).error?.code).toBe('amount_changed');
    expect(await press(2_500)).toMatchObject({ state: 'done' });
    expect((await press(2_500)).error?.code).toBe('nothing_to_refund');
  });

  it('at once when the seller lets the buyer keep the goods', async () => {
    const { orderId, scan } = await shipped();
    await scan('delivered');
    const returnId = await requestReturn(orderId, 3);
    const payload = { orderId, returnId, close: { reason: 'refund_without_return' } };
    await doJob(rig, aJob(sellerId, { queue: 'returns', name: 'close', payload }));
    expect((await allSettled(orderId, 1))[0]).toMatchObject({
      cause: 'keep_item',
      amountMinor: 3_750,
      feeMinor: 0,
    });
  });

  const requestReturn = async (orderId: string, quantity: number): Promise<string> => {
    const returnId = newId();
    const request = { requestedBy: 'seller', lines: [{ lineId: '1', quantity, reason: 'defective' }] };
    await setting('channel', { returnAddresses: [aReturnAddress] }, 'shop');
    const row = await doJob(
      rig,
      aJob(sellerId, { queue: 'returns', name: 'request', payload: { orderId, returnId, request } }),
    );
    expect(row.state).toBe('done');
    return returnId;
  };
  const receive = async (orderId: string, returnId: string, quantity: number): Promise<void> => {
    const receipt = { receivedAt: daysAgo(0), lines: [{ lineId: '1', quantity, condition: 'sellable' }] };
    const row = await doJob(
      rig,
      aJob(sellerId, { queue: 'returns', name: 'receive', payload: { orderId, returnId, receipt } }),
    );
    expect(row.error).toBeNull();
    await until('the job that looks what is owed ends', async () => {
      const [left] = await rig.ledger.admin`
        SELECT 1 FROM job WHERE queue = 'refunds' AND name = 'settle-return' AND state IN ('waiting', 'queued')`;
      return left === undefined;
    });
  };
  const returnOf = async (returnId: string) => {
    const [row] = await rig.ledger.admin<
      { state: string }[]
    >`SELECT state FROM "return" WHERE id = ${returnId}`;
    return row;
  };
  const deadlinesOf = async (returnId: string) => {
    const rows = await rig.ledger.admin<{ kind: string }[]>`
      SELECT payload ->> 'kind' AS kind FROM job
      WHERE unique_key LIKE ${`return-deadline:refund%:${returnId}`} AND state = 'waiting' ORDER BY 1`;
    return rows.map(({ kind }) => kind);
  };
});
