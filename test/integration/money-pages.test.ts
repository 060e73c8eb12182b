import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { saveSetting } from '../../db/repositories/settings/save-setting.ts';
import type { PayloadInput } from '../../queues/registry.ts';
import { registry } from '../../queues/registry.ts';
import { createJobWaiter } from '../../src/api/accept/job-waiter.ts';
import { createMoneyLinkRouter } from '../../src/pages/money/money-link-router.ts';
import { createMoneyPagePorts } from '../../src/pages/money/real-ports.ts';
import { newId } from '../../src/platform/ids.ts';
import { type LinkAction, signLink } from '../../src/platform/link-tokens.ts';
import { addJobs, aJob } from '../support/ledger-fixture.ts';
import { until } from '../support/until.ts';
import { serve, type TestServer } from './mail-http-harness.ts';
import { openRig, type Rig } from './runtime/rig.ts';
import { aDraft, aReturnAddress, placeJob, requestJob, shipJobs } from './runtime/samples.ts';

const linkSecrets = ['a link secret of more than 32 characters'];
const queues = new Set(['orders', 'tracking', 'returns', 'cancellations', 'claims', 'refunds']);
let rig: Rig;
let server: TestServer;
let sellerId: string;

beforeAll(async () => {
  rig = await openRig('postgres');
});
beforeEach(async () => {
  await rig.begin();
  const { database, system } = rig.ledger;
  sellerId = await rig.ledger.newSeller();
  const value = {
    senderName: 'Le Fil',
    sellerEmail: 'seller@example.test',
    returnAddresses: [aReturnAddress],
  };
  await saveSetting(database, sellerId, { kind: 'channel', key: 'shop' }, { value, expectedVersion: null });
  const ports = createMoneyPagePorts({
    database,
    intake: rig.intake(),
    waiter: createJobWaiter(system),
    receipt: async (_seller, refundId) => ({
      bytes: Buffer.from(`%PDF ${refundId}`),
      contentType: 'application/pdf',
      filename: 'receipt.pdf',
      etag: '"1"',
    }),
    waitMs: 20_000,
  });
  server = await serve({ '/r': createMoneyLinkRouter({ ports, linkSecrets, requestsPerMinute: 100_000 }) });
  rig.work({ contracts: registry.filter(({ name }) => queues.has(name)) });
});
afterEach(async () => {
  await server.close();
  await rig.end();
});
afterAll(() => rig.close());

const work = async (...jobs: readonly NewJob[]): Promise<void> => {
  for (const job of jobs) {
    await addJobs(rig.ledger, [job]);
    rig.nudge();
    await until(`the job ${job.name} is done`, async () => {
      const [row] = await rig.ledger.admin`SELECT 1 FROM job WHERE id = ${job.id} AND state = 'done'`;
      return row !== undefined;
    });
  }
};

const linkTo = (action: LinkAction, thingId: string): string => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  return `${server.url}/r/${signLink({ action, sellerId, thingId, expiresAt }, linkSecrets)}`;
};

const post = (url: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) });

/** Many equal clicks, of which each must see the same. */
const press = async (url: string, fields: Readonly<Record<string, string>>): Promise<string> => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(url, fields)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const [page = '', ...others] = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(others)).toEqual(new Set([page]));
  return page;
};

/** The page behind the link in the last mail to somebody. */
const linkInMailTo = async (recipient: string): Promise<string> => {
  const [mail] = await rig.ledger.admin<{ text: string }[]>`
    SELECT text FROM mail WHERE recipient = ${recipient} ORDER BY id DESC LIMIT 1`;
  const [, token] = /\/r\/([\w-]{100})/.exec(mail?.text ?? '') ?? [];
  return `${server.url}/r/${token}`;
};

/** A paid order of three bobbins at 12,50 that nobody has sent. */
const unshipped = async (): Promise<string> => {
  const orderId = newId();
  const buyer = { name: 'Zoé Łukasik', email: 'zoe.lukasik@example.test', language: 'it' } as const;
  const lines = [{ lineId: '1', sku: 'BOBINE', title: 'Bobine de fil', quantity: 3, unitPriceMinor: 1_250 }];
  await work(placeJob(sellerId, aDraft({ buyer, lines }), orderId));
  return orderId;
};

const shippedOrder = async (): Promise<string> => {
  const { orderId, jobs } = shipJobs(sellerId);
  await work(...jobs);
  return orderId;
};

const rows = <T extends object>(query: TemplateStringsArray): Promise<T[]> => rig.ledger.admin<T[]>(query);

test('A buyer asks by one link, the seller accepts by another, and the money goes back once', async () => {
  const ask = linkTo('request_cancellation', await unshipped());
  expect(await (await fetch(ask)).text()).toMatch(/<html lang="it">[\s\S]*3 × Bobine de fil/);
  const asked = await press(ask, { act: 'some', 'quantity-0': '2', reason: 'Ordinato\r\ndue volte' });
  expect(asked).toMatch(/Richiesta inviata[\s\S]*ancora senza risposta[\s\S]*2 × Bobine de fil/);
  const again = linkTo(
    'request_cancellation',
    (await rows<{ id: string }>`SELECT id FROM orders`)[0]?.id ?? '',
  );
  expect((await post(`${again}`, { act: 'whole' })).status).toBe(409);

  const decide = await linkInMailTo('seller@example.test');
  expect(await (await fetch(decide)).text()).toMatch(/<html lang="fr">[\s\S]*Ordinato\ndue volte/);
  const accepted = await press(decide, { act: 'accept' });
  expect(accepted).toMatch(/Demande acceptée[\s\S]*25,00\s€[\s\S]*Demandé/);
  expect((await post(decide, { act: 'refuse' })).status).toBe(409);
  expect(await rows`SELECT state, reason FROM cancellation_request`).toEqual([
    { state: 'accepted', reason: 'Ordinato\ndue volte' },
  ]);
  expect(await rows`SELECT amount_minor::int AS amount, cause FROM refund`).toEqual([
    { amount: 2_500, cause: 'cancellation' },
  ]);
  expect(await (await fetch(ask)).text()).toMatch(/Richiesta inviata[\s\S]*accettata/);

  const refund = linkTo('show_refund', (await rows<{ id: string }>`SELECT id FROM refund`)[0]?.id ?? '');
  expect(await (await fetch(refund)).text()).toMatch(/Rimborso di 25,00\s€[\s\S]*Richiesto/);
  expect((await fetch(`${refund}/receipt.pdf`)).status).toBe(409);
});

