import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveSetting } from '../../db/repositories/settings/save-setting.ts';
import { newId } from '../../src/platform/ids.ts';
import { type LinkAction, signLink } from '../../src/platform/link-tokens.ts';
import { ensureSweeps } from '../../workers/privacy/start-sweeps.ts';
import { jsonOf, startTestApi, type TestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createReturnsFixture, returnAddress } from '../support/returns-fixture.ts';
import { linkSecrets, pagesOf, runJob, tablesHolding, workAllOff } from './privacy-fixture.ts';

const email = 'Marker.Person@example.test';
const buyer = { name: 'Markername Person', email };
const shipTo = {
  name: 'Markername Person',
  line1: '7 Markerstreet',
  postalCode: '69003',
  city: 'Markercity',
  country: 'FR',
  phone: '+33 4 marker',
};
const words = {
  subject: 'markersubject',
  body: 'markerbody',
  externalId: 'markerexternal',
  answer: 'markeranswer',
  comment: 'markercomment',
  proof: 'markerproof',
  refundReason: 'markerrefundreason',
  cancelReason: 'markercancelreason',
  early: 'markerearly',
  place: 'markerplace',
};
const markers = [
  'markername',
  'marker.person',
  'markerstreet',
  'markercity',
  '+33 4 marker',
  ...Object.values(words),
];

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

let pg: TestDatabase;
let api: TestApi;
let other: TestApi;
let fixture: ReturnType<typeof createReturnsFixture>;
/** Of the past: its photograph and its label, as the database shows bytes. */
let traces: string[];

const work = async (path: string, body?: object, headers = {}) => {
  const response =
    body === undefined ? await api.call(path, { method: 'POST' }) : await api.post(path, body, headers);
  expect(response.status, path).toBe(202);
  const { jobId } = await jsonOf<{ jobId: string }>(response);
  await workAllOff(pg.database, api.sellerId);
  return jsonOf<{ status: string; result: Record<string, never> }>(await api.call(`/v1/jobs/${jobId}`));
};
const done = async (path: string, body?: object, headers = {}) => {
  const job = await work(path, body, headers);
  expect(job.status, path).toBe('done');
  return job.result as Record<string, unknown>;
};
const read = async (path: string) => {
  const response = await api.call(path);
  expect(response.status, path).toBe(200);
  return jsonOf<Record<string, unknown>>(response);
};
const textOf = async (path: string): Promise<string> => (await api.call(path)).text();

/** An order of the person that has arrived. */
const arrived = async (changes: object = {}): Promise<string> => {
  const trackingNumber = `P-${newId()}`;
  const orderId = await fixture.ship({ buyer, shipTo, ...changes }, { trackingNumber });
  await done('/v1/tracking-events', {
    carrier: 'colissimo',
    trackingNumber,
    code: 'delivered',
    occurredAt: daysAgo(2),
    location: words.place,
  });
  return orderId;
};

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(40, 80)).toString('hex');

