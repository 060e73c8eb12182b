import { once } from 'node:events';
import { connect } from 'node:net';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi, workOff } from '../../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type Attack, attacksOn } from './attacks.ts';
import { createVictim, type Victim } from './victim.ts';

let pg: TestDatabase;
let admin: postgres.Sql;
let api: TestApi;
let mine: Victim;

beforeAll(async () => {
  pg = await createTestDatabase();
  admin = postgres(pg.url, { max: 1, onnotice: () => {} });
  api = await startTestApi(pg.database);
  mine = await createVictim(pg.database, api);
});

afterAll(async () => {
  await Promise.all([api.stop(), admin.end()]);
  await pg.stop();
});

/** What a program, a language or a file system would let out; no answer of ours holds it. */
const internals =
  /node_modules|\bat \w+[ .(].*:\d+|\.(?:ts|js):\d+|SELECT |INSERT |PostgresError|ZodError|\/(?:work|home|usr|tmp)\//;

const expectProper = async (what: string, response: Response): Promise<void> => {
  const text = await response.text();
  expect(response.status, `${what} ${text}`).toBeLessThan(500);
  expect(text, what).not.toMatch(internals);
};

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** As JSON, since some of them cannot be made otherwise. */
const hostileValues: readonly string[] = [
  String.raw`"a\u0000b"`,
  String.raw`"\ud800"`,
  '"__proto__"',
  '"constructor"',
  `"${'x'.repeat(20_000)}"`,
  '1e308',
  '-9007199254740993',
  deep(5_000),
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
];

type Path = readonly (string | number)[];

function* leavesOf(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else
    for (const [key, inner] of Object.entries(value)) {
      yield* leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
}

/** The JSON of a body with other JSON at a place of it. */
const withAt = (body: unknown, [head, ...rest]: Path, json: string): string => {
  if (head === undefined) return json;
  const parts = Object.entries(body as object).map(([key, inner]) => {
    const text = key === String(head) ? withAt(inner, rest, json) : JSON.stringify(inner);
    return Array.isArray(body) ? text : `${JSON.stringify(key)}:${text}`;
  });
  return Array.isArray(body) ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
};

const bodies = (): [route: string, attack: Attack & { readonly body: object }][] =>
  Object.entries(attacksOn(mine, mine)).flatMap(([route, list]) =>
    list.flatMap((attack): [string, Attack & { body: object }][] =>
      attack.body === undefined ? [] : [[route, { ...attack, body: attack.body }]],
    ),
  );

const send = (route: string, path: string | undefined, body: string): Promise<Response> => {
  const [method = '', documented = ''] = route.split(' ');
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  return api.call(path ?? documented, { method, headers, body });
};

describe('Contrived values', () => {
  it('in every field of every body are refused or borne, and what was accepted ends without a fault', async () => {
    let sent = 0;
    let accepted = 0;
    for (const [route, { path, body }] of bodies()) {
      for (const leaf of leavesOf(body)) {
        const answers = hostileValues.map(async (value) => {
          sent += 1;
          const answer = await send(route, path, withAt(body, leaf, value));
          if (answer.status === 202) accepted += 1;
          await expectProper(`${route} ${leaf.join('.')} ${value.slice(0, 30)}`, answer);
        });
        await Promise.all(answers);
      }
    }
    expect(sent).toBeGreaterThan(800);
    expect(accepted).toBeGreaterThan(40);
    await workOff(pg.database, api.sellerId);
    const faults = await admin`
      SELECT queue, name, state, error FROM job WHERE state = 'failed' OR attempts > 0 OR solo`;
    expect(faults).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    ['twenty thousand lists', deep(20_000)],
    ['twenty thousand objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['half a document', '{"channel":'],
    ['another document', '"text"'],
    ['a number', '1e400'],
    ['nothing', ''],
    ['bytes that are no text', '\u0000\u0001'],
    ['keys of the prototype', '{"__proto__":{"polluted":true}}'],
    ['a key twice', '{"email":"a@example.test","email":5}'],
  ])('as a whole body are refused or borne: %s', async (_what, body) => {
    for (const [route, { path }] of bodies()) await expectProper(route, await send(route, path, body));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('in every parameter of every query are refused or borne', async () => {
    interface Parameter {
      readonly in: string;
      readonly name: string;
    }
    type Methods = Record<string, { readonly parameters?: readonly Parameter[] }>;
    const { paths } = await jsonOf<{ paths: Record<string, Methods> }>(await api.call('/openapi.json'));
    const values = ['%00', '%ED%A0%80', '1e999', 'x'.repeat(4_000), "'%5C"];
    const odd = ['%00', '..%2f..%2fetc%2fpasswd', '__proto__', '%', 'x'.repeat(5_000)];
    let sent = 0;
    for (const [path, methods] of Object.entries(paths)) {
      const names = (methods.get?.parameters ?? [])
        .filter((one) => one.in === 'query')
        .map(({ name }) => name);
      for (const name of names) {
        const queries = [...values.map((value) => `${name}=${value}`), `${name}=1&${name}=2`];
        const address = path.replace(/\{\w+\}/, mine.returnId);
        await Promise.all(
          queries.map(async (query) => {
            sent += 1;
            await expectProper(`${path}?${query}`, await api.call(`${address}?${query}`));
          }),
        );
      }
      if (!path.includes('{')) continue;
      const method = Object.keys(methods)[0]?.toUpperCase() ?? '';
      await Promise.all(
        odd.map(async (value) =>
          expectProper(`${path} ${value}`, await api.call(path.replaceAll(/\{\w+\}/g, value), { method })),
        ),
      );
    }
    expect(sent).toBeGreaterThan(200);
  });

  it('in headers are refused or borne', async () => {
    const order = { method: 'POST', body: '{}' };
    for (const headers of [
      { 'idempotency-key': 'x'.repeat(10_000), 'content-type': 'application/json' },
      { 'idempotency-key': 'é', 'content-type': 'application/json' },
      { prefer: `wait=${'9'.repeat(400)}`, 'content-type': 'application/json' },
      { prefer: `${'wait=1,'.repeat(1_000)}`, 'content-type': 'application/json' },
      { 'content-type': `application/json;${' '.repeat(8_000)}x` },
      { 'content-type': `application/${'json+'.repeat(1_500)}json` },
      { 'content-type': 'application/json', 'content-encoding': 'gzip, gzip, gzip' },
      { 'x-request-id': '"><script>', 'content-type': 'application/json' },
    ] as Record<string, string>[]) {
      const answer = await api.call('/v1/orders', { ...order, headers });
      expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
      await expectProper(JSON.stringify(headers).slice(0, 60), answer);
    }
    for (const tag of ['"'.repeat(10_000), ','.repeat(10_000), '*', 'W/"1"', '"999999999999999999999"']) {
      const headers = { 'if-match': tag, 'if-none-match': tag, 'content-type': 'application/json' };
      const path = '/v1/settings/refund-policy';
      await expectProper(tag.slice(0, 9), await api.call(path, { headers }));
      await expectProper(tag.slice(0, 9), await api.call(path, { method: 'PUT', headers, body: '{}' }));
    }
  });
});

describe('A photograph', () => {
  it('for a claim that is not there is refused before it has come', async () => {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      [
        `POST /v1/claims/${newId()}/photos HTTP/1.1`,
        'Host: navette.test',
        `Authorization: Bearer ${api.key}`,
        'Content-Type: image/jpeg',
        'Content-Length: 10000000',
        '\r\n',
      ].join('\r\n'),
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 404 /);
  });
});

describe('Names that JavaScript’s objects have already', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'are channels, orders, lines and carriers like others: %s',
    async (name) => {
      const settings = await jsonOf<{ language: unknown }>(await api.call(`/v1/settings/channels/${name}`));
      expect(settings.language).toEqual(expect.stringMatching(/^[a-z]{2}$/));
      const placed = await api.post('/v1/orders', {
        channel: name,
        channelOrderId: '__proto__',
        placedAt: new Date(Date.now() - 86_400_000).toISOString(),
        payment: { status: 'verified' },
        currency: 'EUR',
        buyer: { name: '__proto__', email: `${name}@example.test` },
        shipTo: { name, line1: name, postalCode: '69003', city: name, country: 'FR', region: '__proto__' },
        lines: [
          { lineId: '__proto__', sku: name, title: name, quantity: 1, unitPriceMinor: 100 },
          { lineId: name, sku: '__proto__', title: '__proto__', quantity: 1, unitPriceMinor: 100 },
        ],
      });
      const { jobId } = await jsonOf<{ jobId: string }>(placed);
      await workOff(pg.database, api.sellerId);
      const job = await jsonOf<{ status: string; result: { orderId: string } }>(
        await api.call(`/v1/jobs/${jobId}`),
      );
      expect(job.status).toBe('done');
      const { orderId } = job.result;
      const at = new Date().toISOString();
      for (const [path, body] of [
        [`/v1/orders/${orderId}/shipments`, { carrier: name, trackingNumber: '__proto__', shippedAt: at }],
        ['/v1/messages', { orderId, direction: 'inbound', sentAt: at, body: '__proto__', externalId: name }],
        [
          '/v1/returns',
          {
            orderId,
            requestedBy: 'buyer',
            lines: [{ lineId: '__proto__', quantity: 1, reason: 'defective' }],
          },
        ],
        ['/v1/refunds', { orderId, lines: [{ lineId: '__proto__', quantity: 1 }], reason: name }],
      ] as [string, object][]) {
        const accepted = await api.post(path, body, { 'idempotency-key': crypto.randomUUID() });
        expect(accepted.status, path).toBe(202);
        const { jobId: next } = await jsonOf<{ jobId: string }>(accepted);
        await workOff(pg.database, api.sellerId);
        expect(await jsonOf(await api.call(`/v1/jobs/${next}`)), path).toMatchObject({ status: 'done' });
      }
      await expectProper('the order', await api.call(`/v1/orders/${orderId}`));
    },
  );
});
