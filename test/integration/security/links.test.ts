import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import { type LinkAction, signLink } from '../../../src/platform/link-tokens.ts';
import { startTestApi, type TestApi } from '../../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { digestOf } from './digest.ts';
import { createVictim, type Victim } from './victim.ts';
import { secrets, startWholeApp, type WholeApp } from './whole-app.ts';

let pg: TestDatabase;
let admin: postgres.Sql;
let app: WholeApp;
let shop: TestApi;
let other: TestApi;
let things: Victim;

beforeAll(async () => {
  pg = await createTestDatabase();
  admin = postgres(pg.url, { max: 1, onnotice: () => {} });
  shop = await startTestApi(pg.database);
  other = await startTestApi(pg.database);
  things = await createVictim(pg.database, shop);
  app = await startWholeApp(pg, { workers: false });
});

afterAll(async () => {
  await app.stop();
  await Promise.all([shop.stop(), other.stop(), admin.end()]);
  await pg.stop();
});

/** Every action that a link can have, and the thing that it is about. A new one needs its line. */
const thingOf = (v: Victim): Readonly<Record<LinkAction, string>> => ({
  track: v.orderId,
  authorize_return: v.openReturnId,
  close_return: v.openReturnId,
  reply_to_return: v.openReturnId,
  cancel_return: v.openReturnId,
  print_return_label: v.returnId,
  confirm_withdrawal: v.openReturnId,
  stop_alerts: v.orderId,
  reply_to_message: v.messageId,
  write_to_seller: v.messageId,
  decide_cancellation: v.requestId,
  request_cancellation: v.openOrderId,
  file_claim: v.claimId,
  refund_return: v.returnId,
  show_refund: v.refundId,
});

const actions = (): LinkAction[] => Object.keys(thingOf(things)) as LinkAction[];
const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString();

interface Signed {
  readonly thingId?: string;
  readonly sellerId?: string;
  readonly secret?: string;
  readonly expiresAt?: string | null;
}

const tokenOf = (action: LinkAction, signed: Signed = {}): string => {
  const {
    thingId = thingOf(things)[action],
    sellerId = things.sellerId,
    secret = secrets.linkSecret,
  } = signed;
  const expiresAt = signed.expiresAt === undefined ? inAWeek() : signed.expiresAt;
  return signLink({ action, sellerId, thingId, expiresAt }, [secret]);
};

const pathOf = (action: LinkAction, token: string): string => `/${action === 'track' ? 't' : 'r'}/${token}`;
const form = 'application/x-www-form-urlencoded';

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(app.url + path, { redirect: 'manual', ...init });

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  ask(path, { method: 'POST', body, headers: { 'content-type': form, ...headers } });

/** All fields that any of the forms has, filled in so that each of them would act. */
const everyField = new URLSearchParams({
  act: 'reply',
  choice: 'yes',
  body: 'Hello',
  message: 'Hello',
  reason: 'refund_without_return',
  address: 'new',
  name: 'M',
  line1: '1 rue Basse',
  postalCode: '59000',
  city: 'Lille',
  country: 'FR',
}).toString();

/** A letter of the token changed, in each of its fields in turn. */
const altered = (token: string): string[] =>
  [3, 7, 32, 55, 99].map((at) => {
    const letter = token[at] === 'A' ? 'B' : 'A';
    return token.slice(0, at) + letter + token.slice(at + 1);
  });

const expectGuarded = ({ headers }: Response, what: string): void => {
  expect(headers.get('referrer-policy'), what).toBe('no-referrer');
  expect(headers.get('cache-control'), what).toBe('no-store');
  expect(headers.get('x-content-type-options'), what).toBe('nosniff');
  if (!headers.get('content-type')?.startsWith('text/html')) return;
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy, what).toContain("default-src 'none'");
  expect(policy, what).toContain("frame-ancestors 'none'");
  expect(policy, what).not.toContain('unsafe');
};