/** Everything that may hold something of a person: what its ids are. */
const live = async () => {
  const orderId = await arrived();
  const { messageId } = await done('/v1/messages', {
    orderId,
    direction: 'inbound',
    sentAt: daysAgo(2),
    subject: words.subject,
    body: `${words.body} ${buyer.name}`,
    externalId: words.externalId,
  });
  await done(`/v1/messages/${messageId}/reply`, { body: words.answer });
  const returnId = await fixture.request(orderId, {
    lines: [{ lineId: '1', quantity: 1, reason: 'defective', comment: words.comment }],
  });
  await done(`/v1/returns/${returnId}/authorize`, { rma: 'MY-RMA' });
  for (const document of ['label.pdf', 'label.zpl']) {
    expect((await api.call(`/v1/returns/${returnId}/documents/${document}`)).status).toBe(200);
  }
  const label = new Uint8Array(
    await (await api.call(`/v1/returns/${returnId}/documents/label.zpl`)).arrayBuffer(),
  );
  await done(`/v1/returns/${returnId}/dispatch`, { proof: words.proof });
  await done(`/v1/returns/${returnId}/receipts`, {
    receivedAt: daysAgo(0),
    lines: [{ lineId: '1', quantity: 1, condition: 'carrier_damaged' }],
  });
  const { refundId } = await done(
    '/v1/refunds',
    { orderId, returnId, lines: [{ lineId: '1', quantity: 1 }], reason: words.refundReason },
    { 'idempotency-key': newId() },
  );
  const { claimId } = await done('/v1/claims', { orderId, kind: 'damaged' });
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a05a28' } })
    .jpeg()
    .toBuffer();
  const taken = await api.call(`/v1/claims/${claimId}/photos`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg' },
    body: photo,
  });
  expect(taken.status).toBe(201);
  const [kept] = await pg.database.asSellers(
    [api.sellerId],
    ({ sql }) =>
      sql<{ content: Uint8Array }[]>`SELECT content FROM claim_photo WHERE claim_id = ${claimId as string}`,
  );
  await done(`/v1/claims/${claimId}/submit`);
  await done(`/v1/claims/${claimId}/decision`, { outcome: 'reimbursed', amountMinor: 900 });

  const cancelled = await done('/v1/orders', {
    channel: 'shop',
    channelOrderId: `C-${newId()}`,
    placedAt: daysAgo(1),
    payment: { status: 'verified' },
    currency: 'EUR',
    buyer,
    shipTo,
    lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 1, unitPriceMinor: 1_250 }],
  });
  const { requestId } = await done(`/v1/orders/${cancelled.orderId}/cancellation-requests`, {
    requestedAt: daysAgo(0),
    reason: words.cancelReason,
  });
  await done(`/v1/orders/${cancelled.orderId}/cancellations`, {
    source: 'buyer_request',
    requestId,
    reason: words.cancelReason,
  });
  await done('/v1/messages', {
    channel: 'shop',
    buyer: { email },
    direction: 'inbound',
    sentAt: daysAgo(3),
    body: words.early,
  });
  traces = [hexOf(kept?.content ?? new Uint8Array()), hexOf(label)];
  return {
    orderId,
    cancelledId: cancelled.orderId as string,
    messageId,
    returnId,
    refundId,
    claimId,
  } as const;
};

/** What must not change: figures, balances, and reports but for people's own words. */
const asOf = new Date(Date.now() + 60_000).toISOString();
const figures = async () => {
  const reports = await Promise.all(
    ['returns', 'refunds', 'cancellations', 'claims'].map((name) => textOf(`/v1/reports/${name}.csv`)),
  );
  const [balances] = await pg.database.asSellers(
    [api.sellerId],
    ({ sql }) => sql`
      SELECT jsonb_agg(refund_balance ORDER BY order_id, part) AS balances FROM refund_balance`,
  );
  const metrics = await Promise.all(
    ['response-time', 'cancellation-rate', 'shipping'].map(async (name) => {
      const { asOf: _at, ...rest } = await read(`/v1/metrics/${name}?asOf=${asOf}`);
      return rest;
    }),
  );
  const wordless = (text: string): string =>
    markers.reduce((left, word) => left.replaceAll(word, ''), text).replaceAll('(erased)', '');
  return {
    reports: reports.map(wordless),
    balances,
    metrics,
    money: await read('/v1/reimbursements'),
  };
};

const erase = (address = email) => work('/v1/buyers/erase', { email: address });

beforeAll(async () => {
  pg = await createTestDatabase({ maxConnections: 8 });
  api = await startTestApi(pg.database, { mounts: pagesOf(pg.database) });
  other = await startTestApi(pg.database);
  fixture = createReturnsFixture(pg.database, api);
  const value = {
    sellerEmail: 'seller@example.test',
    senderName: 'Le Fil',
    returnAddresses: [{ id: 'default', ...returnAddress }],
  };
  await saveSetting(
    pg.database,
    api.sellerId,
    { kind: 'channel', key: 'shop' },
    { value, expectedVersion: null },
  );
});
afterAll(async () => {
  await Promise.all([api.stop(), other.stop()]);
  await pg.stop();
});

