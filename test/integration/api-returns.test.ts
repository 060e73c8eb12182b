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

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
}

const work = (path: string, body?: object) => fixture.work(path, body);
const shipped = () => fixture.ship();

const request = (orderId: string, changes: object = {}) => ({
  orderId,
  requestedBy: 'buyer',
  lines: [aReturnLine],
  ...changes,
});
const requested = (orderId?: string) => fixture.request(orderId);
const authorized = async (): Promise<string> => {
  const returnId = await requested();
  await work(`/v1/returns/${returnId}/authorize`);
  return returnId;
};

const problemOf = async (path: string, body: unknown): Promise<Problem> => jsonOf(await api.post(path, body));

describe('POST /v1/returns', () => {
  it('makes a return that can be read, and is shown under its order', async () => {
    const orderId = await shipped();
    const { status, result } = await work('/v1/returns', request(orderId));
    expect(status).toBe('done');
    expect(result).toMatchObject({ orderId, state: 'requested', rma: null });
    const read = await jsonOf(await api.call(`/v1/returns/${result.returnId}`));
    expect(read).toMatchObject({
      returnId: result.returnId,
      state: 'requested',
      lines: [
        { lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 1, receivedQuantity: 0, reason: 'defective' },
      ],
      response: { status: 'open' },
      history: [{ type: 'requested', actor: 'buyer' }],
      documents: {},
    });
    const order = await jsonOf(await api.call(`/v1/orders/${orderId}`));
    expect(order.returns).toMatchObject([{ returnId: result.returnId, state: 'requested', rma: null }]);
  });

  it.each([
    ['a reason that is not in the list', { lines: [{ ...aReturnLine, reason: 'ugly' }] }, 'lines[0].reason'],
    ['no reason', { lines: [{ lineId: '1', quantity: 1 }] }, 'lines[0].reason'],
    [
      'a comment of 201 characters',
      { lines: [{ ...aReturnLine, comment: 'x'.repeat(201) }] },
      'lines[0].comment',
    ],
    ['no unit', { lines: [{ ...aReturnLine, quantity: 0 }] }, 'lines[0].quantity'],
    ['a NUL character', { lines: [{ ...aReturnLine, comment: 'a\0b' }] }, 'lines[0].comment'],
    ['somebody else who asks', { requestedBy: 'neighbour' }, 'requestedBy'],
    [
      'a withdrawal by the seller',
      { requestedBy: 'seller', withdrawal: { statedAt: '2026-05-01T10:00:00Z' } },
      'withdrawal',
    ],
  ])('answers 422 to %s', async (_what, changes, path) => {
    const problem = await problemOf('/v1/returns', request(newId(), changes));
    expect(problem).toMatchObject({ status: 422, code: 'invalid_request', errors: [{ path }] });
  });

  it('takes a comment of 200 characters, and a withdrawal without reasons', async () => {
    const orderId = await shipped();
    const comment = 'é'.repeat(200);
    expect(
      (await work('/v1/returns', request(orderId, { lines: [{ ...aReturnLine, comment }] }))).status,
    ).toBe('done');
    const statedAt = new Date().toISOString();
    const lines = [{ lineId: '1', quantity: 2 }];
    const { result } = await work('/v1/returns', request(orderId, { withdrawal: { statedAt }, lines }));
    const confirmed = await work(`/v1/returns/${result.returnId}/confirm-withdrawal`);
    expect(confirmed.result).toMatchObject({
      state: 'authorized',
      rma: expect.stringMatching(/^[2-9A-Z]{10}$/),
    });
  });

  it('answers 404 for an order that is not there, or another seller’s', async () => {
    const orderId = await shipped();
    expect((await api.post('/v1/returns', request(newId()))).status).toBe(404);
    expect((await other.post('/v1/returns', request(orderId))).status).toBe(404);
  });

  it('ends a request for more than was shipped as rejected', async () => {
    const job = await work(
      '/v1/returns',
      request(await shipped(), { lines: [{ ...aReturnLine, quantity: 3 }] }),
    );
    expect(job).toMatchObject({ status: 'rejected', error: { code: 'quantity_above_shipped' } });
  });
});

