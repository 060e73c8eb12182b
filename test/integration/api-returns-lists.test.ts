import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { aReturnLine, createReturnsFixture, returnAddress } from '../support/returns-fixture.ts';

let pg: TestDatabase;
let api: TestApi;
let other: TestApi;

let fixture: ReturnType<typeof createReturnsFixture>;

beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database);
  other = await startTestApi(pg.database);
  fixture = createReturnsFixture(pg.database, api);
  await api.put('/v1/settings/channels/shop', { returnAddresses: [{ id: 'default', ...returnAddress }] });
});

afterAll(async () => {
  await Promise.all([api.stop(), other.stop()]);
  await pg.stop();
});

const work = (path: string, body: object = {}) => fixture.done(path, body);

/** Of the year before, with more units than a test asks for. */
const shipped = (channelOrderId?: string): Promise<string> =>
  fixture.ship(
    {
      ...(channelOrderId === undefined ? {} : { channelOrderId }),
      placedAt: '2025-05-01T10:00:00Z',
      historical: true,
      lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 9, unitPriceMinor: 1_250 }],
    },
    { shippedAt: '2025-05-02T10:00:00Z', historical: true },
  );

const requested = (orderId: string, changes: object = {}): Promise<string> =>
  fixture.request(orderId, changes);

interface Page {
  readonly items: readonly { readonly returnId: string; readonly id: string }[];
  readonly nextCursor: string | null;
}
const page = async (query: string, of = api): Promise<Page> => jsonOf(await of.call(`/v1/returns?${query}`));
const found = async (query: string, of = api): Promise<string[]> =>
  (await page(query, of)).items.map(({ returnId }) => returnId);

describe('The search for a return', () => {
  it('takes the beginning of an RMA in any case, of an order number, or of an id', async () => {
    const orderId = await shipped('402_7%-A');
    const returnId = await requested(orderId);
    await work(`/v1/returns/${returnId}/authorize`, { rma: 'Zb-Mine_1' });
    const beginning = returnId.slice(0, 20);
    const all = ['zb-m', 'ZB-MINE_1', 'Zb', '402_', '402_7%-A', returnId, returnId.toUpperCase(), beginning];
    for (const q of all) expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([returnId]);
    const none = ['b-Mine', 'zb-mine_12', '402_7%-a', '4%', '40_', '_', '%', `${returnId}0`, newId()];
    for (const q of none) expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([]);
    expect(await found('q=zb', other)).toEqual([]);
    expect(await found(`q=${returnId}`, other)).toEqual([]);
  });

  it('refuses what PostgreSQL cannot hold', async () => {
    for (const q of ['', '%00', 'x'.repeat(101)]) {
      expect((await api.call(`/v1/returns?q=${q}`)).status).toBe(422);
    }
  });
});

describe('The period of a list', () => {
  it('begins and ends with instants, or with days of the first fulfilment centre', async () => {
    const orderId = await shipped();
    const dayBefore = await requested(orderId, { requestedAt: '2025-05-06T21:59:59Z' });
    const dayAfter = await requested(orderId, { requestedAt: '2025-05-06T22:00:00Z' });
    const within = (query: string) => found(`orderId=${orderId}&${query}`);
    expect(await within('from=2025-05-07')).toEqual([dayAfter]);
    expect(await within('to=2025-05-07')).toEqual([dayBefore]);
    expect(await within('from=2025-05-06&to=2025-05-08')).toEqual([dayAfter, dayBefore]);
    expect(await within('from=2025-05-06T22:00:00Z')).toEqual([dayAfter]);
    expect(await within('to=2025-05-06T22:00:00Z')).toEqual([dayBefore]);
    expect(await within('from=2025-05-08&to=2025-05-06')).toEqual([]);

    const policy = await jsonOf<{ fulfilmentCentres: object[] }>(
      await api.call('/v1/settings/delivery-policy'),
    );
    const [centre] = policy.fulfilmentCentres;
    const fulfilmentCentres = [{ ...centre, timeZone: 'Pacific/Auckland' }];
    const stored = await api.put('/v1/settings/delivery-policy', { ...policy, fulfilmentCentres });
    expect(stored.status).toBe(200);
    expect(await within('from=2025-05-07')).toEqual([dayAfter, dayBefore]);
    expect(await within('to=2025-05-07')).toEqual([]);
  });

  it.each(['from=2025-02-30', 'to=yesterday', 'from=2025-05-07T10:00:00', 'to=9999-12-31'])(
    'is not %s',
    async (query) => {
      const response = await api.call(`/v1/returns?${query}`);
      const problem = await jsonOf<{ errors: { path: string }[] }>(response);
      expect([response.status, problem.errors[0]?.path]).toEqual([422, query.split('=')[0]]);
    },
  );
});

