import { parse } from 'csv-parse/sync';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf } from '../../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type SmtpSink, startSmtpSink } from '../../support/smtp-sink.ts';
import { until } from '../../support/until.ts';
import { startWholeApp, type WholeApp } from './whole-app.ts';

/** Stands in all that is about a person: in no line of the log at info and above. */
const person = 'MarkedPerson';
const tag = '<img src=x onerror=alert(1)>';
/** Ends an attribute, an element, a title, a line of a header, a cell. */
const hostile = (about: string): string =>
  `=${about}"'>${tag}</title><script>alert(1)</script>\r\nBcc: evil@example.test`;
/** Where a hundred characters are all there is. */
const number = (n: number): string => `=1+${n};"${tag}\r\nX-Evil: yes`;
const buyerEmail = 'markedperson.buyer@example.test';
const sellerEmail = 'seller@example.test';
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

const address = {
  name: hostile(person),
  line1: hostile(person),
  line2: hostile(person),
  postalCode: '69003',
  city: hostile(person).slice(0, 99),
  country: 'FR',
  phone: '+33 1 MarkedPerson',
};

let pg: TestDatabase;
let sink: SmtpSink;
let app: WholeApp;
let ids: Readonly<Record<'orderId' | 'returnId' | 'refundId' | 'claimId' | 'messageId', string>>;
const rma = 'RMA-1';

/** Asks for work and waits for its end; its result. */
const done = async (path: string, body: object): Promise<Record<string, string>> => {
  const headers = { prefer: 'wait=30', 'idempotency-key': crypto.randomUUID() };
  const job = await jsonOf<{ status: string; result: Record<string, string> }>(
    await app.post(path, body, headers),
  );
  expect(job, path).toMatchObject({ status: 'done' });
  return job.result;
};

const place = async (n: number, changes: object = {}): Promise<string> => {
  const { orderId = '' } = await done('/v1/orders', {
    channel: 'shop',
    channelOrderId: number(n),
    placedAt: daysAgo(20),
    payment: { status: 'verified', provider: 'external', reference: hostile('payment') },
    currency: 'EUR',
    buyer: { name: hostile(person), email: buyerEmail, language: 'en' },
    shipTo: address,
    lines: [
      {
        lineId: hostile('line').slice(0, 60),
        sku: tag,
        title: hostile('title'),
        quantity: 3,
        unitPriceMinor: 1_000,
      },
    ],
    ...changes,
  });
  return orderId;
};