test('A seller refuses with a message, which the buyer finds behind the own link', async () => {
  const ask = linkTo('request_cancellation', await unshipped());
  expect((await post(ask, { act: 'whole' })).status).toBe(200);
  const decide = await linkInMailTo('seller@example.test');
  expect(await press(decide, { act: 'refuse', message: 'Déjà emballé' })).toContain('Demande refusée');
  expect(await rows`SELECT state, message, lines FROM cancellation_request`).toEqual([
    { state: 'refused', message: 'Déjà emballé', lines: null },
  ]);
  expect(await (await fetch(ask)).text()).toMatch(/rifiutata[\s\S]*Déjà emballé/);
  expect(await rows`SELECT 1 FROM refund`).toEqual([]);
});

test('What has left is said to have left; a damage of it is claimed with photographs, once', async () => {
  const orderId = await shippedOrder();
  const ask = linkTo('request_cancellation', orderId);
  expect(await (await fetch(ask)).text()).toMatch(/est déjà partie[\s\S]*\.\.\/withdraw\?lang=fr/);
  expect((await post(ask, { act: 'whole' })).status).toBe(409);
  const [parcel] = await rows<{ carrier: string; trackingNumber: string }>`
    SELECT carrier, tracking_number AS "trackingNumber" FROM shipment`;
  const scan = { ...parcel, code: 'delivered', occurredAt: new Date(Date.now() - 3_600_000).toISOString() };
  await work(aJob(sellerId, { queue: 'tracking', name: 'record', payload: { events: [scan] } }));
  const claimId = newId();
  const payload: PayloadInput<'claims', 'open'> = { orderId, claimId, claim: { kind: 'damaged' } };
  await work(aJob(sellerId, { queue: 'claims', name: 'open', payload }));
  const link = linkTo('file_claim', claimId);
  expect(await (await fetch(link)).text()).toMatch(/articles abîmés[\s\S]*Ajoutez d’abord une photo/);
  const early = await post(link, { choice: 'yes' });
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('au moins une photo')]);

  const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const body = new FormData();
  for (const [name, bytes] of [
    ['a.jpg', jpeg],
    ['b.jpg', Buffer.from('text')],
    ['a.jpg', jpeg],
  ] as const) {
    body.append('photos', new Blob([new Uint8Array(bytes)]), name);
  }
  const added = await fetch(`${link}?add=photos`, { method: 'POST', body, redirect: 'manual' });
  const page = await added.text();
  expect([added.status, page]).toEqual([422, expect.stringContaining('<bdi>b.jpg</bdi>')]);
  const photos = [...page.matchAll(/href="[\w-]+(\/photos\/[\w-]+)"/g)].map(([, path]) => path);
  expect(photos).toHaveLength(1);
  expect((await fetch(`${link}${photos[0]}`)).headers.get('content-type')).toBe('image/jpeg');

  expect(await press(link, { choice: 'yes' })).toContain('Demande déposée');
  expect(await rows`SELECT state FROM claim`).toEqual([{ state: 'submitted' }]);
  const late = await fetch(`${link}?add=photos`, { method: 'POST', body, redirect: 'manual' });
  expect(late.status).toBe(409);
});

test('What is due for a return is refunded once, as the page showed it', async () => {
  const orderId = await shippedOrder();
  const { returnId, job } = requestJob(sellerId, orderId);
  const onReturn = { orderId, returnId };
  await work(job);
  const link = linkTo('refund_return', returnId);
  expect(await (await fetch(link)).text()).toContain('Rien n’est encore revenu');
  const receipt = {
    receivedAt: new Date().toISOString(),
    lines: [{ lineId: '1', quantity: 1, condition: 'sellable' }],
  };
  const authorize = { rma: null, label: { kind: 'generated' } };
  await work(
    aJob(sellerId, { queue: 'returns', name: 'authorize', payload: { ...onReturn, authorize } }),
    aJob(sellerId, { queue: 'returns', name: 'receive', payload: { ...onReturn, receipt } }),
  );
  const shown = await (await fetch(link)).text();
  expect(shown).toMatch(/Bobine de fil[\s\S]*vendable[\s\S]*Total à rembourser/);
  const [, amountMinor = ''] = /name="amountMinor" value="(\d+)"/.exec(shown) ?? [];
  expect((await post(link, { choice: 'yes', amountMinor: '1' })).status).toBe(422);
  expect(await press(link, { choice: 'yes', amountMinor })).toContain('Remboursement demandé');
  expect(await rows`SELECT amount_minor::text AS amount, cause FROM refund`).toEqual([
    { amount: amountMinor, cause: 'return_received' },
  ]);
  expect(await (await fetch(link)).text()).toContain('Remboursement demandé');
});