describe('The filter of a list', () => {
  it('tells apart what waits for whom, and who closed what', async () => {
    const orderId = await shipped();
    const waiting = await requested(orderId);
    const unconfirmed = await requested(orderId, { withdrawal: { statedAt: '2025-05-05T10:00:00Z' } });
    const authorized = await requested(orderId, { requestedBy: 'seller' });
    const received = await requested(orderId, { requestedBy: 'seller' });
    const receivedAt = '2025-05-20T10:00:00Z';
    const receipt = { receivedAt, lines: [{ lineId: '1', quantity: 1, condition: 'sellable' }] };
    await work(`/v1/returns/${received}/receipts`, receipt);
    const completed = await requested(orderId, { requestedBy: 'seller' });
    await work(`/v1/returns/${completed}/receipts`, receipt);
    await work(`/v1/returns/${completed}/complete`);
    const byBuyer = await requested(orderId);
    await work(`/v1/returns/${byBuyer}/cancel`);
    const bySeller = await requested(orderId);
    await work(`/v1/returns/${bySeller}/close`, { reason: 'problem_solved' });

    const expected = {
      authorization_required: [waiting],
      authorized: [authorized],
      received: [received],
      completed: [completed],
      closed: [bySeller, byBuyer],
      closed_by_buyer: [byBuyer],
      closed_by_seller: [bySeller],
      all: [bySeller, byBuyer, completed, received, authorized, unconfirmed, waiting],
    };
    for (const [filter, ids] of Object.entries(expected)) {
      expect(await found(`orderId=${orderId}&filter=${filter}`), filter).toEqual(ids);
      expect(await found(`orderId=${orderId}&filter=${filter}`, other), filter).toEqual([]);
    }
    expect(await found(`orderId=${orderId}&channel=elsewhere`)).toEqual([]);

    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { items, nextCursor }: Page = await page(`orderId=${orderId}&limit=3${at}`);
      expect(items.length).toBeLessThanOrEqual(3);
      seen.push(...items.map(({ returnId }) => returnId));
      cursor = nextCursor;
    }
    expect(seen).toEqual(expected.all);
  });

  it.each(['limit=0', 'limit=201', 'cursor=x', 'orderId=1', 'channel=%20'])('is not %s', async (query) => {
    expect((await api.call(`/v1/returns?${query}`)).status).toBe(422);
  });
});

describe('Units that went back to stock', () => {
  it('are listed in pages, the newest first, and to their seller alone', async () => {
    const orderId = await shipped();
    for (const quantity of [1, 2, 3]) {
      const units = [{ lineId: '1', quantity, reason: 'defective' }];
      const returnId = await requested(orderId, { requestedBy: 'seller', lines: units });
      await work(`/v1/returns/${returnId}/receipts`, {
        receivedAt: '2025-05-20T10:00:00Z',
        lines: [{ sku: 'MUG', quantity, condition: 'sellable' }],
      });
    }
    const stock = (query: string, of = api) => of.call(`/v1/stock-movements?${query}`);
    const first = await jsonOf<Page>(await stock('limit=2'));
    const second = await jsonOf<Page>(await stock(`limit=1&cursor=${first.nextCursor}`));
    expect([...first.items, ...second.items]).toMatchObject([
      { sku: 'MUG', quantity: 3 },
      { sku: 'MUG', quantity: 2 },
      { sku: 'MUG', quantity: 1, reason: 'return_received', movedAt: '2025-05-20T10:00:00.000Z' },
    ]);
    expect((await jsonOf<Page>(await stock('', other))).items).toEqual([]);
  });
});