describe('Commands on a return', () => {
  it('authorise it without a body, with a number of the seller’s, and once', async () => {
    const first = await requested();
    expect((await work(`/v1/returns/${first}/authorize`)).result.state).toBe('authorized');
    expect((await work(`/v1/returns/${first}/authorize`)).error?.code).toBe('already_authorized');
    const second = await requested();
    const own = await work(`/v1/returns/${second}/authorize`, { rma: 'mine-1' });
    expect(own.result.rma).toBe('mine-1');
    const third = await requested();
    expect((await work(`/v1/returns/${third}/authorize`, { rma: 'MINE-1' })).error?.code).toBe('rma_taken');
  });

  it.each([
    ['an RMA of 21 characters', { rma: 'x'.repeat(21) }, 'invalid_request'],
    ['an RMA that no bar code holds', { rma: 'é' }, 'invalid_request'],
    [
      'an address without a country',
      { returnAddress: { ...returnAddress, country: undefined } },
      'invalid_request',
    ],
    [
      'a country that does not exist',
      { returnAddress: { ...returnAddress, country: 'QQ' } },
      'invalid_request',
    ],
    [
      'an upload that lies about its type',
      {
        label: {
          kind: 'uploaded',
          contentType: 'image/png',
          base64: Buffer.from('%PDF-1.4').toString('base64'),
        },
      },
      'label_type_mismatch',
    ],
    [
      'an upload that is no document',
      {
        label: {
          kind: 'uploaded',
          contentType: 'application/pdf',
          base64: Buffer.from('hello').toString('base64'),
        },
      },
      'label_type_mismatch',
    ],
  ])('are refused with 422 for %s', async (_what, body, code) => {
    const returnId = await requested();
    const problem = await problemOf(`/v1/returns/${returnId}/authorize`, body);
    expect(problem).toMatchObject({ status: 422, code });
  });

  it('close, reply, cancel, dispatch, escalate, receive and complete', async () => {
    const closing = await requested();
    await work(`/v1/returns/${closing}/reply`, { message: 'Pourriez-vous envoyer une photo ?' });
    await work(`/v1/returns/${closing}/escalate`);
    await work(`/v1/returns/${closing}/close`, { reason: 'problem_solved', message: 'Merci' });
    expect(await jsonOf(await api.call(`/v1/returns/${closing}`))).toMatchObject({
      state: 'closed',
      closing: { by: 'seller', reason: 'problem_solved', message: 'Merci' },
      escalatedAt: expect.any(String),
      response: { status: 'answered' },
      history: [
        { type: 'requested' },
        { type: 'replied', message: 'Pourriez-vous envoyer une photo ?' },
        { type: 'escalated', actor: 'buyer' },
        { type: 'closed', actor: 'seller' },
      ],
    });
    const cancelled = await requested();
    await work(`/v1/returns/${cancelled}/cancel`, {});
    expect(await jsonOf(await api.call(`/v1/returns/${cancelled}`))).toMatchObject({
      closing: { by: 'buyer' },
    });

    const back = await authorized();
    await work(`/v1/returns/${back}/dispatch`, { proof: 'LP123' });
    const lines = [
      { sku: 'MUG', quantity: 2, condition: 'sellable' },
      { sku: 'OTHER', quantity: 1, condition: 'other' },
    ];
    const receivedAt = new Date().toISOString();
    await work(`/v1/returns/${back}/receipts`, { receivedAt, lines });
    const read = await jsonOf<{ mismatches: { id: string }[] }>(await api.call(`/v1/returns/${back}`));
    expect(read).toMatchObject({
      state: 'received',
      dispatch: { proof: 'LP123' },
      lines: [{ receivedQuantity: 1 }],
    });
    const open = await jsonOf<{ items: { returnId: string }[] }>(await api.call('/v1/mismatches'));
    expect(open.items.map(({ returnId }) => returnId)).toEqual([back]);
    for (const { id } of read.mismatches) {
      expect((await other.post(`/v1/mismatches/${id}/decision`, { outcome: 'accept' })).status).toBe(404);
      await work(`/v1/mismatches/${id}/decision`, { outcome: 'send_back' });
    }
    expect((await jsonOf<{ items: unknown[] }>(await api.call('/v1/mismatches'))).items).toEqual([]);
    expect((await work(`/v1/returns/${back}/complete`)).result.state).toBe('completed');
    const stock = await jsonOf<{ items: object[] }>(await api.call('/v1/stock-movements'));
    expect(stock.items).toMatchObject([
      { sku: 'MUG', quantity: 1, reason: 'return_received', returnId: back },
    ]);
  });

  it('are 404 for another seller, whatever they are', async () => {
    const returnId = await requested();
    const bodies = {
      authorize: {},
      documents: { returnAddress },
      close: { reason: 'grocery' },
      reply: { message: 'Bonjour' },
      cancel: {},
      'confirm-withdrawal': {},
      dispatch: {},
      escalate: {},
      receipts: {
        receivedAt: '2026-05-01T10:00:00Z',
        lines: [{ sku: 'MUG', quantity: 1, condition: 'other' }],
      },
      complete: {},
    };
    for (const [name, body] of Object.entries(bodies)) {
      expect((await other.post(`/v1/returns/${returnId}/${name}`, body)).status).toBe(404);
    }
    for (const path of [
      '',
      '/documents/return.pdf',
      '/documents/label.pdf',
      '/documents/label.zpl',
      '/documents/label.png',
      '/documents/own-label',
    ]) {
      expect((await other.call(`/v1/returns/${returnId}${path}`)).status).toBe(404);
    }
    expect((await other.post('/v1/returns/authorizations', { returnIds: [returnId] })).status).toBe(404);
    expect((await jsonOf<{ items: unknown[] }>(await other.call('/v1/returns'))).items).toEqual([]);
  });

  it('authorise many at once, each with its own result, and name those that are not there', async () => {
    const returnIds = [await requested(), await requested()];
    const { result } = (await work('/v1/returns/authorizations', { returnIds })) as unknown as {
      result: { returns: { state: string }[] };
    };
    expect(result.returns.map(({ state }) => state)).toEqual(['authorized', 'authorized']);
    const problem = await problemOf('/v1/returns/authorizations', { returnIds: [returnIds[0], newId()] });
    expect(problem).toMatchObject({ status: 404, errors: [{ path: 'returnIds[1]', code: 'not_found' }] });
  });
});

