import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi } from '../../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createReturnsFixture } from '../../support/returns-fixture.ts';
import { workAllOff } from '../privacy-fixture.ts';
import { type Attack, attacksOn } from './attacks.ts';
import { digestOf } from './digest.ts';
import { createVictim, type Victim } from './victim.ts';

let pg: TestDatabase;
let admin: postgres.Sql;
let theirs: TestApi;
let ours: TestApi;
let victim: Victim;
let attacks: Readonly<Record<string, readonly Attack[]>>;

beforeAll(async () => {
  pg = await createTestDatabase();
  admin = postgres(pg.url, { max: 1, onnotice: () => {} });
  theirs = await startTestApi(pg.database);
  ours = await startTestApi(pg.database);
  victim = await createVictim(pg.database, theirs);
  await workAllOff(pg.database, theirs.sellerId);
  const { ship, done } = createReturnsFixture(pg.database, ours);
  const placed = await done('/v1/orders', {
    channel: 'shop',
    channelOrderId: 'OWN-2',
    placedAt: new Date().toISOString(),
    payment: { status: 'verified' },
    currency: 'EUR',
    buyer: { name: 'Mallory', email: 'mallory@example.test' },
    shipTo: { name: 'M', line1: '1 rue Basse', postalCode: '59000', city: 'Lille', country: 'FR' },
    lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 2, unitPriceMinor: 1_250 }],
  });
  attacks = attacksOn(victim, { orderId: await ship(), openOrderId: placed.orderId });
});

afterAll(async () => {
  await Promise.all([theirs.stop(), ours.stop(), admin.end()]);
  await pg.stop();
});

const uuids = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