describe('What a return is told', () => {
  const unknown = newId();
  it.each([
    ['close', 'without a reason', {}, 'reason'],
    ['close', 'for a reason of its own', { reason: 'bored' }, 'reason'],
    ['close', 'with 1,001 characters', { reason: 'grocery', message: 'x'.repeat(1_001) }, 'message'],
    ['reply', 'without a word', {}, 'message'],
    ['reply', 'with 4,001 characters', { message: 'x'.repeat(4_001) }, 'message'],
    ['cancel', 'at no time', { at: 'today' }, 'at'],
    ['dispatch', 'with an empty proof', { proof: '' }, 'proof'],
    ['confirm-withdrawal', 'of no line', { lines: [] }, 'lines'],
    ['receipts', 'of nothing', { receivedAt: '2025-05-20T10:00:00Z', lines: [] }, 'lines'],
    [
      'receipts',
      'of something without a name',
      { receivedAt: '2025-05-20T10:00:00Z', lines: [{ quantity: 1, condition: 'sellable' }] },
      'lines[0]',
    ],
    ['documents', 'with a label of no kind', { label: { kind: 'drawn' } }, 'label.kind'],
  ])('as %s is refused %s', async (command, _what, body, path) => {
    const response = await api.post(`/v1/returns/${unknown}/${command}`, body);
    const problem = await jsonOf<{ code: string; errors: { path: string }[] }>(response);
    expect([response.status, problem.code, problem.errors[0]?.path]).toEqual([422, 'invalid_request', path]);
  });

  it.each(['authorize', 'cancel', 'dispatch', 'escalate', 'confirm-withdrawal', 'complete'])(
    'as %s is 404 where there is no such return, with and without a body',
    async (command) => {
      for (const id of [unknown, 'R-1']) {
        expect((await api.post(`/v1/returns/${id}/${command}`, {})).status).toBe(404);
        expect((await api.call(`/v1/returns/${id}/${command}`, { method: 'POST' })).status).toBe(404);
      }
    },
  );

  it('as a decision about a mismatch is checked too', async () => {
    const decide = async (body: object) =>
      (await api.post(`/v1/mismatches/${unknown}/decision`, body)).status;
    expect(await decide({ outcome: 'accept' })).toBe(404);
    expect(await decide({ outcome: 'burn' })).toBe(422);
  });

  it('as many at once is 1 to 500 different ids', async () => {
    const many = (count: number) => Array.from({ length: count }, newId);
    for (const returnIds of [[], many(501), [unknown, unknown], ['R-1']]) {
      expect((await api.post('/v1/returns/authorizations', { returnIds })).status).toBe(422);
    }
    const response = await api.post('/v1/returns/authorizations', { returnIds: many(500) });
    expect([response.status, (await jsonOf<{ errors: object[] }>(response)).errors.length]).toEqual([
      404, 500,
    ]);
  });

  it('twice under one key is one job, whether its empty body is there or not', async () => {
    const returnId = await requested(await shipped());
    const path = `/v1/returns/${returnId}/escalate`;
    const headers = { 'idempotency-key': newId() };
    const first = await api.call(path, { method: 'POST', headers });
    const again = await api.post(path, {}, headers);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await jsonOf(again)).jobId).toBe((await jsonOf(first)).jobId);
    const reused = await api.post(path, { proof: 'X' }, headers);
    expect([reused.status, (await jsonOf(reused)).code]).toEqual([422, 'idempotency_key_reused']);
    const key = { 'idempotency-key': newId() };
    const asked = { orderId: await shipped(), requestedBy: 'buyer', lines: [aReturnLine] };
    const [one, two] = await Promise.all([0, 1].map(() => api.post('/v1/returns', asked, key)));
    expect((await jsonOf(one as Response)).jobId).toBe((await jsonOf(two as Response)).jobId);
  });
});

describe('A stored refund policy', () => {
  it('names countries that exist, each once per currency, and is not written over unseen', async () => {
    const put = async (body: object, headers = {}) => {
      const response = await api.put('/v1/settings/refund-policy', body, headers);
      return [response.status, (await jsonOf<{ errors?: { path: string }[] }>(response)).errors?.[0]?.path];
    };
    const cost = (country: string) => ({ country, costMinor: 690, currency: 'EUR' });
    expect(await put({ returnCosts: [cost('QQ')] })).toEqual([422, 'returnCosts[0].country']);
    expect(await put({ returnCosts: [cost('FR'), cost('FR')] })).toEqual([422, 'returnCosts[1]']);
    expect(await put({ returnCosts: [cost('FR')] }, { 'if-match': '"7"' })).toEqual([412, undefined]);
    expect(await put({ returnCosts: [cost('FR')] }, { 'if-match': '"0"' })).toEqual([200, undefined]);
  });
});
