import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/domain/languages.ts';
import { orderStates } from '../../src/domain/orders/order.ts';
import { createTrackingRouter } from '../../src/pages/tracking/router.ts';
import { textsOf } from '../../src/pages/tracking/texts/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { signLink, trackingUrl } from '../../src/platform/link-tokens.ts';
import { type MailTest, startMailTest } from './mail-harness.ts';
import { serve, type TestServer } from './mail-http-harness.ts';
import { firstWindow, seedOrder } from './tracking-page-fixture.ts';

const linkSecrets = ['a secret that nobody else has, really'];
let test: MailTest;
let server: TestServer;
let now = '2026-05-08T10:00:00.000Z';

beforeAll(async () => {
  test = await startMailTest();
  server = await serve({
    '/t': createTrackingRouter({
      database: test.database,
      linkSecrets,
      requestsPerMinute: 100_000,
      now: () => new Date(now),
    }),
  });
}, 60_000);

afterAll(async () => {
  await server.close();
  await test.stop();
});

const urlOf = (id: string, sellerId = test.sellerId): string =>
  trackingUrl({ publicUrl: server.url, linkSecrets }, { id, sellerId });

const pageOf = async (id: string, query = ''): Promise<string> => (await fetch(urlOf(id) + query)).text();

/** What a reader sees, without markup. */
const seen = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/[\s\u2009\u202f]+/g, ' ');

const twoScans = {
  carrier: 'colissimo',
  trackingNumber: '6A123',
  shippedAt: '2026-05-07T15:00:00.000Z',
  status: 'in_transit',
  scans: [
    ['accepted', '2026-05-07T16:30:00.000Z', 'Lille'],
    ['in_transit', '2026-05-08T03:05:00.000Z', 'Paris'],
  ],
} as const;