describe('A buyer who asks to be forgotten', () => {
  it('leaves no word, name, address or picture in the whole database, and every figure as it was', {
    timeout: 60_000,
  }, async () => {
    const things = await live();
    const open = await done('/v1/orders', {
      channel: 'shop',
      channelOrderId: `O-${newId()}`,
      placedAt: daysAgo(0),
      payment: { status: 'verified' },
      currency: 'EUR',
      buyer: { ...buyer, email: email.toUpperCase() },
      shipTo,
      lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 1, unitPriceMinor: 1_250 }],
    });
    // What the upstream system says again, and a command that an operator has not looked at yet.
    await work(`/v1/orders/${things.orderId}/payment`, {
      status: 'verified',
      at: daysAgo(0),
      buyer,
      shipTo,
    });
    const failed = await api.post('/v1/orders', {
      channel: 'shop',
      channelOrderId: `F-${newId()}`,
      placedAt: daysAgo(0),
      payment: { status: 'verified' },
      currency: 'EUR',
      buyer,
      shipTo,
      lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 1, unitPriceMinor: 1_250 }],
    });
    const { jobId } = await jsonOf<{ jobId: string }>(failed);
    await pg.database.system`UPDATE job SET state = 'failed' WHERE id = ${jobId}`;
    const before = await figures();
    // Somebody else of the same name in another shop.
    await other.post('/v1/orders', {
      channel: 'shop',
      channelOrderId: 'X-1',
      placedAt: daysAgo(1),
      payment: { status: 'verified' },
      currency: 'EUR',
      buyer: { name: 'Someone', email: 'someone@example.test' },
      shipTo: { ...shipTo, name: 'Someone', line1: '1 rue', city: 'Lyon', phone: null },
      lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 1, unitPriceMinor: 1_250 }],
    });
    await workAllOff(pg.database, other.sellerId);
    const found = await tablesHolding(pg.url, [...markers, ...traces]);
    for (const marker of [...markers, ...traces]) {
      expect(found).toContainEqual(expect.stringContaining(`: ${marker}`));
    }

    const { status, result } = await erase();
    expect({ status, result }).toEqual({
      status: 'done',
      result: {
        ordersErased: 2,
        pending: 1,
        messages: 3,
        returns: 1,
        documents: expect.any(Number),
        photographs: 1,
        mails: expect.any(Number),
        jobs: 1,
      },
    });
    expect(await figures()).toEqual(before);
    expect(result.documents).toBe(3);
    expect(result.mails).toBeGreaterThan(5);
    expect(await read(`/v1/orders/${things.orderId}`)).toMatchObject({
      buyer: null,
      shipTo: null,
      state: 'delivered',
    });
    // What is under way keeps what it needs.
    expect(await read(`/v1/orders/${open.orderId}`)).toMatchObject({ buyer: { name: buyer.name } });

    await done(`/v1/orders/${open.orderId}/cancellations`, { source: 'seller' });
    const withoutIt = await figures();
    await pg.database.system`
      UPDATE job SET run_at = now() WHERE seller_id = ${api.sellerId} AND name = 'erase-order'`;
    await workAllOff(pg.database, api.sellerId);
    expect(await tablesHolding(pg.url, [...markers, ...traces])).toEqual([]);

    expect(await figures()).toEqual(withoutIt);
    await showNothing(things);
  });

  /** Lists, documents and links of an erased order are there, and nothing personal in them. */
  const showNothing = async ({
    orderId,
    messageId,
    returnId,
    refundId,
    claimId,
  }: Awaited<ReturnType<typeof live>>) => {
    for (const document of ['return.pdf', 'label.pdf?size=a6', 'label.zpl?dpi=203', 'label.png']) {
      expect((await api.call(`/v1/returns/${returnId}/documents/${document}`)).status).toBe(404);
    }
    for (const path of [`/v1/claims/${claimId}/evidence.pdf`, `/v1/refunds/${refundId}/receipt.pdf`]) {
      expect((await api.call(path)).status, path).toBe(200);
    }
    const actions: [LinkAction, unknown][] = [
      ['track', orderId],
      ['authorize_return', returnId],
      ['reply_to_return', returnId],
      ['cancel_return', returnId],
      ['print_return_label', returnId],
      ['confirm_withdrawal', returnId],
      ['stop_alerts', orderId],
      ['reply_to_message', messageId],
      ['write_to_seller', messageId],
      ['request_cancellation', orderId],
      ['file_claim', claimId],
      ['refund_return', returnId],
      ['show_refund', refundId],
    ];
    for (const [action, thingId] of actions) {
      const token = signLink(
        { action, sellerId: api.sellerId, thingId: thingId as string, expiresAt: null },
        linkSecrets,
      );
      const page = await fetch(`${api.url}/${action === 'track' ? 't' : 'r'}/${token}`);
      expect(page.status, action).toBeLessThan(500);
      const shown = (await page.text()).toLowerCase();
      for (const marker of markers) expect(shown, action).not.toContain(marker);
    }
    for (const path of [
      '/v1/messages',
      '/v1/returns?filter=all',
      '/v1/refunds',
      '/v1/orders',
      '/v1/claims',
    ]) {
      expect((await api.call(path)).status, path).toBe(200);
    }
    // The buyer has nothing to be paid back with but the payment itself, and that is enough.
    const again = await work(
      '/v1/refunds',
      { orderId, lines: [{ lineId: '1', quantity: 1 }], reason: 'goodwill' },
      { 'idempotency-key': newId() },
    );
    expect(again.status).toBe('done');
    const reply = await work(`/v1/messages/${messageId}/reply`, { body: 'Too late' });
    expect(reply).toMatchObject({ status: 'rejected', error: { code: 'buyer_unreachable' } });
  };

  it('is found nowhere when asked again, and nobody is found who was never there', async () => {
    const nothing = {
      ordersErased: 0,
      pending: 0,
      messages: 0,
      returns: 0,
      documents: 0,
      photographs: 0,
      mails: 0,
      jobs: 0,
    };
    expect((await erase()).result).toEqual(nothing);
    expect((await erase('nobody@example.test')).result).toEqual(nothing);
    expect((await api.post('/v1/buyers/erase', { email: 'no address' })).status).toBe(422);
  });

  it('comes back as somebody new, whose order and conversation are not touched by what was erased', async () => {
    const orderId = await fixture.ship({ buyer, shipTo });
    await done('/v1/messages', {
      channel: 'shop',
      buyer: { email },
      direction: 'inbound',
      sentAt: daysAgo(0),
      body: 'Here I am again',
    });
    expect(await read(`/v1/orders/${orderId}`)).toMatchObject({ buyer: { email } });
    const { items } = (await read('/v1/messages')) as { items: { body: string; threadId: string }[] };
    const [newest, ...older] = items;
    expect(newest?.body).toBe('Here I am again');
    expect(older.map(({ threadId }) => threadId)).not.toContain(newest?.threadId);
  });

  it('is another seller’s to forget: the same address elsewhere stays', async () => {
    await other.post('/v1/messages', {
      channel: 'shop',
      buyer: { email },
      direction: 'inbound',
      sentAt: daysAgo(0),
      body: 'markerother',
    });
    await workAllOff(pg.database, other.sellerId);
    await erase();
    expect(await tablesHolding(pg.url, ['markerother'])).toEqual(['public.message: markerother']);
  });

  it('may have got a gift: the return is erased, the order of who gave it is not', async () => {
    const orderId = await fixture.ship();
    const contact = { name: 'Markergift', email: 'markergift@example.test' };
    const returnId = await fixture.request(orderId, { requestedBy: 'gift_recipient', contact });
    await workAllOff(pg.database, api.sellerId);
    expect((await erase(contact.email)).result).toMatchObject({ ordersErased: 0, pending: 1, returns: 0 });
    await done(`/v1/returns/${returnId}/close`, { reason: 'problem_solved', message: 'markerclosing' });
    await pg.database.system`UPDATE job SET run_at = now() WHERE name = 'erase-return'`;
    await workAllOff(pg.database, api.sellerId);
    expect(await tablesHolding(pg.url, ['markergift', 'markerclosing'])).toEqual([]);
    expect(await read(`/v1/orders/${orderId}`)).toMatchObject({ buyer: { name: 'Zoé Łukasik' } });
  });
});