describe('GET /v1/returns', () => {
  it('filters by state, time, order and what a person would type, and pages', async () => {
    const orderId = await shipped();
    const open = await requested(orderId);
    const closed = await requested(orderId);
    await work(`/v1/returns/${closed}/close`, { reason: 'duplicate_request' });
    const list = async (query: string): Promise<string[]> => {
      const { items } = await jsonOf<{ items: { returnId: string }[] }>(
        await api.call(`/v1/returns?orderId=${orderId}&${query}`),
      );
      return items.map(({ returnId }) => returnId);
    };
    expect(await list('filter=all')).toEqual([closed, open]);
    expect(await list('filter=authorization_required')).toEqual([open]);
    expect(await list('filter=closed')).toEqual([closed]);
    expect(await list('filter=closed_by_seller')).toEqual([closed]);
    expect(await list('filter=closed_by_buyer')).toEqual([]);
    expect(await list('from=2020-01-01T00:00:00Z')).toHaveLength(2);
    expect(await list('to=2020-01-01T00:00:00Z')).toEqual([]);
    expect(await list(`q=${open}`)).toEqual([open]);
    const { rma } = (await work(`/v1/returns/${open}/authorize`)).result;
    expect(await list(`q=${rma.toLowerCase()}`)).toEqual([open]);
    const first = await jsonOf<{ items: unknown[]; nextCursor: string }>(
      await api.call(`/v1/returns?orderId=${orderId}&limit=1`),
    );
    expect(first.items).toHaveLength(1);
    expect(await list(`cursor=${first.nextCursor}`)).toEqual([open]);
    expect((await api.call('/v1/returns?filter=nonsense')).status).toBe(422);
  });
});

