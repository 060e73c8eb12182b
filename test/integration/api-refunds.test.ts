import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi, workOff } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createReturnsFixture } from '../support/returns-fixture.ts';

const webhookSecret = 'whsec_test';

let pg: TestDatabase;
let api: TestApi;
let other: TestApi;
let fixture: ReturnType<typeof createReturnsFixture>;

beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database, { stripeWebhookSecret: webhookSecret });
  other = await startTestApi(pg.database);
  fixture = createReturnsFixture(pg.database, api);
});

afterAll(async () => {
  await Promise.all([api.stop(), other.stop()]);
  await pg.stop();
});

interface Job {
  readonly status: string;
  readonly result: { readonly refundId: string; readonly state: string; readonly amountMinor: number };
  readonly error?: { readonly code: string; readonly detail: string };
}

const keyed = (key: string = newId()) => ({ 'idempotency-key': key });

/** Two mugs of 12.50 that have left, 4.90 for shipping; what `reference` begins with asks the sandbox for faults. */
const ship = (payment: object = {}, order: object = {}) =>
  fixture.ship({
    payment: { status: 'verified', ...payment },
    shippingMinor: 490,
    ...order,
  });

const jobOf = async (response: Response): Promise<Job> => {
  const { jobId } = await jsonOf<{ jobId: string }>(response);
  await workOff(pg.database, api.sellerId);
  return jsonOf<Job>(await api.call(`/v1/jobs/${jobId}`));
};

/** Asks for a refund and lets all that follows happen. */
const refund = async (orderId: string, changes: object = {}): Promise<Job> => {
  const body = { orderId, lines: [{ lineId: '1', quantity: 1 }], reason: 'goodwill', ...changes };
  const response = await api.post('/v1/refunds', body, keyed());
  expect(response.status).toBe(202);
  return jobOf(response);
};

const read = async (path: string) => jsonOf<Record<string, unknown>>(await api.call(path));
const problemOf = async (response: Response) => jsonOf<Record<string, unknown>>(response);

