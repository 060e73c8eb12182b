import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi, workOff } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createReturnsFixture } from '../support/returns-fixture.ts';

let pg: TestDatabase;
let api: TestApi;
let other: TestApi;
let fixture: ReturnType<typeof createReturnsFixture>;

beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database);
  other = await startTestApi(pg.database);
  fixture = createReturnsFixture(pg.database, api);
});

afterAll(async () => {
  await Promise.all([api.stop(), other.stop()]);
  await pg.stop();
});

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const requestedAt = minutesAgo(30);
let number = 0;

/** An order of two mugs and a plate, paid, that has not left. */
const place = async (changes: object = {}): Promise<string> => {
  number += 1;
  const { orderId } = await fixture.done('/v1/orders', {
    channel: 'shop',
    channelOrderId: `C-${number}`,
    placedAt: minutesAgo(60),
    payment: { status: 'verified' },
    currency: 'EUR',
    buyer: { name: 'Zoé Łukasik', email: 'zoe@example.test' },
    shipTo: { name: 'Zoé Łukasik', line1: '3 rue Haute', postalCode: '69003', city: 'Lyon', country: 'FR' },
    lines: [
      { lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 2, unitPriceMinor: 1_250 },
      { lineId: '2', sku: 'PLATE', title: 'Assiette', quantity: 1, unitPriceMinor: 900 },
    ],
    shippingMinor: 490,
    ...changes,
  });
  return orderId;
};

const ask = async (orderId: string, changes: object = {}): Promise<string> => {
  const body = { requestedAt, reason: 'Ordered twice', ...changes };
  const { status, result } = await fixture.work(`/v1/orders/${orderId}/cancellation-requests`, body);
  expect(status).toBe('done');
  return (result as unknown as { requestId: string }).requestId;
};

const read = async (path: string) => jsonOf<Record<string, unknown>>(await api.call(path));