describe('A buyer of very many orders', () => {
  const of = 'markerlegion@example.test';
  const count = 60;

  /** Orders that are over, and one conversation of many words. */
  const makeMany = async (): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      const posted = await api.post('/v1/orders', {
        channel: 'shop',
        channelOrderId: `L-${n}`,
        placedAt: daysAgo(9),
        historical: true,
        payment: { status: 'verified', provider: 'external' },
        currency: 'EUR',
        buyer: { name: 'Markerlegion', email: of },
        shipTo: { ...shipTo, name: 'Markerlegion' },
        lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 1, unitPriceMinor: 1_250 }],
      });
      expect(posted.status).toBe(202);
    }
    await workAllOff(pg.database, api.sellerId);
    await pg.database.asSellers(
      [api.sellerId],
      ({ sql }) => sql`
        UPDATE orders SET state = 'cancelled', called_off_at = now(),
          cancellation = '{"source":"seller","reason":"markerlegion asked","at":"2026-05-01T10:00:00.000Z"}'
        WHERE channel_order_id LIKE 'L-%'`,
    );
    await pg.database.asSellers(
      [api.sellerId],
      ({ sql }) => sql`
        WITH named AS (
          INSERT INTO thread (id, seller_id, channel, buyer) VALUES (${newId()}, ${api.sellerId}, 'shop', ${of})
          RETURNING id, seller_id)
        INSERT INTO message (id, seller_id, thread_id, channel, direction, source, sent_at, body, automatic,
          no_response_needed, historical, counts)
        SELECT gen_random_uuid(), seller_id, id, 'shop', 'outbound', 'upstream', now(), 'markerlegion ' || n, false,
          false, true, false
        FROM named, generate_series(1, 2500) AS n`,
    );
  };

  it('is forgotten page by page, and by whoever goes on after a process died, with nothing counted twice', async () => {
    await makeMany();
    const response = await api.post('/v1/buyers/erase', { email: of });
    const { jobId } = await jsonOf<{ jobId: string }>(response);
    // Processes that die among the orders, among the messages, and there again; what they had committed stays.
    for (const dieAt of [3, 5, 3]) {
      let transactions = 0;
      const dying: typeof pg.database = {
        ...pg.database,
        asSellers: (sellers, run) => {
          transactions += 1;
          if (transactions === dieAt) throw new Error('died');
          return pg.database.asSellers(sellers, run);
        },
      };
      await expect(runJob(dying, api.sellerId, jobId)).rejects.toThrow('died');
    }
    await runJob(pg.database, api.sellerId, jobId);
    expect(await read(`/v1/jobs/${jobId}`)).toMatchObject({
      status: 'done',
      result: { ordersErased: count, pending: 0, messages: 2_500 },
    });
    expect(await tablesHolding(pg.url, ['markerlegion'])).toEqual([]);
  });
});