describe('POST /v1/refunds', () => {
  it('asks for the key before it looks at anything else, but after who calls', async () => {
    const noKey = await api.post('/v1/refunds', '{"broken');
    expect(noKey.status).toBe(400);
    expect(await problemOf(noKey)).toMatchObject({ code: 'idempotency_key_required' });
    const nobody = await api.post('/v1/refunds', '{"broken', { authorization: 'Bearer nav_nobody' });
    expect(nobody.status).toBe(401);
    const unusable = await api.post('/v1/refunds', {}, keyed('é'));
    expect(await problemOf(unusable)).toMatchObject({ status: 400, code: 'idempotency_key_invalid' });
    expect((await api.post('/v1/refunds', '{"broken', keyed())).status).toBe(400);
  });

  it('makes a refund that can be read, is listed, and is shown under its order', async () => {
    const orderId = await ship();
    const { status, result } = await refund(orderId, { shippingMinor: 490 });
    expect(status).toBe('done');
    const { refundId } = result;
    const breakdown = {
      itemsMinor: 1_250,
      feeMinor: 0,
      shippingMinor: 490,
      taxMinor: 0,
      lines: [{ lineId: '1', quantity: 1, amountMinor: 1_250, taxMinor: 0 }],
    };
    expect(result).toEqual({
      refundId,
      orderId,
      state: 'requested',
      currency: 'EUR',
      amountMinor: 1_740,
      breakdown,
    });
    const shown = await read(`/v1/refunds/${refundId}`);
    expect(shown).toMatchObject({ refundId, orderId, state: 'succeeded', amountMinor: 1_740, breakdown });
    expect(shown).not.toHaveProperty('gatewayKey');
    expect(await read(`/v1/refunds?state=succeeded&orderId=${orderId}`)).toEqual({
      items: [shown],
      nextCursor: null,
    });
    expect(await read(`/v1/refunds?attention=true&orderId=${orderId}`)).toMatchObject({ items: [] });
    expect(await read(`/v1/orders/${orderId}`)).toMatchObject({
      refunds: [{ refundId, state: 'succeeded', amountMinor: 1_740, currency: 'EUR' }],
      refundable: { capturedMinor: 2_990, refundedMinor: 1_740 },
    });
  });

  it('is the same refund for the same key and body, and none for the same key and another body', async () => {
    const orderId = await ship();
    const body = { orderId, lines: [{ lineId: '1', amountMinor: 100 }], reason: 'goodwill' };
    const key = keyed();
    const [one, two] = await Promise.all([
      api.post('/v1/refunds', body, key),
      api.post('/v1/refunds', body, key),
    ]);
    const jobs = await Promise.all([one, two].map((response) => jsonOf<{ jobId: string }>(response)));
    expect(jobs[0]?.jobId).toBe(jobs[1]?.jobId);
    const reused = await api.post('/v1/refunds', { ...body, reason: 'another' }, key);
    expect(await problemOf(reused)).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    await jobOf(await api.post('/v1/refunds', body, keyed()));
    expect(await read(`/v1/orders/${orderId}`)).toMatchObject({ refundable: { refundedMinor: 200 } });
  });

  it.each([
    [
      'quantity and amount together',
      { lines: [{ lineId: '1', quantity: 1, amountMinor: 5 }] },
      'lines[0].quantity',
    ],
    ['neither of them', { lines: [{ lineId: '1' }] }, 'lines[0].quantity'],
    ['nothing at all', { lines: [] }, 'lines'],
    ['no reason', { reason: undefined }, 'reason'],
    ['a negative amount', { lines: [{ lineId: '1', amountMinor: -5 }] }, 'lines[0].amountMinor'],
    ['half a unit', { lines: [{ lineId: '1', quantity: 0.5 }] }, 'lines[0].quantity'],
    ['two kinds of fee', { restockingFee: { percent: 5, amountMinor: 5 } }, 'restockingFee'],
    ['a fee above all', { restockingFee: { percent: 101 } }, 'restockingFee.percent'],
  ])('answers 422 to %s', async (_what, changes, path) => {
    const body = { orderId: newId(), lines: [{ lineId: '1', quantity: 1 }], reason: 'x', ...changes };
    const problem = await problemOf(await api.post('/v1/refunds', body, keyed()));
    expect(problem).toMatchObject({ status: 422, code: 'invalid_request', errors: [{ path }] });
    const preview = await problemOf(await api.post('/v1/refunds/preview', body));
    expect(preview).toMatchObject({ status: 422, errors: [{ path }] });
  });

  it('answers 422 to another currency, and 404 to an order that is not there or another seller’s', async () => {
    const orderId = await ship();
    const body = { orderId, lines: [{ lineId: '1', quantity: 1 }], reason: 'x' };
    const dollars = await problemOf(await api.post('/v1/refunds', { ...body, currency: 'USD' }, keyed()));
    expect(dollars).toMatchObject({ status: 422, errors: [{ path: 'currency', code: 'currency_mismatch' }] });
    for (const [who, what] of [
      [other, body],
      [api, { ...body, orderId: newId() }],
    ] as const) {
      expect((await who.post('/v1/refunds', what, keyed())).status).toBe(404);
      expect((await who.post('/v1/refunds/preview', what)).status).toBe(404);
    }
  });

  it.each([
    ['quantity_above_left', { lines: [{ lineId: '1', quantity: 3 }] }, /2/],
    ['amount_above_left', { lines: [{ lineId: '1', amountMinor: 2_501 }] }, /2500/],
    ['shipping_above_left', { lines: [], shippingMinor: 491 }, /490/],
    ['fee_above_refund', { restockingFee: { amountMinor: 1_251 } }, /1250/],
    ['fee_not_buyers_fault', { restockingFee: { percent: 20 }, reason: 'defective' }, /defective/],
    ['refunded_meanwhile', { previouslyRefundedMinor: 1 }, /0/],
    ['unknown_line', { lines: [{ lineId: '9', quantity: 1 }] }, /9/],
    ['unknown_return', { returnId: newId() }, /return/],
  ])(
    'ends as rejected with %s, as its preview says, and nothing is written',
    async (code, changes, detail) => {
      const orderId = await ship();
      const job = await refund(orderId, changes);
      expect(job).toMatchObject({
        status: 'rejected',
        error: { code, detail: expect.stringMatching(detail) },
      });
      const body = { orderId, lines: [{ lineId: '1', quantity: 1 }], reason: 'goodwill', ...changes };
      const preview = await api.post('/v1/refunds/preview', body);
      expect(preview.status).toBe(200);
      expect(await jsonOf(preview)).toMatchObject({ accepted: false, amountMinor: null, error: job.error });
      expect(await read(`/v1/orders/${orderId}`)).toMatchObject({ refunds: [] });
    },
  );

  it('has nothing to give back before anything is captured', async () => {
    const { orderId } = await fixture.done('/v1/orders', {
      channel: 'shop',
      channelOrderId: newId(),
      placedAt: '2026-05-07T14:00:00Z',
      payment: { status: 'pending' },
      currency: 'EUR',
      lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 1, unitPriceMinor: 1_250 }],
    });
    expect(await refund(orderId)).toMatchObject({
      status: 'rejected',
      error: { code: 'payment_not_captured' },
    });
    const body = { orderId, lines: [{ lineId: '1', quantity: 1 }], reason: 'x' };
    const preview = await jsonOf(await api.post('/v1/refunds/preview', body));
    expect(preview).toMatchObject({ accepted: false, left: null });
    expect(await read(`/v1/orders/${orderId}`)).toMatchObject({ refundable: null });
  });
});