describe('The documents of a return', () => {
  const forms = [
    'return.pdf',
    'label.pdf?size=a6',
    'label.pdf?size=4x6',
    'label.zpl?dpi=203',
    'label.zpl?dpi=300',
    'label.png',
  ];

  it('are the same bytes each time, and not sent again to whoever has them', async () => {
    const returnId = await authorized();
    for (const form of forms) {
      const path = `/v1/returns/${returnId}/documents/${form}`;
      const responses = await Promise.all([0, 1, 2].map(() => api.call(path)));
      const bytes = await Promise.all(responses.map(async (one) => Buffer.from(await one.arrayBuffer())));
      expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(bytes[0]?.length).toBeGreaterThan(500);
      expect(bytes.every((one) => one.equals(bytes[0] as Buffer))).toBe(true);
      const etag = responses[0]?.headers.get('etag') ?? '';
      const known = await api.call(path, { headers: { 'if-none-match': etag } });
      expect([known.status, (await known.arrayBuffer()).byteLength]).toEqual([304, 0]);
    }
  });

  it('are not there before the authorisation, nor without an address', async () => {
    const returnId = await requested();
    const early = await api.call(`/v1/returns/${returnId}/documents/return.pdf`);
    expect(await jsonOf(early)).toMatchObject({ status: 409, code: 'return_not_authorized' });
  });

  it('have a new version for another address, and the earlier one stays', async () => {
    const returnId = await authorized();
    const pdf = async (query = '') => {
      const response = await api.call(`/v1/returns/${returnId}/documents/return.pdf${query}`);
      return { version: response.headers.get('document-version'), etag: response.headers.get('etag') };
    };
    const first = await pdf();
    await work(`/v1/returns/${returnId}/documents`, { returnAddress: { ...returnAddress, city: 'Roubaix' } });
    const second = await pdf();
    expect([first.version, second.version]).toEqual(['1', '2']);
    expect(second.etag).not.toBe(first.etag);
    expect(await pdf('?version=1')).toEqual(first);
    expect((await api.call(`/v1/returns/${returnId}/documents/return.pdf?version=3`)).status).toBe(404);
  });

  it('are the seller’s own label as it came, beside the slip', async () => {
    const made = await authorized();
    const own = Buffer.from(await (await api.call(`/v1/returns/${made}/documents/label.pdf`)).arrayBuffer());
    const returnId = await requested();
    const label = { kind: 'uploaded', contentType: 'application/pdf', base64: own.toString('base64') };
    expect((await work(`/v1/returns/${returnId}/authorize`, { label })).status).toBe('done');
    const served = await api.call(`/v1/returns/${returnId}/documents/own-label`);
    expect(served.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await served.arrayBuffer()).equals(own)).toBe(true);
    const ours = await api.call(`/v1/returns/${returnId}/documents/label.png`);
    expect(await jsonOf(ours)).toMatchObject({ status: 409, code: 'own_label' });
    expect((await api.call(`/v1/returns/${returnId}/documents/return.pdf`)).status).toBe(200);
  });
});

describe('The refund policy', () => {
  it('has the defaults of the contract, and keeps versions', async () => {
    const read = await api.call('/v1/settings/refund-policy');
    expect([read.status, read.headers.get('etag')]).toEqual([200, '"0"']);
    expect(await jsonOf(read)).toEqual({
      faultByReason: {},
      restockingFee: null,
      autoRefundOnReceipt: false,
      autoRefundOnReturnToSender: true,
      refundBusinessDays: 2,
      returnCosts: [],
      claims: { basis: 'sale_price_without_tax', capPerUnitMinor: 500_000, closingDays: 90, autoFile: false },
    });
    const returnCosts = [{ country: 'FR', costMinor: 2_000, currency: 'EUR' }];
    const stored = await api.put('/v1/settings/refund-policy', {
      returnCosts,
      restockingFee: { percent: 20 },
    });
    expect([stored.status, stored.headers.get('etag')]).toEqual([200, '"1"']);
    const { result } = await work('/v1/returns', request(await shipped()));
    expect(result).toMatchObject({ advice: [{ code: 'keep_item', costMinor: 2_000, valueMinor: 1_250 }] });
  });
});
