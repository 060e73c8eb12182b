import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderExample, shipmentExample } from '../../src/api/orders/examples.ts';
import { newId } from '../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi, workOff } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

let pg: TestDatabase;
let api: TestApi;
let other: TestApi;

beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database);
  other = await startTestApi(pg.database);
});

afterAll(async () => {
  await Promise.all([api.stop(), other.stop()]);
  await pg.stop();
});

let number = 0;
const newOrder = (changes: object = {}) => {
  number += 1;
  return { ...orderExample, channelOrderId: `T-${number}`, ...changes };
};

interface Accepted {
  readonly jobId: string;
  readonly status: string;
}

interface Job extends Accepted {
  readonly result: { readonly orderId: string; readonly shipmentId: string };
}

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly path: string; readonly code: string }[];
}

/** Places an order and lets it be worked; gives its id. */
const placed = async (changes: object = {}): Promise<string> => {
  const { jobId } = await jsonOf<Accepted>(await api.post('/v1/orders', newOrder(changes)));
  await workOff(pg.database, api.sellerId);
  return (await jsonOf<Job>(await api.call(`/v1/jobs/${jobId}`))).result.orderId;
};

const countJobs = async (order: string): Promise<number> => {
  const rows = await pg.database.system`
    SELECT 1 FROM job WHERE seller_id = ${api.sellerId} AND refs ->> 'order' = ${order}`;
  return rows.length;
};

describe('POST /v1/orders', () => {
  it('commits the work and answers 202 with the job and where to find it', async () => {
    const response = await api.post('/v1/orders', newOrder());
    expect(response.status).toBe(202);
    const { jobId, ...rest } = await jsonOf<Accepted>(response);
    expect(rest).toEqual({ status: 'waiting', links: { self: `http://navette.test/v1/jobs/${jobId}` } });
    expect(response.headers.get('location')).toBe(`/v1/jobs/${jobId}`);
    const job = await jsonOf(await api.call(`/v1/jobs/${jobId}`));
    expect(job).toMatchObject({ jobId, queue: 'orders', name: 'place', status: 'waiting', attempts: 0 });
    expect(job).not.toHaveProperty('error');
  });

  it('answers 200 with the finished job when the caller prefers to wait', async () => {
    const pending = api.post('/v1/orders', newOrder({ channelOrderId: 'waits' }), { prefer: 'wait=20' });
    await until('the job is there', async () => (await countJobs('waits')) > 0);
    await workOff(pg.database, api.sellerId);
    const response = await pending;
    expect(response.status).toBe(200);
    expect(response.headers.get('preference-applied')).toBe('wait=20');
    const job = await jsonOf(response);
    expect(job).toMatchObject({
      status: 'done',
      result: { state: 'unshipped', promise: { lane: expect.any(String) } },
    });
  });

  it('answers 202 when the job does not end in time', async () => {
    const response = await api.post('/v1/orders', newOrder(), { prefer: 'wait=1' });
    expect(response.status).toBe(202);
    expect(await jsonOf(response)).toMatchObject({ status: 'waiting' });
  });

  it('keeps the work of a client that goes away while it waits', async () => {
    const client = new AbortController();
    const order = JSON.stringify(newOrder({ channelOrderId: 'gone' }));
    const headers = { 'content-type': 'application/json', prefer: 'wait=30' };
    const { signal } = client;
    const pending = api.call('/v1/orders', { method: 'POST', headers, body: order, signal });
    await until('the job is there', async () => (await countJobs('gone')) > 0);
    client.abort();
    await expect(pending).rejects.toThrow();
    await workOff(pg.database, api.sellerId);
    const { items } = await jsonOf<{ items: object[] }>(await api.call('/v1/orders?channelOrderId=gone'));
    expect(items).toHaveLength(1);
  });

  it('stops waiting when the process is asked to stop', async () => {
    const stopping = new AbortController();
    const stoppable = await startTestApi(pg.database, { stopping: stopping.signal });
    const pending = stoppable.post('/v1/orders', newOrder(), { prefer: 'wait=30' });
    await until('the job is there', async () => {
      const rows = await pg.database.system`SELECT 1 FROM job WHERE seller_id = ${stoppable.sellerId}`;
      return rows.length > 0;
    });
    stopping.abort();
    expect((await pending).status).toBe(202);
    expect((await stoppable.call('/readyz')).status).toBe(503);
    await stoppable.stop();
  });

  it('shows a refusal by a business rule as a rejected job', async () => {
    const shipTo = { ...orderExample.shipTo, country: 'CH', postalCode: '8001', city: 'Zürich' };
    const { jobId } = await jsonOf<Accepted>(await api.post('/v1/orders', newOrder({ shipTo })));
    await workOff(pg.database, api.sellerId);
    const job = await jsonOf(await api.call(`/v1/jobs/${jobId}`));
    expect(job).toMatchObject({
      status: 'rejected',
      error: { code: expect.any(String), detail: expect.any(String) },
    });
    expect(job).not.toHaveProperty('result');
  });
});

