import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { listAwaiting } from '../../db/repositories/messages-read/list-awaiting.ts';
import { listMessageChannels } from '../../db/repositories/messages-read/list-message-channels.ts';
import { readFigures } from '../../db/repositories/messages-read/read-figures.ts';
import { saveSetting } from '../../db/repositories/settings/save-setting.ts';
import { createOperatorAuth } from '../../src/api/board/operator-auth.ts';
import { addHours } from '../../src/domain/calendar/instant.ts';
import { toFigures } from '../../src/domain/response-time/figures.ts';
import { createResponseTimeRouter } from '../../src/pages/response-time/response-time-router.ts';
import { startTestApi, type TestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { seen } from '../unit/pages/return-links-harness.ts';
import { ask, newSeller, now } from './response-time-fixture.ts';

const basic = (login: string) => ({ authorization: `Basic ${Buffer.from(login).toString('base64')}` });
const operator = basic('operator:pass word');
const auth = createOperatorAuth({
  operator: { user: 'operator', password: 'pass word' },
  logger: pino({ level: 'silent' }),
});

let test: TestDatabase;
let api: TestApi;
let lumen: string;
let verte: string;

const mountOf = (database: TestDatabase['database']) => ({
  mounts: [
    {
      path: '/response-time',
      router: createResponseTimeRouter({ database, auth, now: () => new Date(now) }),
    },
  ],
});

beforeAll(async () => {
  test = await createTestDatabase();
  const { database } = test;
  // First by name, and nobody has written to it.
  await newSeller(database, 'Atelier');
  lumen = await newSeller(database, 'Lumen');
  verte = await newSeller(database, 'Maison Verte');
  await ask(database, lumen, [
    // Exactly at the end of the target, and 52 hours: 38 on average.
    { channel: 'amazon.fr', order: 'L-1', hoursAgo: 100, answeredAfterHours: 24 },
    { channel: 'shop', order: 'L-2', hoursAgo: 120, answeredAfterHours: 52 },
    { channel: 'shop', order: 'L-3', hoursAgo: 600, answeredAfterHours: 3, internalHours: 4 },
    { channel: 'shop', order: 'L-late', hoursAgo: 49 },
    { channel: 'amazon.fr', order: 'L-soon', hoursAgo: 21 },
    { channel: 'shop', order: null, hoursAgo: 1 },
    // Answered by now, but not a week ago.
    { channel: 'shop', order: 'L-then', hoursAgo: 7 * 24 + 2, answeredAfterHours: 12 },
  ]);
  await ask(database, verte, [{ channel: 'verte', order: 'V-1', hoursAgo: 5, targetHours: 48 }]);
  api = await startTestApi(database, mountOf(database));
}, 60_000);

afterAll(async () => {
  await api.stop();
  await test.stop();
});

const get = (query = '', init: RequestInit = {}): Promise<Response> =>
  fetch(`${api.url}/response-time${query}`, { headers: operator, ...init });
const textOf = async (query: string): Promise<string> => seen(await (await get(query)).text());
const renewalOf = async (query: string): Promise<string | null> => (await get(query)).headers.get('refresh');

describe('the page of response times', () => {
  it('shows nothing without the operator’s login', async () => {
    for (const headers of [{}, basic('operator:wrong')]) {
      const answer = await get('', { headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Basic');
      expect(answer.headers.get('refresh')).toBeNull();
      expect(await answer.text()).not.toContain('Lumen');
    }
  });

  it('shows the first seller that has messages, and what the figures are read as', async () => {
    const text = await textOf('?lang=en');
    const figures = await readFigures(test.database, lumen, { channel: null, asOf: now });
    const [week, month, quarter] = figures.windows.map(toFigures);
    expect(text).toContain('Lumen · All channels');
    expect(figures.awaiting).toEqual({ count: 3, dueSoon: 1, overdue: 1 });
    expect(text).toContain('3 await an answer 1 of them due soon 1 of them overdue');
    const cells = [week, month, quarter].map((one) => `${one?.within.percent}% (${one?.within.count})`);
    expect(cells[0]).toBe('33% (1)');
    expect(text).toContain(`Answered within 24 h ${cells.join(' ')}`);
    expect(text).toContain('Average response time 1 day 14 hours');
    expect(text).toContain('Own target in business hours met – 100% (1 of 1) 100% (1 of 1)');
    expect(text).toContain('The 30-day figure misses its goal already.');
  });

  it('counts one channel alone when that is asked for', async () => {
    const text = await textOf(`?seller=${lumen}&channel=amazon.fr&lang=en`);
    expect(text).toContain('Lumen · amazon.fr');
    expect(text).toContain('1 await an answer 1 of them due soon 0 of them overdue');
    expect(text).toContain('Answered within 24 h 100% (1)');
    expect(text).toContain('L-soon amazon.fr');
    expect(text).not.toContain('L-late');
  });

  it('lists what awaits an answer by the time that is left', async () => {
    const text = await textOf('?lang=en');
    expect(text).toMatch(
      /L-late shop .* late by 25 h L-soon amazon\.fr .* 3 h · due soon before an order shop .* 23 h/,
    );
    expect(text).not.toMatch(/L-1|L-2|L-3|L-then/);
  });

  it('shows neither words nor names of buyers', async () => {
    expect(await (await get('')).text()).not.toContain('secret');
  });

  it('keeps sellers apart', async () => {
    const text = await textOf(`?seller=${verte}&lang=en`);
    expect(text).toContain('Maison Verte · All channels');
    expect(text).toContain('1 await an answer 0 of them due soon 0 of them overdue');
    expect(text).toContain('Answered within 48 h');
    expect(text).not.toMatch(/L-|amazon\.fr/);
    expect(await textOf(`?seller=${verte}&channel=shop&lang=en`)).toContain(
      'This seller has no messages of that channel; all channels are shown.',
    );
  });

  it('shows its defaults and says so, whatever it is asked for', async () => {
    const nobody = '0198a1b2-0000-7000-8000-00000000dead';
    for (const [query, note] of [
      [`?seller=${nobody}`, 'There is no seller of that number; the first one is shown.'],
      ['?seller=%00', 'There is no seller of that number'],
      [`?seller=${lumen}&seller=${verte}`, 'There is no seller of that number'],
      ['?channel=%27%3B--', 'no messages of that channel'],
      ['?channel=%00', 'no messages of that channel'],
      ['?asOf=yesterday', 'That is no time such as 2026-05-07T14:00:00Z'],
    ] as const) {
      const answer = await get(`${query}&lang=en`);
      expect(answer.status, query).toBe(200);
      const text = seen(await answer.text());
      expect(text, query).toContain(note);
      expect(text, query).toContain('Lumen · All channels');
    }
  });

  it('looks back: what happened later has not happened', async () => {
    const text = await textOf(`?seller=${lumen}&asOf=${addHours(now, -7 * 24)}&lang=en`);
    expect(text).toContain('As it stood on 7 May 2026');
    expect(text).toContain('1 await an answer 0 of them due soon 0 of them overdue');
    expect(text).toContain('L-then shop');
    expect(text).not.toMatch(/L-late|L-soon/);
  });

  it('renews itself with all that was chosen, unless it is paused or looks back', async () => {
    expect(await renewalOf('')).toBe(`15; url=?seller=${lumen}`);
    expect(await renewalOf('?channel=shop&lang=de')).toBe(`15; url=?seller=${lumen}&channel=shop&lang=de`);
    expect(await renewalOf(`?seller=${verte}&channel=nonsense`)).toBe(`15; url=?seller=${verte}`);
    expect(await renewalOf('?live=off')).toBeNull();
    expect(await renewalOf(`?asOf=${now}`)).toBeNull();
    expect(await (await get('?lang=en')).text()).toContain(
      `href="?seller=${lumen}&amp;live=off&amp;lang=en">Pause`,
    );
  });

  it('speaks the language of the browser, or the one that is asked for', async () => {
    const french = await get('', { headers: { ...operator, 'accept-language': 'fr-BE,fr;q=0.9,en;q=0.5' } });
    expect(french.headers.get('content-language')).toBe('fr');
    expect(await french.text()).toContain('<h1>Temps de réponse</h1>');
    expect(await (await get('?lang=es')).text()).toContain('<html lang="es">');
  });

  it('shows times where the seller is at work', async () => {
    expect(await textOf(`?seller=${verte}&lang=en`)).toContain('Times are those of Europe/Paris');
    await saveSetting(
      test.database,
      verte,
      { kind: 'delivery-policy', key: '' },
      { value: { fulfilmentCentres: [{ timeZone: 'Atlantic/Azores' }] }, expectedVersion: null },
    );
    const text = await textOf(`?seller=${verte}&lang=en`);
    expect(text).toContain('Times are those of Atlantic/Azores');
    expect(text).toContain('Thu 14 May at 07:05');
  });

  it('keeps to itself, and lets nothing in', async () => {
    const { headers } = await get('');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+={0,2}'; form-action 'none'; .*frame-ancestors 'none'/,
    );
  });

  it('answers HEAD alike without a body, and changes nothing', async () => {
    const head = await get('', { method: 'HEAD' });
    expect([head.status, head.headers.get('refresh'), await head.text()]).toEqual([
      200,
      `15; url=?seller=${lumen}`,
      '',
    ]);
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const refused = await get('', { method });
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('is the usual problem while PostgreSQL is away, and comes back by itself', async () => {
    const away = openDatabase({
      url: 'postgres://nobody@127.0.0.1:1/nothing',
      maxConnections: 1,
      applicationName: 'test',
    });
    const lost = await startTestApi(test.database, mountOf(away));
    try {
      const answer = await fetch(`${lost.url}/response-time?channel=shop`, { headers: operator });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('refresh')).toBe('15');
    } finally {
      await lost.stop();
      await away.close();
    }
  });
});

describe('the messages that await an answer', () => {
  it('are the oldest of either half, when there are more than are asked for', async () => {
    const seller = await newSeller(test.database, 'Pile');
    await ask(
      test.database,
      seller,
      Array.from({ length: 40 }, (_, n) => ({ order: `P-${n}`, hoursAgo: 0.5 + n * 2 })),
    );
    const query = { channel: null, asOf: now, limit: 5 };
    const { overdue, inTime } = await listAwaiting(test.database, seller, query);
    expect(overdue.map((one) => one.channelOrderId)).toEqual(['P-39', 'P-38', 'P-37', 'P-36', 'P-35']);
    expect(inTime.map((one) => one.channelOrderId)).toEqual(['P-11', 'P-10', 'P-9', 'P-8', 'P-7']);
    expect(await listAwaiting(test.database, seller, { ...query, channel: 'other' })).toEqual({
      overdue: [],
      inTime: [],
    });
  });
});

describe('the channels of a seller’s messages', () => {
  it('are all of them, with the targets of the last 90 days', async () => {
    const seller = await newSeller(test.database, 'Channels');
    await ask(test.database, seller, [
      { channel: 'shop', order: 'C-1', hoursAgo: 2, targetHours: 24 },
      { channel: 'shop', order: 'C-2', hoursAgo: 3, targetHours: 12 },
      { channel: 'amazon.de', order: 'C-3', hoursAgo: 91 * 24, answeredAfterHours: 1, targetHours: 36 },
    ]);
    expect(await listMessageChannels(test.database, seller, now)).toEqual([
      { channel: 'amazon.de', targetsMs: [] },
      { channel: 'shop', targetsMs: [12 * 3_600_000, 24 * 3_600_000] },
    ]);
    expect(await listMessageChannels(test.database, seller, addHours(now, -48))).toContainEqual({
      channel: 'amazon.de',
      targetsMs: [36 * 3_600_000],
    });
  });
});