describe('POST /v1/orders/{orderId}/cancellations', () => {
  it('cancels the order and refunds what was captured, shipping with it', async () => {
    const orderId = await place();
    const job = await fixture.work(`/v1/orders/${orderId}/cancellations`, {
      source: 'seller',
      reason: 'Sold out',
    });
    const { refundId } = job.result as unknown as { refundId: string };
    expect(job).toMatchObject({ status: 'done', result: { orderId, state: 'cancelled' } });
    expect(await read(`/v1/orders/${orderId}`)).toMatchObject({
      state: 'cancelled',
      cancellation: { source: 'seller', reason: 'Sold out' },
      refunds: [{ refundId, state: 'succeeded', amountMinor: 3_890 }],
      refundable: { capturedMinor: 3_890, refundedMinor: 3_890 },
    });
    expect(await read(`/v1/refunds/${refundId}`)).toMatchObject({ cause: 'cancellation' });
  });

  it('cancels units of lines, and the rest goes on', async () => {
    const orderId = await place();
    const lines = [{ lineId: '1', quantity: 1 }];
    const path = `/v1/orders/${orderId}/cancellations`;
    expect(await fixture.work(path, { source: 'buyer_message', lines })).toMatchObject({ status: 'done' });
    const order = await read(`/v1/orders/${orderId}`);
    expect(order).toMatchObject({
      cancelledUnits: lines,
      cancellation: null,
      refunds: [{ amountMinor: 1_250 }],
    });
    expect(order.state).not.toBe('cancelled');
  });

  it.each([
    ['a source that is not in the list', { source: 'neighbour' }, 'source'],
    ['no source', {}, 'source'],
    ['a request beside another source', { source: 'seller', requestId: newId() }, 'requestId'],
    ['no unit', { source: 'seller', lines: [{ lineId: '1', quantity: 0 }] }, 'lines[0].quantity'],
    ['no line', { source: 'seller', lines: [] }, 'lines'],
    ['a reason of 501 characters', { source: 'seller', reason: 'x'.repeat(501) }, 'reason'],
  ])('answers 422 to %s', async (_what, body, path) => {
    const response = await api.post(`/v1/orders/${newId()}/cancellations`, body);
    expect(await jsonOf(response)).toMatchObject({ status: 422, errors: [{ path }] });
  });

  it('ends as rejected for what has left', async () => {
    const orderId = await fixture.ship();
    const job = await fixture.work(`/v1/orders/${orderId}/cancellations`, { source: 'seller' });
    expect(job).toMatchObject({ status: 'rejected', error: { code: 'already_shipped' } });
  });

  it('answers 404 for an order, or a request, that is not there or another seller’s', async () => {
    const orderId = await place();
    const requestId = await ask(orderId);
    for (const [who, order, request] of [
      [other, orderId, requestId],
      [api, newId(), newId()],
    ] as const) {
      const answers = await Promise.all([
        who.post(`/v1/orders/${order}/cancellations`, { source: 'seller' }),
        who.post(`/v1/orders/${order}/cancellation-requests`, { requestedAt }),
        who.call(`/v1/cancellation-requests/${request}`),
        who.post(`/v1/cancellation-requests/${request}/refuse`, {}),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    }
    expect(await jsonOf(await other.call('/v1/cancellation-requests'))).toMatchObject({ items: [] });
  });
});

describe('An official request', () => {
  it('cancels nothing by itself, is listed, and is accepted by its id', async () => {
    const orderId = await place();
    const requestId = await ask(orderId);
    const shown = await read(`/v1/cancellation-requests/${requestId}`);
    expect(shown).toEqual({
      requestId,
      orderId,
      channel: 'shop',
      channelOrderId: `C-${number}`,
      state: 'requested',
      requestedAt,
      reason: 'Ordered twice',
      lines: null,
      decidedAt: null,
      message: null,
    });
    expect(await read(`/v1/cancellation-requests?state=requested&orderId=${orderId}`)).toEqual({
      items: [shown],
      nextCursor: null,
    });
    expect(await read(`/v1/orders/${orderId}`)).toMatchObject({
      cancellation: null,
      cancellationRequests: [{ requestId, state: 'requested', requestedAt }],
    });
    const job = await fixture.work(`/v1/orders/${orderId}/cancellations`, {
      source: 'buyer_request',
      requestId,
    });
    expect(job).toMatchObject({ status: 'done', result: { state: 'cancelled', requestId } });
    expect(await read(`/v1/cancellation-requests/${requestId}`)).toMatchObject({ state: 'accepted' });
    expect(await read(`/v1/cancellation-requests?state=requested&orderId=${orderId}`)).toMatchObject({
      items: [],
    });
  });

  it('is refused with the words of the seller, once', async () => {
    const requestId = await ask(await place());
    const path = `/v1/cancellation-requests/${requestId}/refuse`;
    expect(await fixture.work(path, { message: 'It is being packed.' })).toMatchObject({
      status: 'done',
      result: { requestId, state: 'refused' },
    });
    expect(await read(`/v1/cancellation-requests/${requestId}`)).toMatchObject({
      state: 'refused',
      message: 'It is being packed.',
    });
    expect(await fixture.work(path)).toMatchObject({
      status: 'rejected',
      error: { code: 'request_decided' },
    });
  });

  it('is open once at a time', async () => {
    const orderId = await place();
    await ask(orderId, { lines: [{ lineId: '2', quantity: 1 }] });
    const body = { requestedAt: minutesAgo(20) };
    const job = await fixture.work(`/v1/orders/${orderId}/cancellation-requests`, body);
    expect(job).toMatchObject({ status: 'rejected', error: { code: 'request_open' } });
  });
});

describe('POST /v1/cancellations/batch', () => {
  const send = async (body: string, type = 'text/csv') => {
    const response = await api.call('/v1/cancellations/batch', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(response.status).toBe(200);
    const lines = (await response.text()).trim().split('\n');
    return lines.map(
      (line) =>
        JSON.parse(line) as {
          line: number;
          jobId?: string;
          replayed?: true;
          error?: { code: string; errors?: { path: string }[] };
        },
    );
  };

  it('cancels row by row, whole or by line, and a file sent again cancels nothing again', async () => {
    const [whole, part] = [await place(), await place()];
    const file =
      'orderId,channel,channelOrderId,source,reason,lineId,quantity\n' +
      `${whole},,,,Sold out,,\n,shop,C-${number},buyer_message,,1,1\n,shop,nowhere,,,,\n,shop,C-1,somebody,,,\n`;
    const first = await send(file);
    expect(first.map(({ line, error }) => [line, error?.code])).toEqual([
      [2, undefined],
      [3, undefined],
      [4, 'not_found'],
      [5, 'invalid_request'],
    ]);
    await workOff(pg.database, api.sellerId);
    const again = await send(file);
    expect(again.slice(0, 2)).toEqual(
      first.slice(0, 2).map(({ line, jobId }) => ({ line, jobId, replayed: true })),
    );
    expect(await read(`/v1/orders/${whole}`)).toMatchObject({
      state: 'cancelled',
      cancellation: { source: 'seller', reason: 'Sold out' },
    });
    expect(await read(`/v1/orders/${part}`)).toMatchObject({
      cancelledUnits: [{ lineId: '1', quantity: 1 }],
    });
  });

  it('takes NDJSON, where a request may be accepted as well', async () => {
    const orderId = await place();
    const requestId = await ask(orderId);
    const results = await send(
      `${JSON.stringify({ orderId, requestId })}\n${JSON.stringify({ orderId, source: 'buyer_request', requestId })}\n`,
      'application/x-ndjson',
    );
    expect(results).toMatchObject([{ error: { errors: [{ path: 'requestId' }] } }, { line: 2 }]);
    await workOff(pg.database, api.sellerId);
    expect(await read(`/v1/cancellation-requests/${requestId}`)).toMatchObject({ state: 'accepted' });
  });
});

describe('GET /v1/metrics/cancellation-rate', () => {
  it('counts whole cancellations but those of official requests, over orders placed in the window', async () => {
    const channel = 'rates';
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const [seller, official, part] = [
      await place({ channel, placedAt: daysAgo(3) }),
      await place({ channel, placedAt: daysAgo(3) }),
      await place({ channel, placedAt: daysAgo(20) }),
    ];
    await place({ channel, placedAt: daysAgo(60) });
    const requestId = await ask(official);
    await fixture.done(`/v1/orders/${seller}/cancellations`, { source: 'seller' });
    await fixture.done(`/v1/orders/${official}/cancellations`, { source: 'buyer_request', requestId });
    await fixture.done(`/v1/orders/${part}/cancellations`, {
      source: 'seller',
      lines: [{ lineId: '2', quantity: 1 }],
    });
    const rates = await read(`/v1/metrics/cancellation-rate?channel=${channel}`);
    expect(rates).toEqual({
      asOf: expect.any(String),
      channel,
      windows: [
        { days: 7, orders: 2, cancelled: 1, percent: 50 },
        { days: 30, orders: 3, cancelled: 1, percent: 33 },
        { days: 90, orders: 4, cancelled: 1, percent: 25 },
      ],
    });
    const before = await read(`/v1/metrics/cancellation-rate?channel=${channel}&asOf=${daysAgo(1)}`);
    expect(before.windows).toMatchObject([{ orders: 2, cancelled: 0, percent: 0 }, {}, {}]);
    expect(await jsonOf(await other.call('/v1/metrics/cancellation-rate'))).toMatchObject({
      channel: null,
      windows: [{ orders: 0, cancelled: 0, percent: 0 }, {}, {}],
    });
    expect((await api.call('/v1/metrics/cancellation-rate?asOf=today')).status).toBe(422);
  });
});