describe('The same work again', () => {
  it('is the same job under an Idempotency-Key, whatever the writing of the body', async () => {
    const order = newOrder();
    const key = { 'idempotency-key': newId() };
    const first = await jsonOf<Accepted>(await api.post('/v1/orders', order, key));
    const reordered = Object.fromEntries(Object.entries(order).reverse());
    const again = await api.post('/v1/orders', { ...reordered, placedAt: '2026-05-07T12:00:00Z' }, key);
    expect(again.status).toBe(202);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await jsonOf<Accepted>(again)).jobId).toBe(first.jobId);
  });

  it('is refused when the key comes with another body', async () => {
    const key = { 'idempotency-key': newId() };
    await api.post('/v1/orders', newOrder(), key);
    const other = await api.post('/v1/orders', newOrder(), key);
    expect(other.status).toBe(422);
    expect(await jsonOf(other)).toMatchObject({ code: 'idempotency_key_reused', status: 422 });
  });

  it('is the same job by the order number alone, and a conflict when the content differs', async () => {
    const order = newOrder();
    const { jobId } = await jsonOf<Accepted>(await api.post('/v1/orders', order));
    const same = await api.post('/v1/orders', order);
    expect([same.status, same.headers.get('idempotent-replayed')]).toEqual([202, 'true']);
    expect((await jsonOf<Accepted>(same)).jobId).toBe(jobId);
    const changed = await api.post('/v1/orders', { ...order, shippingMinor: 1 });
    expect(changed.status).toBe(409);
    expect(await jsonOf(changed)).toMatchObject({ code: 'order_conflict', jobId });
  });

  it('makes one job when 50 clients send one key at once', async () => {
    const order = newOrder({ channelOrderId: 'crowd' });
    const key = { 'idempotency-key': newId() };
    const responses = await Promise.all(Array.from({ length: 50 }, () => api.post('/v1/orders', order, key)));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([202]));
    const jobs = await Promise.all(responses.map((response) => jsonOf<Accepted>(response)));
    expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(1);
    expect(await countJobs('crowd')).toBe(1);
    const fresh = responses.filter((response) => response.headers.get('idempotent-replayed') === null);
    expect(fresh).toHaveLength(1);
  });

  it('belongs to one seller: another may use the same key and number', async () => {
    const order = newOrder();
    const key = { 'idempotency-key': newId() };
    const ours = await jsonOf<Accepted>(await api.post('/v1/orders', order, key));
    const theirs = await other.post('/v1/orders', order, key);
    expect(theirs.headers.get('idempotent-replayed')).toBeNull();
    expect((await jsonOf<Accepted>(theirs)).jobId).not.toBe(ours.jobId);
  });

  it('refuses an Idempotency-Key that is none, before anything is committed', async () => {
    const order = newOrder({ channelOrderId: 'bad-key' });
    const response = await api.post('/v1/orders', order, { 'idempotency-key': 'x'.repeat(256) });
    expect(response.status).toBe(400);
    expect(await jsonOf(response)).toMatchObject({ code: 'idempotency_key_invalid' });
    const prefer = await api.post('/v1/orders', order, { prefer: 'wait=soon' });
    expect([prefer.status, (await jsonOf(prefer)).code]).toEqual([400, 'prefer_invalid']);
    expect(await countJobs('bad-key')).toBe(0);
  });
});

