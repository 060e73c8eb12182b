import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCsvRecord } from '../../src/api/batch/csv-record.ts';
import { newId } from '../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi, workOff } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createReturnsFixture } from '../support/returns-fixture.ts';

let pg: TestDatabase;
let api: TestApi;
let other: TestApi;
let fixture: ReturnType<typeof createReturnsFixture>;

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const lines = [{ lineId: '1', quantity: 1 }];

type Row = Record<string, string>;

const rowsOf = async (path: string, who: TestApi = api): Promise<Row[]> => {
  const response = await who.call(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
  const [header = [], ...rows] = (await response.text())
    .trimEnd()
    .split('\r\n')
    .map((text) => {
      const record = createCsvRecord(',');
      record.feed(text);
      return record.cells;
    });
  return rows.map((cells) => Object.fromEntries(header.map((name, n) => [name, cells[n] ?? ''])));
};

const itemsOf = async (path: string): Promise<Record<string, unknown>[]> => {
  const { items } = await jsonOf<{ items: Record<string, unknown>[] }>(await api.call(path));
  return items;
};

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

const refund = async (orderId: string, changes: object): Promise<void> => {
  const response = await api.post('/v1/refunds', { orderId, ...changes }, { 'idempotency-key': newId() });
  expect(response.status).toBe(202);
  await workOff(pg.database, api.sellerId);
};

/** A return with its refund, a declined refund, cancellations of both kinds, and a claim. */
beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database);
  other = await startTestApi(pg.database);
  fixture = createReturnsFixture(pg.database, api);

  const orderId = await fixture.ship({ channel: 'market' });
  const returnId = await fixture.request(orderId);
  await refund(orderId, { lines, reason: 'defective', returnId });
  const declined = await fixture.ship({ payment: { status: 'verified', reference: 'decline_1' } });
  await refund(declined, { lines, reason: '=HYPERLINK("http://evil.test";"x")' });

  const place = async (): Promise<string> =>
    (
      await fixture.done('/v1/orders', {
        channel: 'shop',
        channelOrderId: newId(),
        placedAt: daysAgo(1),
        payment: { status: 'verified' },
        currency: 'EUR',
        buyer: { name: 'Zoé', email: 'zoe@example.test' },
        shipTo: { name: 'Zoé', line1: '3 rue Haute', postalCode: '69003', city: 'Lyon', country: 'FR' },
        lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 2, unitPriceMinor: 1_250 }],
      })
    ).orderId;
  const [part, official] = [await place(), await place()];
  await fixture.done(`/v1/orders/${part}/cancellations`, {
    source: 'seller',
    reason: 'One is broken',
    lines,
  });
  const { result } = await fixture.work(`/v1/orders/${official}/cancellation-requests`, {
    requestedAt: new Date().toISOString(),
  });
  const { requestId } = result as unknown as { requestId: string };
  await fixture.done(`/v1/orders/${official}/cancellations`, { source: 'buyer_request', requestId });

  const lost = await fixture.ship({ placedAt: daysAgo(60) }, { shippedAt: daysAgo(59) });
  await fixture.done('/v1/claims', { orderId: lost, kind: 'lost' });
});

afterAll(async () => {
  await Promise.all([api.stop(), other.stop()]);
  await pg.stop();
});

