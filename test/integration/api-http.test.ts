import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { createApiKey, ensureApiKey } from '../../db/repositories/api-keys/create-api-key.ts';
import { listApiKeys } from '../../db/repositories/api-keys/list-api-keys.ts';
import { revokeApiKey } from '../../db/repositories/api-keys/revoke-api-key.ts';
import { problemKinds } from '../../src/api/http/problem-kinds.ts';
import { orderExample } from '../../src/api/orders/examples.ts';
import { newId } from '../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { until } from '../support/until.ts';

let pg: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database);
});

afterAll(async () => {
  await api.stop();
  await pg.stop();
});

const problemOf = async (response: Response) => ({
  status: response.status,
  type: response.headers.get('content-type'),
  code: (await jsonOf(response)).code,
});

const problem = (status: number, code: string) => ({ status, type: 'application/problem+json', code });

describe('Every error', () => {
  it('is a problem document whose type leads to its explanation', async () => {
    const response = await api.call('/v1/orders/unknown');
    const kind = problemKinds.not_found;
    expect(await jsonOf(response)).toEqual({
      type: 'http://navette.test/docs#problem-not_found',
      title: kind.title,
      status: 404,
      detail: kind.title,
      code: 'not_found',
    });
  });

  it.each([
    ['a broken JSON body', '{"a":', {}, 400, 'malformed_json'],
    ['an empty body', '', {}, 400, 'malformed_json'],
    ['a body that is no object', '[]', {}, 422, 'invalid_request'],
    ['a body above 2 MiB', JSON.stringify('x'.repeat(2 << 20)), {}, 413, 'body_too_large'],
    [
      'another media type',
      'a=1',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported_media_type',
    ],
    [
      'another charset',
      '{}',
      { 'content-type': 'application/json; charset=latin1' },
      415,
      'unsupported_media_type',
    ],
    ['a compressed body', '{}', { 'content-encoding': 'gzip' }, 415, 'unsupported_media_type'],
  ])('%s', async (_, body, headers, status, code) => {
    expect(await problemOf(await api.post('/v1/orders', body, headers))).toEqual(problem(status, code));
  });

  it('covers addresses and methods that do not exist', async () => {
    expect(await problemOf(await api.call('/v1/nothing'))).toEqual(problem(404, 'not_found'));
    expect(await problemOf(await api.call('/%E0%A4%A'))).toEqual(problem(404, 'not_found'));
    expect(await problemOf(await api.call('/v1/orders/%ff'))).toEqual(problem(404, 'not_found'));
    const wrong = await api.call('/v1/orders', { method: 'DELETE' });
    expect(wrong.headers.get('allow')).toBe('POST, GET, HEAD');
    expect(await problemOf(wrong)).toEqual(problem(405, 'method_not_allowed'));
  });

  it('is answered although the client is still sending', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(
        `${api.url}/v1/orders`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/json' },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      request.on('error', reject);
      for (let n = 0; n < 64; n += 1) request.write('x'.repeat(64 * 1024));
      request.end();
    });
    expect(status).toBe(413);
  });

  it('tells a request id, and of what nobody expected nothing more', async () => {
    const broken = await startTestApi(pg.database, {
      intake: {
        submit: async () => {
          throw new Error('a secret of the server');
        },
        drain: async () => {},
      },
    });
    const response = await broken.post('/v1/orders', orderExample, { 'x-request-id': 'abc-1' });
    expect(response.headers.get('x-request-id')).toBe('abc-1');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal_error', requestId: 'abc-1' });
    expect(text).not.toMatch(/secret|at .*\.ts/);
    await broken.stop();
  });
});