describe('POST /v1/refunds/preview', () => {
  it('says what the refund comes to afterwards, and what is left before it', async () => {
    const orderId = await ship();
    const asked = {
      lines: [{ lineId: '1', quantity: 1 }],
      restockingFee: { percent: 12.5 },
      reason: 'no_longer_wanted',
    };
    const preview = await jsonOf(await api.post('/v1/refunds/preview', { orderId, ...asked }));
    expect(preview).toMatchObject({
      accepted: true,
      error: null,
      currency: 'EUR',
      amountMinor: 1_094,
      breakdown: { itemsMinor: 1_250, feeMinor: 156 },
      left: {
        capturedMinor: 2_990,
        refundedMinor: 0,
        shippingMinor: 490,
        lines: [{ lineId: '1', quantity: 2, amountMinor: 2_500 }],
      },
    });
    const { result } = await refund(orderId, asked);
    expect(result).toMatchObject({ amountMinor: preview.amountMinor, breakdown: preview.breakdown });
    const next = await jsonOf(await api.post('/v1/refunds/preview', { orderId, ...asked }));
    expect(next.left).toEqual({
      capturedMinor: 1_896,
      refundedMinor: 1_094,
      shippingMinor: 490,
      lines: [{ lineId: '1', quantity: 1, amountMinor: 1_406 }],
    });
  });
});

describe('A refund that its provider does not settle', () => {
  it('that is declined keeps its code, frees what it took, and has no receipt', async () => {
    const orderId = await ship({ reference: 'decline_1' });
    const { result } = await refund(orderId);
    expect(await read(`/v1/refunds/${result.refundId}`)).toMatchObject({
      state: 'declined',
      declineCode: 'sandbox_declined',
    });
    expect(await read(`/v1/orders/${orderId}`)).toMatchObject({ refundable: { refundedMinor: 0 } });
    const receipt = await api.call(`/v1/refunds/${result.refundId}/receipt.pdf`);
    expect(await problemOf(receipt)).toMatchObject({ status: 409, code: 'refund_not_settled' });
  });

  it('of an external provider ends when the upstream system tells', async () => {
    const { result } = await refund(await ship({ provider: 'external' }));
    const path = `/v1/refunds/${result.refundId}/outcome`;
    const outcome = { outcome: 'succeeded', at: new Date().toISOString(), reference: 'RF-1' };
    expect((await other.post(path, outcome)).status).toBe(404);
    expect((await api.post(path, { ...outcome, outcome: 'perhaps' })).status).toBe(422);
    expect(await jobOf(await api.post(path, outcome))).toMatchObject({
      status: 'done',
      result: { state: 'succeeded' },
    });
    expect(await read(`/v1/refunds/${result.refundId}`)).toMatchObject({
      state: 'succeeded',
      provider: 'external',
      providerRefundId: 'RF-1',
    });
  });

  it('of Stripe is not settled by somebody beside Stripe', async () => {
    const { result } = await refund(await ship({ provider: 'stripe', reference: `pi_${newId()}` }));
    const outcome = { outcome: 'succeeded', at: new Date().toISOString() };
    const job = await jobOf(await api.post(`/v1/refunds/${result.refundId}/outcome`, outcome));
    expect(job).toMatchObject({ status: 'rejected', error: { code: 'provider_tells' } });
  });
});