describe('The report of refunds', () => {
  it('says what the list says, in the order of the requests', async () => {
    const rows = await rowsOf('/v1/reports/refunds.csv');
    const items = (await itemsOf('/v1/refunds')).reverse();
    expect(rows).toHaveLength(4);
    for (const name of [
      'refundId',
      'orderId',
      'channel',
      'channelOrderId',
      'returnId',
      'state',
      'cause',
      'requestedAt',
      'settledAt',
      'currency',
      'amountMinor',
      'providerRefundId',
      'declineCode',
    ]) {
      expect(rows.map((row) => row[name])).toEqual(items.map((item) => text(item[name])));
    }
  });

  it('gives a spreadsheet nothing to run', async () => {
    const [row] = (await rowsOf('/v1/reports/refunds.csv')).filter(({ state }) => state === 'declined');
    expect(row?.reason).toBe(`'=HYPERLINK("http://evil.test";"x")`);
  });

  it('holds a channel and a span of time, by instants or by days', async () => {
    const rows = await rowsOf('/v1/reports/refunds.csv');
    expect(await rowsOf('/v1/reports/refunds.csv?channel=market')).toEqual(
      rows.filter(({ channel }) => channel === 'market'),
    );
    const at = rows[1]?.requestedAt ?? '';
    expect(await rowsOf(`/v1/reports/refunds.csv?from=${at}`)).toEqual(rows.slice(1));
    expect(await rowsOf(`/v1/reports/refunds.csv?to=${at}`)).toEqual(rows.slice(0, 1));
    expect(await rowsOf('/v1/reports/refunds.csv?from=2099-12-31')).toEqual([]);
    expect((await api.call('/v1/reports/refunds.csv?from=yesterday')).status).toBe(422);
  });

  it('is read page by page, each row once, also of one moment', async () => {
    await pg.database.asSellers([api.sellerId], async ({ sql }) => {
      await sql`
        INSERT INTO refund (id, seller_id, order_id, channel, channel_order_id, state, cause, reason, currency,
          amount_minor, tax_minor, items_minor, fee_minor, shipping_minor, shipping_tax_minor, provider, gateway_key,
          requested_at, details)
        SELECT gen_random_uuid(), seller_id, order_id, 'many', channel_order_id, 'requested', cause, reason, currency,
          amount_minor, tax_minor, items_minor, fee_minor, shipping_minor, shipping_tax_minor, provider,
          'many-' || n, '2026-05-07T14:00:00Z', details
        FROM (SELECT * FROM refund ORDER BY id LIMIT 1) AS one, generate_series(1, 1_203) AS n`;
    });
    const ids = (await rowsOf('/v1/reports/refunds.csv?channel=many')).map(({ refundId }) => refundId);
    expect([ids.length, new Set(ids).size]).toEqual([1_203, 1_203]);
  });
});

describe('The report of returns', () => {
  it('says what the return says, and what its buyer has had back', async () => {
    const [row, ...others] = await rowsOf('/v1/reports/returns.csv');
    expect(others).toEqual([]);
    const shown = await jsonOf(await api.call(`/v1/returns/${row?.returnId}`));
    expect(row).toMatchObject({
      returnId: shown.returnId,
      orderId: shown.orderId,
      channel: 'market',
      state: shown.state,
      requestedBy: 'buyer',
      requestedAt: shown.requestedAt,
      reasons: 'defective',
      units: '1',
      receivedUnits: '0',
      currency: 'EUR',
      refundedMinor: '1250',
    });
  });
});

describe('The report of cancellations', () => {
  it('has a row for each, official requests with when they were made', async () => {
    const rows = await rowsOf('/v1/reports/cancellations.csv');
    const [request] = await itemsOf('/v1/cancellation-requests');
    expect(rows).toMatchObject([
      {
        source: 'seller',
        reason: 'One is broken',
        whole: 'false',
        units: '1',
        lines: JSON.stringify(lines),
        requestId: '',
        requestedAt: '',
      },
      {
        source: 'buyer_request',
        whole: 'true',
        units: '2',
        requestId: request?.requestId,
        requestedAt: request?.requestedAt,
      },
    ]);
  });
});

describe('The report of claims', () => {
  it('says what the list says', async () => {
    const [item] = await itemsOf('/v1/claims');
    const [row] = await rowsOf('/v1/reports/claims.csv');
    expect(row).toMatchObject({
      claimId: item?.claimId,
      kind: 'lost',
      state: item?.state,
      eligibleAt: item?.eligibleAt,
      closesAt: item?.closesAt,
      currency: 'EUR',
      amountMinor: String(item?.amountMinor),
      units: '2',
      reimbursedMinor: '',
    });
  });
});

describe('Every report', () => {
  it.each(['returns', 'refunds', 'cancellations', 'claims'])(
    '%s: holds nothing of another seller',
    async (name) => {
      const path = `/v1/reports/${name}.csv`;
      expect(await rowsOf(path, other)).toEqual([]);
      expect((await fetch(api.url + path)).status).toBe(401);
      expect((await api.call(path)).headers.get('content-disposition')).toBe(
        `attachment; filename="${name}.csv"`,
      );
    },
  );
});
