import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { saveSetting } from '../../db/repositories/settings/save-setting.ts';
import { registry } from '../../queues/registry.ts';
import { createJobWaiter } from '../../src/api/accept/job-waiter.ts';
import { createReturnLinkRouter } from '../../src/pages/returns/link/link-router.ts';
import { createReturnPagePorts } from '../../src/pages/returns/real-ports.ts';
import { createWithdrawRouter } from '../../src/pages/returns/withdraw/withdraw-router.ts';
import { type LinkAction, signLink } from '../../src/platform/link-tokens.ts';
import { addJobs } from '../support/ledger-fixture.ts';
import { serve, type TestServer } from './mail-http-harness.ts';
import { openRig, type Rig } from './runtime/rig.ts';
import { aReturnAddress, nextNumber, requestJob, shipJobs } from './runtime/samples.ts';

const linkSecrets = ['a link secret of more than 32 characters'];
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
  const value = { senderName: 'Le Fil', returnAddresses: [aReturnAddress] };
  await saveSetting(database, sellerId, { kind: 'channel', key: 'shop' }, { value, expectedVersion: null });
  const ports = createReturnPagePorts({
    database,
    intake: rig.intake(),
    waiter: createJobWaiter(system),
    documents: { render: async () => null },
    waitMs: 20_000,
  });
  server = await serve({
    '/r': createReturnLinkRouter({ ports, linkSecrets, requestsPerMinute: 100_000 }),
    '/withdraw': createWithdrawRouter({ ports, answerStepMs: 0, statementsPerHour: 1_000 }),
  });
  rig.work({ contracts: registry.filter(({ name }) => name === 'orders' || name === 'returns') });
});
afterEach(async () => {
  await server.close();
  await rig.end();
});
afterAll(() => rig.close());

const until = async <T>(find: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

const done = (id: string): Promise<true> =>
  until(async () => {
    const [job] = await rig.ledger.admin`SELECT 1 FROM job WHERE id = ${id} AND state = 'done'`;
    return job === undefined ? undefined : true;
  });

/** A return that waits for its seller, of an order that has arrived. */
const requested = async (changes: Parameters<typeof requestJob>[2] = {}): Promise<string> => {
  const { orderId, jobs } = shipJobs(sellerId);
  const { returnId, job } = requestJob(sellerId, orderId, changes);
  for (const one of [...jobs, job]) {
    await addJobs(rig.ledger, [one]);
    rig.nudge();
    await done(one.id);
  }
  return returnId;
};

const linkTo = (action: LinkAction, returnId: string): string => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  return `${server.url}/r/${signLink({ action, sellerId, thingId: returnId, expiresAt }, linkSecrets)}`;
};

const post = (url: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) });

const form = { rma: 'generated', address: 'saved:default', label: 'generated', choice: 'yes' };

const countEvents = async (type: string): Promise<number> => {
  const [row] = await rig.ledger.admin<{ count: number }[]>`
    SELECT count(*)::int AS count FROM return_event WHERE type = ${type}`;
  return row?.count ?? 0;
};

test('Two hundred clicks on a link are one job, and all of them see what was done', async () => {
  const link = linkTo('authorize_return', await requested());
  expect(await (await fetch(link)).text()).toContain('12 quai du Port');
  const answers = await Promise.all(Array.from({ length: 200 }, () => post(link, form)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  expect(pages.every((page) => page.includes('Retour autorisé'))).toBe(true);
  const [jobs] = await rig.ledger.admin`SELECT count(*)::int AS count FROM job WHERE name = 'authorize'`;
  expect([jobs?.count, await countEvents('authorized')]).toEqual([1, 1]);
  const other = await post(link, { ...form, rma: 'own', rmaOwn: 'MINE-1' });
  expect([other.status, await other.text()]).toEqual([409, expect.stringContaining('Ce lien a déjà servi')]);
  expect(await (await fetch(link)).text()).toContain('Retour autorisé');
});

test('A refused form can be mended and sent again by the same link', async () => {
  const [first, second] = [await requested(), await requested()];
  const own = { ...form, rma: 'own', rmaOwn: 'MINE-2' };
  expect((await post(linkTo('authorize_return', first), own)).status).toBe(200);
  const link = linkTo('authorize_return', second);
  const refused = await post(link, { ...own, rmaOwn: 'mine-2' });
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('porte déjà ce numéro RMA'),
  ]);
  expect((await post(link, { ...own, rmaOwn: 'MINE-3' })).status).toBe(200);
  expect(await countEvents('authorized')).toBe(2);
});

test('A link whose return was closed meanwhile says so, and its siblings work', async () => {
  const returnId = await requested();
  expect((await post(linkTo('cancel_return', returnId), { choice: 'yes' })).status).toBe(200);
  const late = await post(linkTo('authorize_return', returnId), form);
  const page = await late.text();
  expect([late.status, page]).toEqual([409, expect.stringContaining('L’acheteur a annulé ce retour')]);
  const [, reply = ''] = /href="([\w-]{100})\?lang=fr"/.exec(page) ?? [];
  expect((await post(`${server.url}/r/${reply}`, { message: 'Bonjour', choice: 'yes' })).status).toBe(200);
  expect(await countEvents('replied')).toBe(1);
});

test('A buyer withdraws in two steps, whatever the case of the address, and once however often they press', async () => {
  const channelOrderId = nextNumber();
  const { jobs } = shipJobs(sellerId, { changes: { channelOrderId } });
  for (const job of jobs) {
    await addJobs(rig.ledger, [job]);
    rig.nudge();
    await done(job.id);
  }
  const statement = { orderNumber: channelOrderId, email: 'Zoe.Lukasik@Example.test' };
  const answers = await Promise.all([
    post(`${server.url}/withdraw`, statement),
    post(`${server.url}/withdraw`, statement),
    post(`${server.url}/withdraw`, { ...statement, email: 'other@example.test' }),
  ]);
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(pages).size).toBe(1);
  const stated = await until(async () => {
    const [row] = await rig.ledger.admin<{ id: string }[]>`SELECT id FROM "return"`;
    return row;
  });
  const confirmed = await post(linkTo('confirm_withdrawal', stated.id), { 'quantity-0': '1', choice: 'yes' });
  expect([confirmed.status, await confirmed.text()]).toEqual([
    200,
    expect.stringContaining('Rétractation confirmée'),
  ]);
  expect([await countEvents('requested'), await countEvents('withdrawal_confirmed')]).toEqual([1, 1]);
});