describe('GET /v1/refunds/{refundId}/receipt.pdf', () => {
  it('is the same bytes each time, and only for its seller', async () => {
    const { result } = await refund(await ship());
    const path = `/v1/refunds/${result.refundId}/receipt.pdf`;
    const [one, two] = await Promise.all([api.call(path), api.call(path)]);
    expect(one.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await one.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(await two.arrayBuffer()).equals(bytes)).toBe(true);
    const known = await api.call(path, { headers: { 'if-none-match': one.headers.get('etag') ?? '' } });
    expect(known.status).toBe(304);
    for (const at of [path, `/v1/refunds/${result.refundId}`])
      expect((await other.call(at)).status).toBe(404);
    expect((await api.call(`/v1/refunds/${newId()}/receipt.pdf`)).status).toBe(404);
  });
});

describe('POST /v1/refunds/batch', () => {
  interface Line {
    readonly line: number;
    readonly jobId?: string;
    readonly replayed?: boolean;
    readonly error?: { readonly code: string; readonly errors?: readonly { readonly path: string }[] };
  }

  const send = async (body: string, headers: Record<string, string> = {}): Promise<Line[]> => {
    const response = await api.call('/v1/refunds/batch', {
      method: 'POST',
      headers: { 'content-type': 'text/csv', ...headers },
      body,
    });
    expect(response.status).toBe(200);
    const lines = (await response.text()).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Line);
  };
  const numberOf = async (orderId: string) => String((await read(`/v1/orders/${orderId}`)).channelOrderId);
  const refundedOf = async (orderId: string) =>
    ((await read(`/v1/orders/${orderId}`)).refundable as { refundedMinor: number }).refundedMinor;

  it('refunds row by row, and a bad one stops no other', async () => {
    const [one, two] = [await ship(), await ship()];
    const number = await numberOf(two);
    const results = await send(
      'orderId,channel,channelOrderId,lineId,quantity,amountMinor,shippingMinor,restockingFee.percent,reason,currency,lines\n' +
        `${one},,,1,1,,490,,defective,EUR,\n` +
        `,shop,${number},1,,250,,,goodwill,,\n` +
        `,shop,${number},1,1,250,,,goodwill,,\n` +
        `,shop,unknown,1,1,,,,goodwill,,\n` +
        `${one},,,1,1,,,,goodwill,USD,\n` +
        `,shop,,1,1,,,,goodwill,,\n` +
        `${one},shop,${number},1,1,,,,goodwill,,\n` +
        `,shop,${number},,,,,,damaged,,"[{""lineId"":""1"",""quantity"":1}]"\n`,
    );
    expect(
      results.map(({ line, error }) => [line, error?.code, ...(error?.errors ?? []).map(({ path }) => path)]),
    ).toEqual([
      [2, undefined],
      [3, undefined],
      [4, 'invalid_request', 'lines[0].quantity'],
      [5, 'not_found'],
      [6, 'invalid_request', 'currency'],
      [7, 'invalid_request', 'orderId'],
      [8, 'invalid_request', 'channelOrderId'],
      [9, undefined],
    ]);
    await workOff(pg.database, api.sellerId);
    expect([await refundedOf(one), await refundedOf(two)]).toEqual([1_740, 1_500]);
    const { items } = (await read(`/v1/refunds?orderId=${two}`)) as { items: { cause: string }[] };
    expect(items.map(({ cause }) => cause)).toEqual(['batch', 'batch']);
  });

  it('sent twice is the same refunds; an appended row is a new one, and of two equal rows each counts', async () => {
    const orderId = await ship();
    const row = `${orderId},1,100,goodwill\n`;
    const file = `orderId,lineId,amountMinor,reason\n${row}${row}`;
    const first = await send(file);
    expect(new Set(first.map(({ jobId }) => jobId)).size).toBe(2);
    const again = await send(file + row);
    expect(again.map(({ jobId, replayed }) => [jobId, replayed])).toEqual([
      [first[0]?.jobId, true],
      [first[1]?.jobId, true],
      [expect.any(String), undefined],
    ]);
    await workOff(pg.database, api.sellerId);
    expect(await refundedOf(orderId)).toBe(300);
  });

  it('knows rows by their own key, or by the key of the file and their line', async () => {
    const orderId = await ship();
    const header = 'orderId,lineId,amountMinor,reason,idempotencyKey\n';
    const file = `${header}${orderId},1,100,goodwill,own-1\n${orderId},1,100,goodwill,\n`;
    const first = await send(file, keyed('file-1'));
    const mended = `${header}${orderId},1,100,goodwill,own-1\n${orderId},1,100,mended,\n`;
    const second = await send(mended, keyed('file-1'));
    expect(second[0]).toMatchObject({ jobId: first[0]?.jobId, replayed: true });
    expect(second[1]?.error?.code).toBe('idempotency_key_reused');
    const [moved] = await send(`${header}${orderId},1,100,goodwill,own-1\n`);
    expect(moved).toMatchObject({ jobId: first[0]?.jobId, replayed: true });
    await workOff(pg.database, api.sellerId);
    expect(await refundedOf(orderId)).toBe(200);
  });

  it('refuses a header that names no order, and a body of another type', async () => {
    const post = (type: string, body: string) =>
      api.call('/v1/refunds/batch', { method: 'POST', headers: { 'content-type': type }, body });
    expect(await problemOf(await post('text/csv', 'lineId\n1\n'))).toMatchObject({ status: 422 });
    expect((await post('application/json', '{}')).status).toBe(415);
  });
});