describe('the tracking page', () => {
  it('shows number, state, window and scans, newest first, in the order’s language and the destination’s time', async () => {
    const id = await seedOrder(test, {
      state: 'shipped',
      orderNumber: '407-1',
      windows: [firstWindow, { ...firstWindow, parcel: 0, earliest: '2026-05-09', latest: '2026-05-11' }],
      parcels: [twoScans],
    });
    const page = await pageOf(id);
    expect(page).toContain('<html lang="fr">');
    const text = seen(page);
    expect(text).toContain('Commande 407-1');
    expect(text).toContain('En route');
    // The newest promise of the parcel, not the one from before it left.
    expect(text).toMatch(/samedi 9 – lundi 11 mai 2026/);
    expect(text).toMatch(/colissimo.*6A123/);
    expect(text.indexOf('Paris')).toBeLessThan(text.indexOf('Lille'));
    expect(text).toContain('ven. 8 mai à 05:05');
    expect(text).toContain('Heures du lieu de livraison');
  });

  it('tells nobody to whom, where and for how much', async () => {
    const id = await seedOrder(test, {
      state: 'shipped',
      windows: [firstWindow],
      parcels: [{ ...twoScans, trackingNumber: '6A9' }],
    });
    const page = await pageOf(id);
    for (const secret of [
      'Claire',
      'Secret',
      'claire.secret',
      'Cachée',
      'Villecach',
      '75001',
      '12345',
      '123,45',
    ]) {
      expect(page).not.toContain(secret);
    }
  });

  it('says that carriers may need until the next day while there are no scans', async () => {
    const id = await seedOrder(test, {
      state: 'shipped',
      parcels: [{ ...twoScans, trackingNumber: '6A0', status: null, scans: [] }],
    });
    expect(seen(await pageOf(id))).toContain('le lendemain de l’expédition');
    expect(seen(await pageOf(id, '?lang=en'))).toContain('until the day after shipping');
  });

  it.each(languages)('says every state in %s', async (language) => {
    const titles = new Set<string>();
    for (const state of orderStates) {
      const id = await seedOrder(test, { state, language, shipTo: state === 'pending' ? null : undefined });
      const page = await pageOf(id);
      const { title, sentence } = textsOf[language].headlines[state];
      expect(page).toContain(`<html lang="${language}">`);
      expect(seen(page)).toContain(title);
      expect(seen(page)).toContain(sentence.replaceAll('\u00a0', ' '));
      expect(seen(page)).not.toMatch(/undefined|\bnull\b|\[object/);
      titles.add(title);
    }
    expect(titles.size).toBe(orderStates.length);
  });

  it('gives no date where none is to be expected', async () => {
    for (const state of ['cancelled', 'unfulfillable', 'returned_to_sender', 'pending'] as const) {
      const id = await seedOrder(test, { state, windows: [firstWindow] });
      expect(seen(await pageOf(id)), state).not.toContain('Livraison prévue');
    }
  });

  it('says the day of delivery, at the place of delivery', async () => {
    const id = await seedOrder(test, {
      state: 'delivered',
      deliveredAt: '2026-05-01T01:30:00.000Z',
      shipTo: { country: 'BR', postalCode: '01000-000' },
      language: 'en',
      windows: [firstWindow],
    });
    expect(seen(await pageOf(id))).toMatch(/Delivered on Thursday,? 30 April 2026/);
  });

  it('writes the first of a month as French and Italian do', async () => {
    const windows = [{ ...firstWindow, earliest: '2026-05-31', latest: '2026-06-01' }];
    const id = await seedOrder(test, { windows });
    expect(seen(await pageOf(id))).toMatch(/dimanche 31 mai – lundi 1er juin 2026/);
    expect(seen(await pageOf(id, '?lang=it'))).toMatch(/domenica 31 maggio – lunedì 1º giugno 2026/);
    expect(seen(await pageOf(id, '?lang=de'))).toMatch(/Sonntag, 31. Mai – Montag, 1. Juni 2026/);
  });

  it('says so when the window has passed', async () => {
    const id = await seedOrder(test, { windows: [firstWindow] });
    expect(seen(await pageOf(id))).not.toContain('La date prévue est dépassée');
    now = firstWindow.latestAt;
    expect(seen(await pageOf(id))).toContain('La date prévue est dépassée');
    now = '2026-05-08T10:00:00.000Z';
  });

  it('keeps several parcels apart, each with its own window and scans', async () => {
    const id = await seedOrder(test, {
      state: 'unshipped',
      language: 'en',
      windows: [firstWindow, { ...firstWindow, parcel: 1, earliest: '2026-05-12', latest: '2026-05-12' }],
      parcels: [
        {
          ...twoScans,
          trackingNumber: 'P1',
          status: 'delivered',
          scans: [['delivered', '2026-05-08T08:00:00.000Z']],
        },
        { ...twoScans, trackingNumber: 'P2', shippedAt: '2026-05-08T08:00:00.000Z', scans: [] },
      ],
    });
    const text = seen(await pageOf(id));
    expect(text).toContain('Partly shipped');
    const [, first = '', second = ''] = text.split(/Parcel \d of 2/);
    expect(first).toContain('P1');
    expect(first).not.toContain('Expected delivery');
    expect(second).toMatch(/P2.*Tuesday,? 12 May 2026.*No news from the carrier yet/);
  });

  it('names the shop as its mails do', async () => {
    await test.database.asSellers([test.sellerId], async ({ sql }) => {
      const value = (senderName: string) => JSON.stringify({ senderName });
      await sql`INSERT INTO setting (seller_id, kind, key, version, value) VALUES
        (${test.sellerId}, 'channel', 'woo', 1, ${value('Old name')}::jsonb),
        (${test.sellerId}, 'channel', 'woo', 2, ${value('Lumen & fils')}::jsonb)`;
    });
    const id = await seedOrder(test, { channel: 'woo' });
    expect(await pageOf(id)).toContain('Lumen &amp; fils');
  });

  it('escapes whatever carriers and shops write', async () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
    const id = await seedOrder(test, {
      state: 'shipped',
      orderNumber: hostile,
      parcels: [
        {
          carrier: hostile,
          trackingNumber: hostile,
          shippedAt: '2026-05-07T15:00:00.000Z',
          scans: [['in_transit', '2026-05-08T03:05:00.000Z', hostile]],
        },
      ],
    });
    const page = await pageOf(id);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page.split('&lt;script&gt;').length - 1).toBe(5);
  });

  it('runs no script, loads nothing, is kept and found by nobody', async () => {
    const response = await fetch(urlOf(await seedOrder(test)));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(response.headers.get('content-language')).toBe('fr');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+={0,2}'; form-action 'none'/);
    expect(policy).not.toContain('unsafe');
    expect(await response.text()).not.toMatch(/<script|<form|style="|https?:\/\//);
  });

  it('answers HEAD alike without a body, and nothing else', async () => {
    const url = urlOf(await seedOrder(test));
    const head = await fetch(url, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(url, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
  });

  it('answers every link that is not ours with the same polite page', async () => {
    const id = await seedOrder(test);
    const other = newId();
    const [genuine = ''] = urlOf(id).split('/').slice(-1);
    const links = [
      `${server.url}/t/`,
      `${server.url}/t/abc`,
      `${server.url}/t/%00`,
      `${server.url}/t/${genuine}/more`,
      `${server.url}/t/${genuine.slice(0, 50)}${genuine[50] === 'A' ? 'B' : 'A'}${genuine.slice(51)}`,
      // Signed by us, but for another purpose, another seller, or an order that is gone.
      `${server.url}/t/${signLink({ action: 'authorize_return', sellerId: test.sellerId, thingId: id, expiresAt: null }, linkSecrets)}`,
      urlOf(id, other),
      urlOf(other),
    ];
    const pages = new Set<string>();
    for (const link of links) {
      const response = await fetch(link, { headers: { 'Accept-Language': 'de-AT,de;q=0.9,en;q=0.5' } });
      expect(response.status, link).toBe(404);
      expect(response.headers.get('cache-control')).toBe('no-store');
      pages.add(await response.text());
    }
    expect(pages.size).toBe(1);
    expect([...pages][0]).toContain('Diese Seite gibt es nicht');
  });

  it('takes ?lang= for one of the five, and nothing else for anything', async () => {
    const id = await seedOrder(test, { language: 'it' });
    expect(await pageOf(id, '?lang=es')).toContain('<html lang="es">');
    expect(await pageOf(id, '?lang=xx')).toContain('<html lang="it">');
    expect(await pageOf(id, '?lang=es&lang=fr')).toContain('<html lang="it">');
    expect(await pageOf(id, `?lang=${encodeURIComponent('"><script>')}`)).not.toContain('<script');
  });

  it('asks who comes too often to wait a minute', async () => {
    const strict = await serve({
      '/t': createTrackingRouter({ database: test.database, linkSecrets, requestsPerMinute: 2 }),
    });
    try {
      const statuses: number[] = [];
      for (let n = 0; n < 3; n++) statuses.push((await fetch(`${strict.url}/t/x`)).status);
      expect(statuses).toEqual([404, 404, 429]);
      const last = await fetch(`${strict.url}/t/x`, { headers: { 'Accept-Language': 'fr' } });
      expect(last.headers.get('retry-after')).toBe('60');
      expect(await last.text()).toContain('Réessayez dans une minute');
    } finally {
      await strict.close();
    }
  });
});