const jobsOf = async (sellerId: string): Promise<number> => {
  const [row] = await admin<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM job WHERE seller_id = ${sellerId}`;
  return row?.count ?? 0;
};

/** Names that no seller has, of the same form as the victim's. */
const unknownNames = (): ((text: string) => string) => {
  const names = Object.entries(victim).flatMap(([what, name]): [string, string][] =>
    what === 'sellerId' ? [] : [[name, name.length === 36 ? newId() : `${name}-none`]],
  );
  return (text) =>
    names.reduce((changed, [from, to]) => changed.replaceAll(new RegExp(from, 'gi'), to), text);
};

const send = async (route: string, attack: Attack, rename: (text: string) => string): Promise<Response> => {
  const [method = '', documented = ''] = route.split(' ');
  const { raw, body } = attack;
  const content = raw?.content ?? (body === undefined ? undefined : JSON.stringify(body));
  const type = raw?.type ?? (content === undefined ? undefined : 'application/json');
  return ours.call(rename(attack.path ?? documented), {
    method,
    headers: {
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(route === 'POST /v1/refunds' ? { 'idempotency-key': newId() } : {}),
    },
    ...(content === undefined ? {} : { body: typeof content === 'string' ? rename(content) : content }),
  });
};

interface Seen {
  readonly status: number;
  readonly headers: object;
  readonly text: string;
}

const changing = new Set(['date', 'x-request-id', 'etag', 'location', 'content-length']);

/** What a stranger can tell answers apart by: all of it but the ids and times that are new each time. */
const seenOf = async (response: Response): Promise<Seen> => ({
  status: response.status,
  headers: Object.fromEntries([...response.headers].filter(([name]) => !changing.has(name))),
  text: (await response.text()).replaceAll(uuids, '<id>').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>'),
});

/** How the work that was accepted ends: its state, result and error, without new ids. */
const endOf = async (accepted: Response): Promise<string> => {
  const { jobId } = await jsonOf<{ jobId: string }>(accepted);
  await workAllOff(pg.database, ours.sellerId);
  const job = await jsonOf<Record<string, unknown>>(await ours.call(`/v1/jobs/${jobId}`));
  const { status, result, error } = job;
  return JSON.stringify({ status, result, error }).replaceAll(uuids, '<id>');
};

/** Those that make something of the stranger's own come last, so that lists stay as they are before. */
const everyAttack = (): [route: string, attack: Attack][] =>
  Object.entries(attacks)
    .flatMap(([route, list]) => list.map((attack): [string, Attack] => [route, attack]))
    .toSorted(([, a], [, b]) => Number(makesSomething(a)) - Number(makesSomething(b)));

const makesSomething = ({ ends, raw }: Attack): boolean =>
  ends === 'accepted' || raw?.type === 'application/x-ndjson';

describe("Another seller's things", () => {
  it('are attacked on every route of the document: a new one needs an attack of its own', async () => {
    const { paths } = await jsonOf<{ paths: Record<string, object> }>(await ours.call('/openapi.json'));
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(Object.keys(attacks).toSorted()).toEqual(documented.toSorted());
    // What takes an id in its path is attacked by one, and ends as if there were none.
    for (const [route, list] of Object.entries(attacks)) {
      if (!/\{(?!channel)\w+\}/.test(route)) continue;
      expect(
        list.every(({ path, ends }) => path !== undefined && ends !== 'open'),
        route,
      ).toBe(true);
      expect(
        list.some(({ ends }) => ends === 'missing'),
        route,
      ).toBe(true);
    }
  });

  it('are there for their seller at the very addresses that a stranger tries', async () => {
    const reads = everyAttack().filter(
      ([route, { ends }]) => route.startsWith('GET ') && ends === 'missing' && !route.endsWith('own-label'),
    );
    expect(reads.length).toBeGreaterThan(10);
    for (const [route, { path = '' }] of reads) {
      const { status } = await theirs.call(path);
      // A refund that has not succeeded has no receipt, which its seller is told and a stranger is not.
      expect(route.endsWith('receipt.pdf') ? status === 409 : status === 200, `${route} ${status}`).toBe(
        true,
      );
    }
  });

  it('are 404 or nothing to a stranger, no different from what does not exist, and stay as they were', async () => {
    const before = await digestOf(admin, victim.sellerId);
    const own = new Set(Object.values(victim));
    for (const [route, attack] of everyAttack()) {
      const jobs = await jobsOf(ours.sellerId);
      const real = await send(route, attack, (text) => text);
      const leaked = (await real.clone().text()).matchAll(uuids);
      const theirIds = [...leaked].filter(([id]) => own.has(id.toLowerCase()) && !echoes(attack, id));
      expect(theirIds, route).toEqual([]);
      if (attack.ends === 'accepted') {
        expect(real.status, route).toBe(202);
        const end = await endOf(real);
        const other = await send(route, attack, unknownNames());
        expect(other.status, route).toBe(202);
        expect(end, route).toBe(await endOf(other));
        continue;
      }
      const seen = await seenOf(real);
      const { status } = seen;
      if (attack.ends === 'missing') expect(status, `${route} ${seen.text}`).toBe(404);
      else if (route !== 'POST /webhooks/stripe') expect(status, `${route} ${seen.text}`).toBe(200);
      const other = await seenOf(await send(route, attack, unknownNames()));
      if (!changesByItself.has(route)) expect(seen, route).toEqual(other);
      if (attack.ends === 'missing') expect(await jobsOf(ours.sellerId), route).toBe(jobs);
    }
    await workAllOff(pg.database, ours.sellerId);
    expect(await digestOf(admin, victim.sellerId)).toBe(before);
  });
});

/** What the stranger has sent may come back. */
const echoes = ({ path = '', body, raw }: Attack, id: string): boolean =>
  `${path} ${JSON.stringify(body)} ${raw?.content.toString()}`.includes(id);

/** Open to everybody and about the process; settings count their versions. */
const changesByItself = new Set([
  'GET /metrics',
  'PUT /v1/settings/delivery-policy',
  'PUT /v1/settings/refund-policy',
  'PUT /v1/settings/channels/{channel}',
]);