beforeAll(async () => {
  pg = await createTestDatabase({ maxConnections: 4 });
  sink = await startSmtpSink();
  app = await startWholeApp(pg, { smtpUrl: sink.url });
  const settings = {
    language: 'en',
    sellerEmail,
    senderName: hostile('shop').slice(0, 99),
    returnAddresses: [{ ...address, id: 'default', name: hostile('depot') }],
  };
  const saved = await app.call('/v1/settings/channels/shop', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
  expect(saved.status, await saved.text()).toBe(200);
  const lineId = hostile('line').slice(0, 60);
  const lines = [{ lineId, quantity: 1 }];
  const orderId = await place(1);
  await done(`/v1/orders/${orderId}/shipments`, {
    carrier: tag,
    trackingNumber: number(9),
    shippedAt: daysAgo(15),
  });
  const scan = {
    carrier: tag,
    trackingNumber: number(9),
    occurredAt: daysAgo(9),
    location: hostile('place'),
  };
  await done('/v1/tracking-events', { ...scan, code: 'delivered' });
  const { messageId = '' } = await done('/v1/messages', {
    orderId,
    direction: 'inbound',
    sentAt: daysAgo(1),
    subject: hostile(person),
    body: `${person} <p>Hello</p><script>alert(1)</script> ${tag} &lt;img src=x onerror=alert(1)&gt;`,
  });
  await done(`/v1/messages/${messageId}/reply`, { body: hostile(person) });
  const { returnId = '' } = await done('/v1/returns', {
    orderId,
    requestedBy: 'buyer',
    lines: [{ lineId, quantity: 1, reason: 'defective', comment: hostile(person) }],
  });
  await done(`/v1/returns/${returnId}/reply`, { message: hostile(person) });
  await done(`/v1/returns/${returnId}/authorize`, { rma });
  await done(`/v1/returns/${returnId}/receipts`, {
    receivedAt: daysAgo(0),
    lines: [{ sku: tag, quantity: 2, condition: 'sellable' }],
  });
  const { refundId = '' } = await done('/v1/refunds', { orderId, lines, reason: hostile(person) });
  const outcome = { outcome: 'succeeded', at: daysAgo(0), reference: hostile('reference'), code: tag };
  await done(`/v1/refunds/${refundId}/outcome`, outcome);
  const { claimId = '' } = await done('/v1/claims', { orderId, kind: 'damaged' });
  const open = await place(2, { placedAt: daysAgo(0) });
  await done(`/v1/orders/${open}/cancellation-requests`, {
    requestedAt: daysAgo(0),
    reason: hostile(person),
  });
  await done(`/v1/orders/${open}/cancellations`, { source: 'seller', reason: hostile(person), lines });
  ids = { orderId, returnId, refundId, claimId, messageId };
  await until('the mails are out', async () => {
    const left = await pg.database.system`
      SELECT 1 FROM job WHERE queue IN ('mail', 'labels') AND state IN ('waiting', 'queued') AND run_at <= now()`;
    return left.length === 0 && sink.messages.length >= 6;
  });
});

afterAll(async () => {
  await app.stop();
  await sink.close();
  await pg.stop();
});

/** Nothing of what strangers wrote may be markup; our own pages and mails have neither of these. */
const expectHarmless = (what: string, html: string): void => {
  expect(/<script|<img|onerror=alert\(1\)>|<title>[^<]*<(?!\/title)/i.exec(html)?.[0], what).toBeUndefined();
};

describe('What strangers wrote', () => {
  it('makes no header, no recipient and no markup in a mail, and reaches who it is for alone', async () => {
    let shown = 0;
    for (const { sender, recipients, raw } of sink.messages) {
      const mail = await simpleParser(raw);
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      expect(sender).toBe('navette@after-sales.example.test');
      expect(recipients).toHaveLength(1);
      expect([buyerEmail, sellerEmail]).toContain(recipients[0]);
      expect(head).not.toMatch(/^(bcc|cc|x-evil)\s*:/im);
      expect(head.match(/^(from|to|subject|message-id|date)\s*:/gim)).toHaveLength(5);
      expect(head).not.toMatch(/[^\r]\n|\r[^\n]/);
      expect([mail.to].flat().flatMap((to) => to?.value ?? [])).toEqual([
        { address: recipients[0], name: '' },
      ]);
      expect(mail.from?.value).toHaveLength(1);
      expect(mail.from?.value[0]?.address).toBe('navette@after-sales.example.test');
      expect(mail.cc ?? mail.bcc ?? mail.replyTo).toBeUndefined();
      expect(mail.subject).not.toMatch(/[\r\n]/);
      const html = typeof mail.html === 'string' ? mail.html : '';
      expectHarmless(mail.subject ?? '', html);
      if (html.includes('&lt;')) shown += 1;
      for (const { filename } of mail.attachments) expect(filename).toMatch(/^[\w.-]+$/);
    }
    expect(shown).toBeGreaterThan(4);
  });

  it('is text on every page that links in mails lead to, and on the operators’ pages', async () => {
    const links = sink.messages.flatMap(({ raw }) => [
      ...raw.replaceAll(/=\r\n/g, '').matchAll(/https:\/\/after-sales\.example\.test(\/[rt]\/[\w-]{100})/g),
    ]);
    const paths = [...new Set(links.map(([, path = '']) => path))];
    expect(paths.length).toBeGreaterThan(8);
    let shown = 0;
    for (const path of paths) {
      for (const lang of ['', '?lang=fr']) {
        const answer = await fetch(app.url + path + lang);
        const html = await answer.text();
        expect([200, 409], `${path} ${html}`).toContain(answer.status);
        expectHarmless(path, html);
        if (html.includes('&lt;img')) shown += 1;
      }
    }
    expect(shown).toBeGreaterThan(8);
    for (const path of [
      `/rma/${rma}`,
      '/response-time',
      '/response-time?channel=shop',
      '/queues/queue/orders',
    ]) {
      const answer = await app.asOperator(path);
      expect(answer.status, path).toBe(200);
      const html = await answer.text();
      // The board is a program of its own: it gets what it shows as data.
      if (!path.startsWith('/queues')) expectHarmless(path, html);
      else expect(html).not.toContain(tag);
    }
    expectHarmless('/docs', await (await fetch(`${app.url}/docs`)).text());
    const board = await app.asOperator('/queues/api/queues?activeQueue=orders&status=completed');
    expect(board.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await board.text()).not.toContain(person);
  });

  it('runs as no formula in a report, and parts no cell', async () => {
    let cells = 0;
    const to = encodeURIComponent(daysAgo(-1));
    for (const path of [
      ...['returns', 'refunds', 'cancellations', 'claims'].map((name) => `/v1/reports/${name}.csv?to=${to}`),
      '/v1/metrics/response-time/messages.csv',
    ]) {
      const answer = await app.call(path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('content-disposition'), path).toMatch(/^attachment; filename="[\w.-]+"$/);
      const rows = parse(await answer.text(), { relax_column_count: false }) as string[][];
      for (const cell of rows.slice(1).flat()) {
        cells += 1;
        if (/^-?\d+(\.\d+)?$/.test(cell)) continue;
        expect(cell, path).not.toMatch(/^[=+\-@\t\r]/);
      }
    }
    expect(cells).toBeGreaterThan(60);
  });

  it('stands in no header of a document', async () => {
    const { returnId, refundId, claimId } = ids;
    for (const path of [
      `/v1/returns/${returnId}/documents/return.pdf`,
      `/v1/returns/${returnId}/documents/label.pdf`,
      `/v1/returns/${returnId}/documents/label.zpl`,
      `/v1/returns/${returnId}/documents/label.png`,
      `/v1/refunds/${refundId}/receipt.pdf`,
      `/v1/claims/${claimId}/evidence.pdf`,
    ]) {
      const answer = await app.call(path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('content-disposition'), path).toMatch(/^inline; filename="[\w.-]+"$/);
      expect(answer.headers.get('content-security-policy'), path).toMatch(/default-src 'none'.*sandbox/);
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
      expect([...answer.headers].flat().join(' '), path).not.toMatch(/evil|Marked|<|script/i);
    }
    const label = await (await app.call(`/v1/returns/${returnId}/documents/label.zpl`)).text();
    // One label, whatever an address says: commands begin with these signs.
    expect(label.match(/\^XA/g)).toHaveLength(1);
  });

  it('stands in no line of the log at info and above, and no key or token at any level', () => {
    const lines = app.log.map((line) => JSON.parse(line) as { level: number });
    const told = lines.filter(({ level }) => level >= 30).map((line) => JSON.stringify(line));
    expect(told.join('\n').toLowerCase()).not.toContain(person.toLowerCase());
    expect(app.log.join('\n')).not.toMatch(
      /marked-key|marked:operator|marked link|whsec_|Bearer |\/[rt]\/[\w-]{20}/,
    );
  });

  it.each([
    'a@example.test,evil@example.test',
    'a@example.test\r\nBcc: evil@example.test',
    'a@example.test>\r\nRCPT TO:<evil@example.test',
    '<evil@example.test>',
    'Evil <evil@example.test>',
    '"a b"@example.test',
    'a@[127.0.0.1]',
    'a@example.test evil@example.test',
    'a@example.test\u0000',
  ])('is no address where it is more than one: %j', async (email) => {
    const order = {
      channel: 'shop',
      channelOrderId: 'E',
      placedAt: daysAgo(1),
      currency: 'EUR',
      payment: { status: 'pending' },
    };
    const line = { lineId: '1', sku: 'A', title: 'A', quantity: 1, unitPriceMinor: 1 };
    const message = { channel: 'shop', direction: 'inbound', sentAt: daysAgo(1), body: 'Hello' };
    const answers = [
      await app.post('/v1/orders', { ...order, lines: [line], buyer: { name: 'A', email } }),
      await app.post('/v1/messages', { ...message, buyer: { email } }),
      await app.post('/v1/returns', {
        orderId: ids.orderId,
        requestedBy: 'gift_recipient',
        contact: { email },
        lines: [{ lineId: '1', quantity: 1, reason: 'defective' }],
      }),
      await app.post('/v1/buyers/erase', { email }),
      await app.call('/v1/settings/channels/other', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ sellerEmail: email }),
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
  });
});