describe('Bad orders', () => {
  const line = orderExample.lines[0];
  const shipTo = orderExample.shipTo;

  it.each([
    ['a quantity below one', { lines: [{ ...line, quantity: -1 }] }, 'lines[0].quantity', 'too_small'],
    [
      'a title of a megabyte',
      { lines: [{ ...line, title: 'x'.repeat(1 << 20) }] },
      'lines[0].title',
      'too_big',
    ],
    [
      '10,000 lines',
      { lines: Array.from({ length: 10_000 }, (_, n) => ({ ...line, lineId: `${n}` })) },
      'lines',
      'too_big',
    ],
    ['no lines', { lines: [] }, 'lines', 'too_small'],
    ['a date of the last century', { placedAt: '1926-05-07T14:00:00Z' }, 'placedAt', 'invalid_value'],
    ['a time without an offset', { placedAt: '2026-05-07T14:00:00' }, 'placedAt', 'invalid_format'],
    ['no currency', { currency: undefined }, 'currency', 'required'],
    ['a currency that does not exist', { currency: 'ZZZ' }, 'currency', 'currency_unknown'],
    ['a NUL character', { lines: [{ ...line, title: 'a\0b' }] }, 'lines[0].title', 'invalid_value'],
    ['half a surrogate pair', { lines: [{ ...line, title: '\ud800' }] }, 'lines[0].title', 'invalid_value'],
    [
      'a country that does not exist',
      { shipTo: { ...shipTo, country: 'QQ' } },
      'shipTo.country',
      'country_unknown',
    ],
    [
      'an impossible postal code',
      { shipTo: { ...shipTo, postalCode: '7501' } },
      'shipTo.postalCode',
      'postal_code_invalid',
    ],
    [
      'a region that does not exist',
      { shipTo: { ...shipTo, region: 'FR-999' } },
      'shipTo.region',
      'region_unknown',
    ],
    [
      'a region of another country',
      { shipTo: { ...shipTo, region: 'DE-BY' } },
      'shipTo.region',
      'region_unknown',
    ],
    ['a lineId twice', { lines: [line, line] }, 'lines[1].lineId', 'line_duplicate'],
    [
      'a discount above its line',
      { lines: [{ ...line, discountMinor: 1e9 }] },
      'lines[0].discountMinor',
      'discount_above_line',
    ],
    ['a verified order without a buyer', { buyer: undefined }, 'buyer', 'required'],
    ['a verified order without an address', { shipTo: null }, 'shipTo', 'required'],
    ['an amount with a fraction', { shippingMinor: 1.5 }, 'shippingMinor', 'invalid_type'],
  ])('%s gets 422 with its path', async (_, changes, path, code) => {
    const response = await api.post('/v1/orders', newOrder(changes));
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = await jsonOf<Problem>(response);
    expect(problem.code).toBe('invalid_request');
    expect(problem.errors.map((error) => [error.path, error.code])).toContainEqual([path, code]);
  });

  it('lists every wrong field at once', async () => {
    const response = await api.post(
      '/v1/orders',
      newOrder({ channel: '', currency: 'eur', lines: [{ ...line, sku: 1 }] }),
    );
    const { errors } = await jsonOf<Problem>(response);
    expect(errors.map(({ path }) => path)).toEqual(['channel', 'currency', 'lines[0].sku']);
  });

  it('may lack buyer and address while the payment is pending', async () => {
    const pending = newOrder({ payment: { status: 'pending' }, buyer: undefined, shipTo: undefined });
    expect((await api.post('/v1/orders', pending)).status).toBe(202);
  });
});