describe('A link', () => {
  it('of every action shows its page, and nothing is changed by looking at it, whoever looks', async () => {
    const before = await digestOf(admin, things.sellerId);
    for (const action of actions()) {
      const path = pathOf(action, tokenOf(action));
      for (const method of ['GET', 'HEAD', 'GET']) {
        const answer = await ask(path, { method });
        expect(answer.status, `${method} ${action}`).toBe(200);
        expectGuarded(answer, action);
      }
      // Fields in the address are no form.
      expect((await ask(`${path}?${everyField}`)).status, action).toBe(200);
    }
    expect(await digestOf(admin, things.sellerId)).toBe(before);
  });

  it('that we did not sign, or for something else, is as unknown as any: by GET and by POST', async () => {
    const before = await digestOf(admin, things.sellerId);
    const unknown = await (await ask(`/r/${'A'.repeat(100)}`)).text();
    const unknownOrder = await (await ask(`/t/${'A'.repeat(100)}`)).text();
    for (const action of actions()) {
      const token = tokenOf(action);
      const tokens = [
        ...altered(token),
        tokenOf(action, { secret: 'another secret of more than 32 characters' }),
        tokenOf(action, { sellerId: other.sellerId }),
        tokenOf(action, { thingId: newId() }),
        token.slice(0, 99),
        `${token}A`,
        `${token}%00`,
        `%2e%2e%2f${token}`,
      ];
      for (const one of tokens) {
        const path = pathOf(action, one);
        const answer = await ask(path);
        expect(answer.status, `${action} ${one}`).toBe(404);
        expectGuarded(answer, action);
        expect(await answer.text(), `${action} ${one}`).toBe(action === 'track' ? unknownOrder : unknown);
      }
      // One that is altered, one signed by somebody else, one of another seller.
      for (const one of [tokens[0], tokens[5], tokens[6]]) {
        const acted = await post(pathOf(action, one ?? ''), everyField);
        expect([404, 405], `POST ${action} ${one}`).toContain(acted.status);
      }
      // A link for the other place, where it is as genuine as can be.
      const elsewhere = action === 'track' ? `/r/${token}` : `/t/${token}`;
      expect((await ask(elsewhere)).status, action).toBe(404);
    }
    expect(await digestOf(admin, things.sellerId)).toBe(before);
  });

  it('that has run out does nothing', async () => {
    const before = await digestOf(admin, things.sellerId);
    for (const action of actions()) {
      const path = pathOf(action, tokenOf(action, { expiresAt: '2020-01-01T00:00:00Z' }));
      for (const answer of [await ask(path), await post(path, everyField)]) {
        expect([404, 405, 410], action).toContain(answer.status);
      }
    }
    expect(await digestOf(admin, things.sellerId)).toBe(before);
  });

  it('is pressed by no page of another site, by no other method and with no other body', async () => {
    const before = await digestOf(admin, things.sellerId);
    for (const action of actions()) {
      const path = pathOf(action, tokenOf(action));
      const cross = await post(path, everyField, {
        'sec-fetch-site': 'cross-site',
        origin: 'https://evil.test',
      });
      expect([403, 404, 405], action).toContain(cross.status);
      for (const method of ['PUT', 'DELETE']) {
        const { status } = await ask(path, { method, headers: { 'x-http-method-override': 'POST' } });
        expect([404, 405], `${method} ${action}`).toContain(status);
      }
      for (const type of ['application/json', 'text/plain']) {
        const { status } = await post(path, everyField, { 'content-type': type });
        expect([400, 404, 405, 409, 415, 422], `${type} ${action}`).toContain(status);
      }
      for (const body of [
        '%',
        'act=reply&act=reply',
        '__proto__=1',
        '&'.repeat(60_000),
        'a='.repeat(2_000),
      ]) {
        const { status } = await post(path, body);
        expect([400, 404, 405, 409, 413, 415, 422], `${body.slice(0, 9)} ${action}`).toContain(status);
      }
    }
    expect(await digestOf(admin, things.sellerId)).toBe(before);
  });

  it('holds only what is its own: another claim’s photograph is not there', async () => {
    const mine = await createVictim(pg.database, other, 'O');
    const token = tokenOf('file_claim');
    expect((await ask(`/r/${token}/photos/${things.photoId}`)).status).toBe(200);
    for (const name of [mine.photoId, newId(), '..', '%2e%2e', 'x'.repeat(500)]) {
      expect((await ask(`/r/${token}/photos/${name}`)).status, name).toBe(404);
    }
    for (const file of ['label.pdf', 'shop-label', 'receipt.pdf', 'photos', '../label.pdf', 'label.pdf%00']) {
      expect((await ask(`/r/${token}/${file}`)).status, file).toBe(404);
    }
  });

  it('stands in no log, at no level, and neither do keys, passwords or secrets', async () => {
    // What was asked above is in it, so to say: there was something to log.
    await app.call('/v1/orders', { headers: { authorization: 'Bearer nav_wrong-marked-key' } });
    await ask('/v1/orders?api_key=nav_query-marked-key&access_token=nav_query-marked-key');
    await ask('/queues', {
      headers: { authorization: `Basic ${Buffer.from('operator:wrong-marked').toString('base64')}` },
    });
    const log = app.log.join('\n');
    expect(log).toContain('Wrong operator login');
    for (const action of actions()) {
      expect(log, action).not.toContain(tokenOf(action).slice(30, 60));
    }
    expect(log).not.toMatch(/marked|Bearer|Basic /);
  });
});