describe('API keys', () => {
  it('are needed below /v1, and asked for properly', async () => {
    for (const authorization of ['', 'Basic b3BlcmF0b3I6', 'Bearer', 'Bearer nav_wrongwrongwrong']) {
      const response = await api.call('/v1/orders', { headers: { authorization } });
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="navette"');
      expect(await problemOf(response)).toEqual(problem(401, 'unauthorized'));
    }
  });

  it('are kept as hashes, listed without being shown, and work no more once revoked', async () => {
    const { system } = pg.database;
    const sellerName = newId();
    const { plaintext } = await createApiKey(system, { sellerName, name: 'till' });
    const [listed] = await listApiKeys(system, sellerName);
    expect(listed).toMatchObject({ name: 'till', prefix: plaintext.slice(0, 12), revokedAt: null });
    expect(JSON.stringify(await system`SELECT * FROM api_key`)).not.toContain(plaintext);
    const status = async () =>
      (await api.call('/v1/orders', { headers: { authorization: `Bearer ${plaintext}` } })).status;
    expect(await status()).toBe(200);
    expect(await revokeApiKey(system, listed?.prefix ?? '')).toBe('revoked');
    expect(await revokeApiKey(system, listed?.id ?? '')).toBe('unknown');
    await until('the key works no more', async () => (await status()) === 401, 8_000);
    expect(await status()).toBe(401);
  });

  it('of the environment are made once, and not for two sellers', async () => {
    const { system } = pg.database;
    const key = `a key of the environment ${newId()}`;
    const [one, two] = await Promise.all([
      ensureApiKey(system, 'env', key),
      ensureApiKey(system, 'env', key),
    ]);
    expect(one).toEqual(two);
    await expect(ensureApiKey(system, 'somebody else', key)).rejects.toThrow('another seller');
  });

  it('have a limit of requests per minute each, and guessing has one per address', async () => {
    const limited = await startTestApi(pg.database, {
      config: { publicUrl: 'http://navette.test', rateLimitPerMinute: 3 },
    });
    for (let n = 0; n < 3; n += 1) expect((await limited.call('/v1/orders')).status).toBe(200);
    const stopped = await limited.call('/v1/orders');
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problemOf(stopped)).toEqual(problem(429, 'too_many_requests'));
    const guess = () => limited.call('/v1/orders', { headers: { authorization: `Bearer ${newId()}` } });
    for (let n = 0; n < 60; n += 1) await guess();
    expect(await problemOf(await guess())).toEqual(problem(429, 'too_many_requests'));
    await limited.stop();
  });
});

describe('Without a key', () => {
  it('anybody may ask for health, readiness, metrics, the document and its page', async () => {
    await api.call('/v1/orders');
    const ask = (path: string) => fetch(api.url + path);
    expect(await jsonOf(await ask('/healthz'))).toEqual({ status: 'ok' });
    expect(await jsonOf(await ask('/readyz'))).toEqual({ ready: true, checks: { postgres: { ok: true } } });
    const metrics = await (await ask('/metrics')).text();
    expect(metrics).toMatch(
      /navette_http_request_duration_seconds_count\{method="GET",route="\/v1\/orders",status="200"\}/,
    );
    expect(metrics).not.toContain('no-id');
    expect(await jsonOf(await ask('/openapi.json'))).toMatchObject({ openapi: '3.1.0' });
    const docs = await ask('/docs');
    expect(docs.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(docs.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(await docs.text()).toContain('<h1>Navette API</h1>');
    expect(docs.headers.get('x-powered-by')).toBeNull();
  });

  it('readiness is 503 with the reason while something is missing', async () => {
    const checks = { redis: { ok: false, detail: 'Redis does not answer' } };
    const unready = await startTestApi(pg.database, { readiness: async () => ({ ready: false, checks }) });
    const response = await unready.call('/readyz');
    expect([response.status, await jsonOf(response)]).toEqual([503, { ready: false, checks }]);
    await unready.stop();
  });
});

describe('While PostgreSQL is away', () => {
  it('intake and reads answer 503, and work again by themselves when it is back', async () => {
    const { hostname, port } = new URL(pg.url);
    const proxy = await startTcpProxy({ host: hostname, port: Number(port) });
    const url = new URL(pg.url);
    url.port = String(proxy.port);
    const database = openDatabase({ url: url.href, maxConnections: 4, applicationName: 'away test' });
    const away = await startTestApi(database);
    const order = { ...orderExample, channelOrderId: newId() };
    expect((await away.post('/v1/orders', order)).status).toBe(202);
    await proxy.cut();
    for (const ask of [
      () => away.post('/v1/orders', { ...order, channelOrderId: newId() }),
      () => away.call('/v1/orders'),
    ]) {
      const response = await ask();
      expect(response.headers.get('retry-after')).toBe('5');
      expect(await problemOf(response)).toEqual(problem(503, 'database_unavailable'));
    }
    await proxy.mend();
    await until('orders are accepted again', async () => {
      const response = await away.post('/v1/orders', { ...order, channelOrderId: newId() });
      return response.status === 202;
    });
    await away.stop();
    await database.close();
    await proxy.close();
  });
});