describe('An order', () => {
  it('is read with its lines, promises, parcels and their scans', async () => {
    const tracked = await startTestApi(pg.database, {
      trackingUrlOf: ({ id }) => `http://navette.test/t/${id}`,
    });
    const { jobId } = await jsonOf<Accepted>(await tracked.post('/v1/orders', newOrder()));
    await workOff(pg.database, tracked.sellerId);
    const { result } = await jsonOf<Job>(await tracked.call(`/v1/jobs/${jobId}`));
    const path = `/v1/orders/${result.orderId}`;
    const shipped = await tracked.post(`${path}/shipments`, shipmentExample);
    expect(shipped.status).toBe(202);
    await workOff(pg.database, tracked.sellerId);
    const { carrier, trackingNumber } = shipmentExample;
    const scan = { carrier, trackingNumber, code: 'in_transit', occurredAt: '2026-05-09T08:00:00Z' };
    expect((await tracked.post('/v1/tracking-events', [scan, scan])).status).toBe(202);
    await workOff(pg.database, tracked.sellerId);
    expect(await jsonOf(await tracked.call(path))).toMatchObject({
      orderId: result.orderId,
      state: 'shipped',
      placedAt: '2026-05-07T12:00:00.000Z',
      payment: { status: 'verified', provider: 'sandbox', capturedMinor: 3070 },
      lines: [{ lineId: '1', quantity: 2, discountMinor: 0, returnable: true }],
      promises: [
        { sequence: 1, shipmentId: null },
        { sequence: 2, shipmentId: expect.any(String) },
      ],
      promise: { sequence: 2 },
      shipments: [
        { carrier, trackingNumber, status: 'in_transit', trackingEvents: [{ code: 'in_transit' }] },
      ],
      returns: [],
      refunds: [],
      claims: [],
      trackingUrl: `http://navette.test/t/${result.orderId}`,
    });
    await tracked.stop();
  });

  it('is not found by another seller, neither it nor its job, and nothing can be done to it', async () => {
    const orderId = await placed();
    const [job] = await pg.database.system<{ id: string }[]>`
      SELECT id FROM job WHERE seller_id = ${api.sellerId} LIMIT 1`;
    const answers = await Promise.all([
      other.call(`/v1/orders/${orderId}`),
      other.call(`/v1/jobs/${job?.id}`),
      other.post(`/v1/orders/${orderId}/shipments`, shipmentExample),
      other.post(`/v1/orders/${orderId}/unfulfillable`, { reason: 'damaged' }),
      other.post(`/v1/orders/${orderId}/payment`, { status: 'verified', at: '2026-05-08T10:00:00Z' }),
      api.call('/v1/orders/no-id'),
      api.call(`/v1/orders/${newId()}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
  });

  it('keeps a parcel number to itself: the same again is a replay, under another order a conflict', async () => {
    const [first, second] = [await placed(), await placed()];
    const parcel = { ...shipmentExample, trackingNumber: 'ONLY-ONE' };
    const { jobId } = await jsonOf<Accepted>(await api.post(`/v1/orders/${first}/shipments`, parcel));
    const again = await api.post(`/v1/orders/${first}/shipments`, parcel);
    expect((await jsonOf<Accepted>(again)).jobId).toBe(jobId);
    const elsewhere = await api.post(`/v1/orders/${second}/shipments`, parcel);
    expect([elsewhere.status, (await jsonOf(elsewhere)).code]).toEqual([409, 'shipment_conflict']);
  });

  it('is verified later, and marked unfulfillable', async () => {
    const orderId = await placed({ payment: { status: 'pending' }, buyer: null, shipTo: null });
    const { buyer, shipTo } = orderExample;
    const payment = { status: 'verified', at: '2026-05-08T10:00:00Z', buyer, shipTo };
    expect((await api.post(`/v1/orders/${orderId}/payment`, payment)).status).toBe(202);
    const wrong = { ...payment, shipTo: { ...shipTo, country: 'QQ' } };
    const { errors } = await jsonOf<Problem>(await api.post(`/v1/orders/${orderId}/payment`, wrong));
    expect(errors.map(({ path }) => path)).toEqual(['shipTo.country']);
    await api.post(`/v1/orders/${orderId}/unfulfillable`, { reason: 'out_of_stock' });
    await workOff(pg.database, api.sellerId);
    expect(await jsonOf(await api.call(`/v1/orders/${orderId}`))).toMatchObject({
      state: 'unfulfillable',
      buyer: { name: buyer.name },
      unfulfillable: { reason: 'out_of_stock' },
    });
    const { items } = await jsonOf<{ items: object[] }>(await api.call('/v1/alerts?kind=unfulfillable'));
    expect(items[0]).toMatchObject({ kind: 'unfulfillable', orderId, channel: 'shop' });
  });
});

describe('GET /v1/orders', () => {
  it('pages through all orders, those recorded last first, and filters them', async () => {
    const lister = await startTestApi(pg.database);
    for (const n of [1, 2, 3, 4, 5]) {
      await lister.post(
        '/v1/orders',
        newOrder({ channel: n === 5 ? 'amazon.de' : 'shop', channelOrderId: `L-${n}` }),
      );
    }
    await workOff(pg.database, lister.sellerId);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { channelOrderId: string }[]; nextCursor: string | null } = await jsonOf(
        await lister.call(`/v1/orders?limit=2${cursor && `&cursor=${cursor}`}`),
      );
      seen.push(...page.items.map(({ channelOrderId }) => channelOrderId));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['L-5', 'L-4', 'L-3', 'L-2', 'L-1']);
    const numbers = async (query: string) => {
      const { items } = await jsonOf<{ items: { channelOrderId: string; orderId: string }[] }>(
        await lister.call(`/v1/orders?${query}`),
      );
      return items.map(({ channelOrderId }) => channelOrderId);
    };
    expect(await numbers('channel=amazon.de')).toEqual(['L-5']);
    expect(await numbers('channel=shop&channelOrderId=L-3')).toEqual(['L-3']);
    expect(await numbers('state=delivered')).toEqual([]);
    expect(await numbers('state=unshipped&limit=1')).toEqual(['L-5']);
    await lister.stop();
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'cursor=nonsense', 'state=lost'])(
    'refuses %s',
    async (query) => {
      const response = await api.call(`/v1/orders?${query}`);
      expect(response.status).toBe(422);
      expect((await jsonOf<Problem>(response)).errors[0]?.path).toBe(query.split('=')[0]);
    },
  );
});

describe('POST /v1/tracking-events', () => {
  const scan = {
    carrier: 'colissimo',
    trackingNumber: 'T1',
    code: 'delivered',
    occurredAt: '2026-05-09T08:00:00Z',
  };

  it('takes one or many, and waits with a large load', async () => {
    const quiet = await startTestApi(pg.database);
    expect((await quiet.post('/v1/tracking-events', scan)).status).toBe(202);
    expect((await quiet.post('/v1/tracking-events', Array(51).fill(scan))).status).toBe(202);
    const rows = await pg.database.system<{ priority: number; refs: object }[]>`
      SELECT priority, refs FROM job WHERE seller_id = ${quiet.sellerId} ORDER BY id`;
    expect(rows.map(({ priority }) => priority)).toEqual([0, 1]);
    expect(rows[0]?.refs).toEqual({ parcel: 'T1' });
    await quiet.stop();
  });

  it('names the wrong field of one scan, of one among many, and a load that is too large', async () => {
    const paths = async (body: unknown) => {
      const { errors } = await jsonOf<Problem>(await api.post('/v1/tracking-events', body));
      return errors.map(({ path, code }) => `${path} ${code}`);
    };
    expect(await paths({ ...scan, code: 'teleported' })).toEqual(['code invalid_value']);
    expect(await paths([scan, { ...scan, occurredAt: 'now' }])).toEqual(['[1].occurredAt invalid_format']);
    expect(await paths(Array(1_001).fill(scan))).toEqual([' too_big']);
  });
});
