import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NavetteProcess, startNavetteProcess } from '../real-orders/navette-process.ts';
import { findProgram } from '../support/programs.ts';
import { type SinkMessage, type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { until } from '../support/until.ts';

const run = promisify(execFile);
const chromium = findProgram('chromium', 'chromium-browser', 'google-chrome');
const [zbarimg, pdftoppm, qpdf] = ['zbarimg', 'pdftoppm', 'qpdf'].map((name) => findProgram(name));
if (!chromium) console.log('A browser that follows links in mail: skipped, no chromium on the PATH.');
if (!zbarimg || !pdftoppm || !qpdf) {
  console.log('Scanning a mailed label: skipped, no zbarimg, pdftoppm or qpdf on the PATH.');
}

const folder = mkdtempSync(join(tmpdir(), 'navette-by-mail-'));
const seller = 'seller@shop.example';
const buyer = 'buyer@example.org';
let sink: SmtpSink;
let navette: NavetteProcess;

beforeAll(async () => {
  sink = await startSmtpSink();
  navette = await startNavetteProcess(join(folder, 'data'), {
    SMTP_URL: sink.url,
    MAIL_FROM: 'Navette <mail@navette.example>',
  });
}, 90_000);

afterAll(async () => {
  await navette.stop();
  await sink.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

interface Job {
  readonly status: string;
  readonly result: { readonly orderId: string; readonly returnId: string };
}

const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
  const response = await fetch(navette.url + path, {
    method,
    headers: {
      authorization: `Bearer ${navette.key}`,
      'content-type': 'application/json',
      prefer: 'wait=20',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
};

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** Asks for a return over the API, as an upstream system does; gives its id. */
const request = async (number: string): Promise<string> => {
  await call('PUT', '/v1/settings/channels/shop', {
    sellerEmail: seller,
    senderName: 'Lumen',
    returnAddresses: [
      {
        id: 'main',
        name: 'Lumen',
        line1: '12 quai du Port',
        postalCode: '59000',
        city: 'Lille',
        country: 'FR',
      },
    ],
  });
  const { result } = await call<Job>('POST', '/v1/orders', {
    channel: 'shop',
    channelOrderId: number,
    historical: true,
    placedAt: daysAgo(6),
    payment: { status: 'verified' },
    currency: 'EUR',
    buyer: { name: 'Đorđe Łukasik', email: buyer, language: 'en' },
    shipTo: { name: 'Đorđe Łukasik', line1: '3 rue Haute', postalCode: '69003', city: 'Lyon', country: 'FR' },
    lines: [{ lineId: '1', sku: 'MUG', title: 'Mug <b>blue</b>', quantity: 1, unitPriceMinor: 1_250 }],
  });
  const trackingNumber = `T-${number}`;
  const parcel = { carrier: 'colissimo', trackingNumber, shippedAt: daysAgo(5), historical: true };
  await call('POST', `/v1/orders/${result.orderId}/shipments`, parcel);
  const lines = [{ lineId: '1', quantity: 1, reason: 'defective', comment: 'The handle is loose.' }];
  const asked = { orderId: result.orderId, requestedBy: 'buyer', lines };
  return (await call<Job>('POST', '/v1/returns', asked)).result.returnId;
};

/** Each read once, however often a test looks for it. */
const read = new Map<SinkMessage, Promise<ParsedMail>>();

const readMail = (message: SinkMessage): Promise<ParsedMail> => {
  const mail = read.get(message) ?? simpleParser(message.raw);
  read.set(message, mail);
  return mail;
};

/** The mails that the server took for somebody, about an order. */
const mailsTo = async (recipient: string, number: string): Promise<ParsedMail[]> => {
  const taken = sink.messages.filter(({ recipients }) => recipients.includes(recipient));
  const mails = await Promise.all(taken.map(readMail));
  return mails.filter(({ text }) => text?.includes(number));
};

const firstMailTo = async (recipient: string, number: string): Promise<ParsedMail> => {
  await until(`a mail to ${recipient}`, async () => (await mailsTo(recipient, number)).length > 0);
  const [mail] = await mailsTo(recipient, number);
  if (mail === undefined) throw new Error('no mail');
  return mail;
};

const linksIn = ({ text = '' }: ParsedMail): string[] =>
  [...text.matchAll(/https?:\/\/\S+\/r\/[\w-]+/g)].map(String);

const stateOf = async (returnId: string) =>
  call<{ state: string; rma: string; history: { type: string }[] }>('GET', `/v1/returns/${returnId}`);

const choice = { choice: 'yes', rma: 'generated', address: 'saved:main', label: 'generated' };
const press = (link: string, fields: Record<string, string>): Promise<Response> =>
  fetch(link, { method: 'POST', body: new URLSearchParams(fields) });

test('A mail scanner that follows the link, with scripts and forms, does nothing; one press does, once', async () => {
  const returnId = await request('A-1');
  const mail = await firstMailTo(seller, 'A-1');
  expect(mail.from?.value).toEqual([{ name: 'Lumen', address: 'mail@navette.example' }]);
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(`${mail.text}${mail.html}`).not.toContain(buyer);
  const [authorize = ''] = linksIn(mail);
  for (let n = 0; n < 20; n += 1) {
    expect((await fetch(authorize)).status).toBe(200);
    expect((await fetch(authorize, { method: 'HEAD' })).status).toBe(200);
  }
  const { choice: _, ...withoutChoice } = choice;
  expect((await press(authorize, withoutChoice)).status).toBe(422);
  expect((await stateOf(returnId)).state).toBe('requested');

  const pressed = await Promise.all(Array.from({ length: 200 }, () => press(authorize, choice)));
  expect(new Set(pressed.map(({ status }) => status))).toEqual(new Set([200]));
  const { state, rma, history } = await stateOf(returnId);
  expect([state, history.map(({ type }) => type)]).toEqual(['authorized', ['requested', 'authorized']]);
  const again = await press(authorize, { ...choice, rma: 'own', rmaOwn: 'OTHER' });
  expect([again.status, (await again.text()).includes(rma)]).toEqual([409, true]);

  await until('the label', async () => (await mailsTo(buyer, rma)).length > 0);
  const labels = await mailsTo(buyer, rma);
  expect(labels).toHaveLength(1);
  expect(labels[0]?.attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf']);
  expect(`${labels[0]?.text}${labels[0]?.html}`).not.toContain(seller);
}, 60_000);

test.skipIf(!chromium)(
  'A browser that runs scripts and shows the page changes nothing',
  async () => {
    const returnId = await request('A-2');
    const links = linksIn(await firstMailTo(seller, 'A-2'));
    expect(links).toHaveLength(3);
    for (const link of links) {
      const { stdout } = await run(
        chromium ?? '',
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
          `--user-data-dir=${join(folder, 'browser')}`,
          '--virtual-time-budget=3000',
          '--dump-dom',
          link,
        ],
        { timeout: 60_000 },
      );
      expect(stdout).toContain('A-2');
      expect(stdout).not.toContain('<b>blue</b>');
    }
    const { state, history } = await stateOf(returnId);
    expect([state, history.length]).toEqual(['requested', 1]);
  },
  120_000,
);

test.skipIf(!zbarimg || !pdftoppm || !qpdf)(
  'The label that the buyer gets scans, at 203 and at 150 dpi',
  async () => {
    const returnId = await request('A-3');
    const [authorize = ''] = linksIn(await firstMailTo(seller, 'A-3'));
    await press(authorize, choice);
    const { rma } = await stateOf(returnId);
    await until('the label', async () => (await mailsTo(buyer, rma)).length > 0);
    const [mail] = await mailsTo(buyer, rma);
    const pdf = join(folder, 'return.pdf');
    writeFileSync(pdf, mail?.attachments[0]?.content ?? Buffer.alloc(0));
    await run(qpdf ?? '', ['--check', pdf]);
    for (const dpi of ['203', '150']) {
      const picture = join(folder, `page-${dpi}`);
      await run(pdftoppm ?? '', ['-r', dpi, '-png', '-singlefile', pdf, picture]);
      const { stdout } = await run(zbarimg ?? '', ['--quiet', '--nodbus', `${picture}.png`]);
      const read = new Set(stdout.trim().split('\n'));
      expect(read).toEqual(new Set([`CODE-128:${rma}`, `QR-Code:${navette.url}/rma/${rma}`]));
    }
  },
  60_000,
);

test('The buyer withdraws on the public page, confirms by mail, and gets one acknowledgement', async () => {
  await request('A-4');
  const answers = await Promise.all(
    [buyer, 'stranger@example.org'].map(async (email) => {
      const body = new URLSearchParams({ orderNumber: 'A-4', email });
      const response = await fetch(`${navette.url}/withdraw`, { method: 'POST', body });
      return `${response.status} ${await response.text()}`;
    }),
  );
  expect(answers[0]).toBe(answers[1]);
  const isStatement = ({ text }: ParsedMail) => /withdraw/i.test(text ?? '') && /\/r\//.test(text ?? '');
  await until('the mail with the second step', async () => (await mailsTo(buyer, 'A-4')).some(isStatement));
  const [confirm = ''] = linksIn((await mailsTo(buyer, 'A-4')).find(isStatement) as ParsedMail);
  expect((await press(confirm, { choice: 'yes', 'quantity-0': '1' })).status).toBe(200);
  const acknowledged = async () =>
    (await mailsTo(buyer, 'A-4')).filter(({ subject }) => subject?.includes('acknowledgement'));
  await until('the acknowledgement', async () => (await acknowledged()).length > 0);
  await until('the label', async () =>
    (await mailsTo(buyer, 'A-4')).some(({ attachments }) => attachments.length > 0),
  );
  expect((await press(confirm, { choice: 'yes', 'quantity-0': '1' })).status).toBe(200);
  expect(await acknowledged()).toHaveLength(1);
}, 60_000);