describe('An API key', () => {
  it('is taken from one header alone', async () => {
    const key = encodeURIComponent(secrets.apiKey);
    for (const query of [
      `api_key=${key}`,
      `key=${key}`,
      `access_token=${key}`,
      `authorization=Bearer%20${key}`,
    ]) {
      expect((await ask(`/v1/orders?${query}`)).status, query).toBe(401);
    }
    for (const headers of [
      { authorization: secrets.apiKey },
      { authorization: `Token ${secrets.apiKey}` },
      { authorization: `Basic ${Buffer.from(`${secrets.apiKey}:`).toString('base64')}` },
      { authorization: `Bearer ${secrets.apiKey} ${secrets.apiKey}` },
      { authorization: `Bearer ${secrets.apiKey.toUpperCase()}` },
      { authorization: `Bearer ${secrets.apiKey.slice(0, -1)}` },
      { 'x-api-key': secrets.apiKey },
      { cookie: `authorization=Bearer ${secrets.apiKey}` },
    ] as Record<string, string>[]) {
      const answer = await ask('/v1/orders', { headers });
      expect(answer.status, JSON.stringify(headers)).toBe(401);
      expect(await answer.text()).not.toContain(secrets.apiKey);
    }
    expect((await app.call('/v1/orders')).status).toBe(200);
  });

  it('is not believed from pages of other sites: nothing of the API is shared with them, and no cookie is set', async () => {
    for (const path of ['/v1/orders', '/docs', '/healthz', `/r/${tokenOf('file_claim')}`]) {
      const origin = { origin: 'https://evil.test' };
      const asked = await app.call(path, { headers: origin });
      const preflight = await ask(path, {
        method: 'OPTIONS',
        headers: {
          ...origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization',
        },
      });
      for (const { headers, status } of [asked, preflight]) {
        expect(headers.get('access-control-allow-origin'), path).toBeNull();
        expect(headers.get('set-cookie'), path).toBeNull();
        expect(headers.get('x-powered-by'), path).toBeNull();
        expect(status, path).toBeLessThan(500);
      }
      expect(await preflight.text(), path).toMatch(/^(?:[A-Z, ]*|\{.*method_not_allowed.*\})$/);
    }
  });
});
