import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { basic, secrets, startWholeApp, type WholeApp } from './whole-app.ts';

let pg: TestDatabase;
let app: WholeApp;

beforeAll(async () => {
  pg = await createTestDatabase();
  app = await startWholeApp(pg, { workers: false });
});

afterAll(async () => {
  await app.stop();
  await pg.stop();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** As it stands: fetch would tidy the address up. */
const raw = (path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asking = request(app.url, { path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    asking.on('error', reject).end();
  });

const pages = [
  '/queues',
  '/queues/',
  '/queues/queue/orders',
  '/queues/api/queues',
  '/queues/api/queues/orders/pause',
  '/queues/api/redis/stats',
  '/queues/static/navette.css',
  '/queues/static/favicon-32x32.png',
  '/queues/static/locales/en-US/messages.json',
  '/response-time',
  '/response-time?seller=a&channel=b',
  '/rma/ABC',
  '/rma/ABC/01981b2e-5b1c-7c3a-9d2e-0123456789ab/return.pdf',
];

/** Other ways to write the same, which a proxy or a router may take for it. */
const odd = [
  '//queues',
  '/QUEUES',
  '/queues%2f',
  '/queues%2Fapi%2Fqueues',
  '/%71ueues/api/queues',
  '/queues//api/queues',
  '/queues/./api/queues',
  '/healthz/../queues/api/queues',
  '/queues/static/../api/queues',
  '/queues/..%2fqueues/api/queues',
  '/queues;a=b/api/queues',
  '/queues/api/queues/',
  '/queues/api/queues%00',
  '/queues/api/queues?static=1',
  '/Response-Time',
  '/response-time/',
  '/response-time/%2e',
  '/rma/',
  '/rma',
  '/rma//ABC',
  '/rma/%2e%2e/queues',
  '/t/../queues',
  '/r/..%2fqueues',
];

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];

describe('The operator’s pages', () => {
  it('are closed to whoever has no login, by every method and however they are written', async () => {
    for (const path of [...pages, ...odd]) {
      for (const method of pages.includes(path) ? methods : ['GET', 'PUT']) {
        const { status, text } = await raw(path, method);
        // Express says itself which methods there are.
        if (method === 'OPTIONS' && status === 200) expect(text).toMatch(/^[A-Z, ]+$/);
        else expect([401, 404, 405], `${method} ${path}`).toContain(status);
        expect(text, path).not.toMatch(/orders|bull|<script/i);
      }
    }
    for (const path of pages) expect((await raw(path)).status, path).toBe(401);
  });

  it('are closed to an API key, and to headers that other programs believe', async () => {
    const key = { authorization: `Bearer ${secrets.apiKey}` };
    // Not more often: each of them counts as a wrong password.
    for (const path of ['/queues', '/response-time', '/rma/ABC']) {
      expect((await raw(path, 'GET', key)).status, path).toBe(401);
    }
    const tricks = [
      { 'x-original-url': '/queues/api/queues', 'x-rewrite-url': '/queues/api/queues' },
      { 'x-forwarded-user': 'operator', 'x-remote-user': 'operator', 'remote-user': 'operator' },
      { 'x-forwarded-prefix': '/queues', 'x-forwarded-host': 'localhost' },
      { cookie: 'operator=1; role=operator' },
    ] as Record<string, string>[];
    for (const headers of tricks) {
      expect((await raw('/queues/api/queues', 'GET', headers)).status, JSON.stringify(headers)).toBe(401);
      expect((await raw('/healthz', 'GET', headers)).text).not.toContain('orders');
    }
  });

  it('let nobody change anything without a login, for the viewer’s, or from another site', async () => {
    const pause = '/queues/api/queues/orders/pause';
    const operator = { authorization: basic('operator', secrets.operatorPassword) };
    const viewer = { authorization: basic('viewer', secrets.viewerPassword) };
    expect((await raw(pause, 'PUT')).status).toBe(401);
    expect((await raw(pause, 'PUT', viewer)).status).toBe(403);
    for (const site of ['cross-site', 'same-site']) {
      expect((await raw(pause, 'PUT', { ...operator, 'sec-fetch-site': site })).status).toBe(403);
    }
    for (const origin of ['https://evil.test', 'null', app.url.replace(/:\d+$/, ':1')]) {
      expect((await raw(pause, 'PUT', { ...operator, origin })).status, origin).toBe(403);
    }
    const { text } = await raw('/queues/api/queues', 'GET', operator);
    const { queues } = JSON.parse(text) as { queues: { name: string; isPaused: boolean }[] };
    expect(queues.length).toBeGreaterThan(5);
    expect(queues.filter(({ isPaused }) => isPaused)).toEqual([]);
  });

  it('give out their own files, and no other of the machine', async () => {
    const operator = { authorization: basic('operator', secrets.operatorPassword) };
    expect((await raw('/queues/static/navette.css', 'GET', operator)).status).toBe(200);
    for (const path of [
      '/queues/static/../package.json',
      '/queues/static/..%2f..%2fpackage.json',
      '/queues/static/%2e%2e/%2e%2e/package.json',
      '/queues/static/..%5c..%5cpackage.json',
      '/queues/static/....//....//package.json',
      '/queues/static//etc/passwd',
      '/queues/static/%00/etc/passwd',
      '/queues/static/locales/..%2f..%2f..%2fpackage/messages.json',
      '/queues/static/locales/en-US%2f..%2f..%2f..%2fpackage.json/messages.json',
    ]) {
      const { status, text } = await raw(path, 'GET', operator);
      expect(text, path).not.toMatch(/"version"|root:|"dependencies"/);
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(status, path).toBeLessThan(500);
    }
  });

  it('are framed by nobody, kept by no cache, and tell no other site where one came from', async () => {
    const operator = { authorization: basic('operator', secrets.operatorPassword) };
    for (const path of [
      '/queues',
      '/queues/queue/orders',
      '/response-time',
      '/rma/NONE',
      '/rma/%20',
      '/docs',
    ]) {
      const { headers } = await raw(path, 'GET', operator);
      expect(headers['content-security-policy'], path).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers['content-security-policy'], path).not.toMatch(/script-src[^;]*'unsafe/);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['referrer-policy'], path).toMatch(/^(no-referrer|same-origin)$/);
      if (path !== '/docs') expect(headers['cache-control'], path).toBe('no-store');
    }
  });

  it('put nothing of an address into their headers', async () => {
    const operator = { authorization: basic('operator', secrets.operatorPassword) };
    const queries = [
      '%0d%0aset-cookie:%20a=b',
      '%00',
      '%E2%80%A8',
      '%ED%A0%80',
      '"><script>alert(1)</script>',
      "';",
    ];
    for (const query of queries) {
      for (const name of ['seller', 'channel', 'asOf', 'lang', 'pause', '__proto__']) {
        const { status, headers, text } = await raw(
          `/response-time?${name}=${encodeURI(query)}&${name}=2`,
          'GET',
          operator,
        );
        expect(status, `${name} ${query}`).toBeLessThan(500);
        const one = await raw(`/response-time?${name}=${encodeURI(query)}`, 'GET', operator);
        expect(one.status, `${name} ${query}`).toBeLessThan(500);
        expect(headers['set-cookie']).toBeUndefined();
        expect(text + one.text).not.toContain('<script>');
      }
    }
  });

  // The last one: it closes the pages to this address for a minute.
  it('stop guessing, counted over all pages, whatever address the guesser claims to have', async () => {
    const paths = ['/queues', '/response-time', '/rma/ABC'];
    const statuses: number[] = [];
    for (let n = 0; n < 14; n += 1) {
      const headers = { authorization: basic('operator', `guess ${n}`), 'x-forwarded-for': `203.0.113.${n}` };
      statuses.push((await raw(paths[n % 3] ?? '', 'GET', headers)).status);
    }
    expect(statuses.slice(0, 6)).toEqual(Array(6).fill(401));
    expect(statuses.slice(-3)).toEqual([429, 429, 429]);
    const right = { authorization: basic('operator', secrets.operatorPassword) };
    const refused = await raw('/queues', 'GET', right);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});
