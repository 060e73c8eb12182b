import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStopAlertsRouter } from '../../src/pages/alerts/stop-alerts-router.ts';
import { newId } from '../../src/platform/ids.ts';
import { type LinkAction, linkUrl } from '../../src/platform/link-tokens.ts';
import { stopAlertsHeaders } from '../../workers/mailing.ts';
import { jsonOf, startTestApi, type TestApi, workOff } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const linkSecrets = ['a link secret of more than 32 characters'];
let pg: TestDatabase;
let api: TestApi;
let orderId: string;

beforeAll(async () => {
  pg = await createTestDatabase();
  const mounts = [{ path: '/r', router: createStopAlertsRouter({ database: pg.database, linkSecrets }) }];
  api = await startTestApi(pg.database, { mounts });
  const response = await api.post('/v1/orders', {
    channel: 'shop',
    channelOrderId: 'A-1',
    placedAt: '2026-05-06T10:00:00Z',
    payment: { status: 'pending' },
    currency: 'EUR',
    lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 1, unitPriceMinor: 1_250 }],
  });
  const { jobId } = await jsonOf<{ jobId: string }>(response);
  await workOff(pg.database, api.sellerId);
  orderId = (await jsonOf<{ result: { orderId: string } }>(await api.call(`/v1/jobs/${jobId}`))).result
    .orderId;
  await api.put('/v1/settings/channels/shop', { sellerEmail: 'seller@example.test', returnWindowDays: 40 });
});

afterAll(async () => {
  await api.stop();
  await pg.stop();
});

const link = (action: LinkAction, thingId = orderId): string =>
  linkUrl({ publicUrl: api.url, linkSecrets }, { action, sellerId: api.sellerId, thingId, expiresAt: null });
const post = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
/** The same link with another last character. */
const forged = (url: string): string => `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`;
const settings = async () => jsonOf(await api.call('/v1/settings/channels/shop'));

test('The header has the link, and lets mail programs post only where it is HTTPS', () => {
  const headersFor = (publicUrl: string) =>
    stopAlertsHeaders(
      { links: { publicUrl, linkSecrets }, mailDomain: 'x' },
      { sellerId: api.sellerId, thingId: orderId },
    );
  expect(Object.keys(headersFor('http://shop.test'))).toEqual(['List-Unsubscribe']);
  expect(headersFor('https://shop.test')).toMatchObject({
    'List-Unsubscribe': expect.stringMatching(/^<https:\/\/shop\.test\/r\/[\w-]{100}>$/),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
});

test('Looking changes nothing, and neither does a form without its choice', async () => {
  const url = link('stop_alerts');
  expect((await fetch(url)).status).toBe(200);
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  expect((await post(url, {})).status).toBe(422);
  expect(await settings()).toMatchObject({ alerts: 'each' });
});

test.each([
  ['a person’s choice', { choice: 'yes' }],
  ['a mail program’s post', { 'List-Unsubscribe': 'One-Click' }],
])('%s stops the alerts of the channel and leaves its other settings', async (_what, fields) => {
  await api.put('/v1/settings/channels/shop', { sellerEmail: 'seller@example.test', returnWindowDays: 40 });
  const response = await post(link('stop_alerts'), fields);
  expect([response.status, response.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
  expect(await settings()).toMatchObject({
    alerts: 'off',
    sellerEmail: 'seller@example.test',
    returnWindowDays: 40,
  });
});

test('Links for something else, or of no order, are left to others', async () => {
  expect((await fetch(link('cancel_return'))).status).toBe(404);
  expect((await fetch(link('stop_alerts', newId()))).status).toBe(404);
  expect((await post(forged(link('stop_alerts')), { choice: 'yes' })).status).toBe(404);
});