describe('POST /webhooks/stripe', () => {
  const sign = (body: string, at: number = Math.floor(Date.now() / 1_000), secret: string = webhookSecret) =>
    `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

  const event = (type: string, object: object, id: string = newId()) =>
    JSON.stringify({
      id: `evt_${id}`,
      object: 'event',
      type,
      created: Math.floor(Date.now() / 1_000),
      data: { object },
    });

  const tell = (body: string, signature: string = sign(body), to: TestApi = api) =>
    fetch(`${to.url}/webhooks/stripe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'stripe-signature': signature },
      body,
    });

  const stripeRefund = (refundId: string | null, reference: string, changes: object = {}) => ({
    id: `re_${refundId}`,
    object: 'refund',
    status: 'succeeded',
    payment_intent: reference,
    charge: null,
    metadata: refundId === null ? {} : { navette_refund: refundId, navette_seller: api.sellerId },
    ...changes,
  });

  const countJobs = async (name: string): Promise<number> => {
    const rows = await pg.database.system<{ count: number }[]>`
      SELECT count(*) AS count FROM job WHERE seller_id = ${api.sellerId} AND name = ${name}`;
    return rows[0]?.count ?? 0;
  };

  it('settles a refund once, however often the event comes, and takes it back later', async () => {
    const reference = `pi_${newId()}`;
    const { result } = await refund(await ship({ provider: 'stripe', reference }));
    const { refundId } = result;
    expect(await read(`/v1/refunds/${refundId}`)).toMatchObject({ state: 'processing' });
    const body = event('refund.updated', stripeRefund(refundId, reference));
    const before = await countJobs('record-outcome');
    const answers = await Promise.all([tell(body), tell(body), tell(body)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await jsonOf(answers[0] as Response)).toEqual({ received: true, refunds: 1 });
    expect(await countJobs('record-outcome')).toBe(before + 1);
    await workOff(pg.database, api.sellerId);
    expect(await read(`/v1/refunds/${refundId}`)).toMatchObject({
      state: 'succeeded',
      providerRefundId: `re_${refundId}`,
    });
    const failed = { status: 'failed', failure_reason: 'lost_or_stolen_card' };
    // Without our metadata it is known by Stripe's own name of it.
    await tell(event('refund.failed', stripeRefund(refundId, reference, { ...failed, metadata: {} })));
    await workOff(pg.database, api.sellerId);
    expect(await read(`/v1/refunds/${refundId}`)).toMatchObject({
      state: 'failed',
      declineCode: 'lost_or_stolen_card',
    });
  });

  it('asks what became of what is open when a payment was refunded, and only of that', async () => {
    const reference = `pi_${newId()}`;
    const orderId = await ship({ provider: 'stripe', reference });
    await refund(orderId, { lines: [{ lineId: '1', amountMinor: 100 }] });
    const settled = await refund(orderId, { lines: [{ lineId: '1', amountMinor: 200 }] });
    await tell(event('refund.updated', stripeRefund(settled.result.refundId, reference)));
    await workOff(pg.database, api.sellerId);
    const before = await countJobs('ask');
    const charge = event('charge.refunded', { id: 'ch_1', object: 'charge', payment_intent: reference });
    expect(await jsonOf(await tell(charge))).toEqual({ received: true, refunds: 2 });
    await tell(charge);
    expect(await countJobs('ask')).toBe(before + 1);
  });

  it('takes what is about no refund of ours, and what is of no interest', async () => {
    const foreign = stripeRefund(newId(), `pi_${newId()}`);
    const odd = { ...stripeRefund(null, 'pi_x'), metadata: { navette_refund: "'; DROP TABLE refund" } };
    for (const body of [
      event('refund.created', foreign),
      event('refund.created', odd),
      event('charge.refunded', { id: `ch_${newId()}`, object: 'charge', payment_intent: null }),
      event('customer.created', { id: 'cus_1' }),
    ]) {
      const response = await tell(body);
      expect([response.status, await jsonOf(response)]).toEqual([200, { received: true, refunds: 0 }]);
    }
  });

  it('answers 503 while PostgreSQL is away, so that Stripe sends it again', async () => {
    const lost = Object.assign(new Error('The connection is lost'), { code: 'ECONNREFUSED' });
    const intake = { submit: () => Promise.reject(lost), drain: async () => {} };
    const cut = await startTestApi(pg.database, { stripeWebhookSecret: webhookSecret, intake });
    const reference = `pi_${newId()}`;
    const { result } = await refund(await ship({ provider: 'stripe', reference }));
    const body = event('refund.updated', stripeRefund(result.refundId, reference));
    const response = await tell(body, sign(body), cut);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    await cut.stop();
    // What was not taken then is taken now: no key was kept for it.
    expect(await jsonOf(await tell(body))).toEqual({ received: true, refunds: 1 });
  });

  it('answers 400 to what is not signed so, 413 to what is too large, and 404 where nothing is awaited', async () => {
    const body = event('refund.created', {});
    const [old, forged] = [
      sign(body, Math.floor(Date.now() / 1_000) - 600),
      sign(body, undefined, 'whsec_x'),
    ];
    for (const signature of [old, forged, '', 'v1=0', sign(`${body} `)]) {
      expect(await problemOf(await tell(body, signature))).toMatchObject({
        status: 400,
        code: 'signature_invalid',
      });
    }
    expect((await tell('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    expect((await tell(body, undefined, other)).status).toBe(404);
  });
});

describe('GET /v1/reconciliations', () => {
  it('lists comparisons of this seller, the newest day first, page by page', async () => {
    await pg.database.asSellers([api.sellerId], async ({ sql }) => {
      for (const day of ['2026-05-06', '2026-05-07']) {
        await sql`
          INSERT INTO reconciliation (seller_id, provider, day, from_at, until_at, ours, theirs, sums, differences)
          VALUES (${api.sellerId}, 'stripe', ${day}, '2026-05-06T00:00:00Z', '2026-05-07T00:00:00Z', 1, 1,
            ${JSON.stringify([{ currency: 'EUR', oursMinor: 5, theirsMinor: 5 }])}::jsonb, '[]'::jsonb)`;
      }
    });
    const first = await read('/v1/reconciliations?limit=1');
    expect(first).toMatchObject({ items: [{ day: '2026-05-07', provider: 'stripe', ours: 1 }] });
    const second = await read(`/v1/reconciliations?limit=1&cursor=${String(first.nextCursor)}`);
    expect(second).toMatchObject({ items: [{ day: '2026-05-06' }], nextCursor: null });
    expect((await api.call('/v1/reconciliations?cursor=AAAA')).status).toBe(422);
    expect(await jsonOf(await other.call('/v1/reconciliations'))).toMatchObject({ items: [] });
  });
});