describe('Time', () => {
  const ofSeller = <T>(run: Parameters<typeof pg.database.asSellers<T>>[1]) =>
    pg.database.asSellers([api.sellerId], run);

  /** As if everything about the order had happened so many days earlier. */
  const age = (orderId: string, days: number) =>
    ofSeller(async ({ sql }) => {
      await sql`UPDATE orders SET placed_at = placed_at - make_interval(days => ${days}),
        verified_at = verified_at - make_interval(days => ${days}) WHERE id = ${orderId}`;
      await sql`UPDATE shipment SET shipped_at = shipped_at - make_interval(days => ${days}),
        status_at = status_at - make_interval(days => ${days}),
        delivered_at = delivered_at - make_interval(days => ${days}) WHERE order_id = ${orderId}`;
    });
  const sweep = async (): Promise<void> => {
    await ensureSweeps(pg.database);
    await pg.database.system`
      UPDATE job SET run_at = now() WHERE seller_id = ${api.sellerId} AND name = 'sweep' AND state = 'waiting'`;
    await workAllOff(pg.database, api.sellerId);
  };
  const buyerOf = async (orderId: string): Promise<unknown> => (await read(`/v1/orders/${orderId}`)).buyer;

  it('anonymises an order so many months after it was over, not after it was placed, and once', async () => {
    const [old, young, open] = [await arrived(), await arrived(), await fixture.ship({ buyer, shipTo })];
    await age(old, 740);
    // Placed long ago, delivered not so long ago.
    await ofSeller(
      ({ sql }) => sql`UPDATE orders SET placed_at = placed_at - interval '740 days' WHERE id = ${young}`,
    );
    await age(open, 30);
    await sweep();
    expect(await buyerOf(old)).toBeNull();
    expect(await buyerOf(young)).toMatchObject({ email });
    expect(await buyerOf(open)).toMatchObject({ email });
    const [noted] = await ofSeller(
      ({ sql }) => sql<{ later: boolean }[]>`
        SELECT erase_check_at > now() + interval '700 days' AS later FROM orders WHERE id = ${young}`,
    );
    expect(noted?.later).toBe(true);
    const [proof] = await ofSeller(
      ({ sql }) => sql<{ counts: unknown }[]>`SELECT counts FROM erasure ORDER BY asked_at DESC LIMIT 1`,
    );
    expect(proof?.counts).toMatchObject({ ordersErased: 1, pending: 0 });
  });

  it('goes by the months of the seller’s policy', async () => {
    const orderId = await arrived();
    await age(orderId, 70);
    await sweep();
    expect(await buyerOf(orderId)).toMatchObject({ email });
    expect((await api.put('/v1/settings/delivery-policy', { anonymiseAfterMonths: 2 })).status).toBe(200);
    expect((await api.put('/v1/settings/delivery-policy', { anonymiseAfterMonths: 0 })).status).toBe(422);
    await sweep();
    expect(await buyerOf(orderId)).toBeNull();
  });

  it('comes once more to what was erased, for words that came since, and to conversations without an order', async () => {
    const orderId = await arrived();
    await age(orderId, 70);
    await sweep();
    for (const about of [{ orderId }, { channel: 'shop', channelOrderId: 'never-came' }]) {
      await done('/v1/messages', {
        ...about,
        direction: 'outbound',
        historical: true,
        sentAt: daysAgo(66),
        body: 'markerafterwards',
      });
    }
    await ofSeller(async ({ sql }) => {
      await sql`UPDATE orders SET erase_check_at = now() WHERE id = ${orderId}`;
      await sql`UPDATE thread SET created_at = now() - interval '70 days' WHERE channel_order_id = 'never-came'`;
    });
    await sweep();
    expect(await tablesHolding(pg.url, ['markerafterwards'])).toEqual([]);
    await ofSeller(({ sql }) => sql`UPDATE orders SET erase_check_at = now() WHERE id = ${orderId}`);
    await sweep();
    const [done_] = await ofSeller(
      ({ sql }) =>
        sql`SELECT 1 FROM orders WHERE id = ${orderId} AND erase_check_at IS NULL AND erased_at IS NOT NULL`,
    );
    expect(done_).toBeDefined();
  });

  it('is kept by one sweep a day of each seller', async () => {
    await ensureSweeps(pg.database);
    expect(await ensureSweeps(pg.database)).toBe(0);
    const rows = await pg.database.system`
      SELECT seller_id FROM job WHERE name = 'sweep' AND state = 'waiting' AND run_at > now()
      GROUP BY seller_id HAVING count(*) = 1`;
    expect(rows.length).toBe(2);
  });
});
