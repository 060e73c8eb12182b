import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { saveSetting } from '../../db/repositories/settings/save-setting.ts';
import { type PayloadInput, registry } from '../../queues/registry.ts';
import { createJobWaiter } from '../../src/api/accept/job-waiter.ts';
import { createMessageLinkRouter } from '../../src/pages/messages/message-link-router.ts';
import { createMessagePagePorts } from '../../src/pages/messages/real-ports.ts';
import { newId } from '../../src/platform/ids.ts';
import { signLink } from '../../src/platform/link-tokens.ts';
import { addJobs, aJob } from '../support/ledger-fixture.ts';
import { until } from '../support/until.ts';
import { serve, type TestServer } from './mail-http-harness.ts';
import { openRig, type Rig } from './runtime/rig.ts';
import { aDraft, placeJob } from './runtime/samples.ts';

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
  const value = { senderName: 'Le Fil', sellerEmail: 'seller@example.test' };
  await saveSetting(database, sellerId, { kind: 'channel', key: 'shop' }, { value, expectedVersion: null });
  const ports = createMessagePagePorts({
    database,
    intake: rig.intake(),
    waiter: createJobWaiter(system),
    waitMs: 20_000,
  });
  server = await serve({
    '/r': createMessageLinkRouter({ ports, linkSecrets, requestsPerMinute: 100_000 }),
  });
  rig.work({ contracts: registry.filter(({ name }) => name === 'orders' || name === 'messages') });
});
afterEach(async () => {
  await server.close();
  await rig.end();
});
afterAll(() => rig.close());

const work = async (job: ReturnType<typeof aJob>): Promise<void> => {
  await addJobs(rig.ledger, [job]);
  rig.nudge();
  await until(`the job ${job.name} is done`, async () => {
    const [row] = await rig.ledger.admin`SELECT 1 FROM job WHERE id = ${job.id} AND state = 'done'`;
    return row !== undefined;
  });
};

type Thread = PayloadInput<'messages', 'record'>['thread'];

/** A buyer's message that came an hour ago through the upstream system; its id. */
const asked = async (thread: Omit<Thread, 'channel'>): Promise<string> => {
  const payload: PayloadInput<'messages', 'record'> = {
    messageId: newId(),
    thread: { channel: 'shop', ...thread },
    message: {
      direction: 'inbound',
      source: 'upstream',
      sentAt: new Date(Date.now() - 3_600_000).toISOString(),
      subject: 'Taille',
      body: 'Est-ce que\ncela taille grand ?',
      noResponseNeeded: false,
      automatic: false,
      historical: false,
    },
  };
  await work(aJob(sellerId, { queue: 'messages', name: 'record', payload, refs: { channel: 'shop' } }));
  return payload.messageId;
};

/** The same of an order to Italy, whose buyer reads Italian. */
const askedAboutOrder = async (): Promise<string> => {
  const buyer = { name: 'Zoé Łukasik', email: 'zoe.lukasik@example.test', language: 'it' } as const;
  const shipTo = {
    name: 'Zoé Łukasik',
    line1: 'via Roma 1',
    postalCode: '20121',
    city: 'Milano',
    country: 'IT',
  };
  const draft = aDraft({ buyer, shipTo });
  await work(placeJob(sellerId, draft));
  return asked({ channelOrderId: draft.channelOrderId });
};

const linkTo = (messageId: string): string => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const link = { action: 'reply_to_message', sellerId, thingId: messageId, expiresAt } as const;
  return `${server.url}/r/${signLink(link, linkSecrets)}`;
};

const post = (url: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) });

interface MessageRow {
  readonly source: string;
  readonly body: string;
  readonly counts: boolean;
  readonly answered: boolean;
}

const messages = () =>
  rig.ledger.admin<MessageRow[]>`
    SELECT source, body, counts, answered_at IS NOT NULL AS answered FROM message ORDER BY sent_at`;

/** The page behind the one link in the last mail to somebody. */
const linkInMailTo = async (recipient: string): Promise<string> => {
  const [mail] = await rig.ledger.admin<{ text: string }[]>`
    SELECT text FROM mail WHERE recipient = ${recipient} ORDER BY id DESC LIMIT 1`;
  const [, token] = /\/r\/([\w-]{100})/.exec(mail?.text ?? '') ?? [];
  return `${server.url}/r/${token}`;
};

test('Two hundred clicks on a link are one answer, and all of them see what was sent', async () => {
  const link = linkTo(await askedAboutOrder());
  const shown = await (await fetch(link)).text();
  expect(shown).toContain('Est-ce que\ncela taille grand ?');
  expect(shown).toContain('Une réponse est dans les temps jusqu’au');
  const form = { act: 'reply', body: 'Non,\r\nil taille petit.' };
  const answers = await Promise.all(Array.from({ length: 200 }, () => post(link, form)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  expect(pages.every((page) => page.includes('Non,\nil taille petit.</dd>'))).toBe(true);
  expect(await messages()).toEqual([
    { source: 'upstream', body: 'Est-ce que\ncela taille grand ?', counts: true, answered: true },
    { source: 'reply', body: 'Non,\nil taille petit.', counts: false, answered: false },
  ]);
  const [mails] = await rig.ledger.admin`SELECT count(*)::int AS count FROM mail`;
  expect(mails?.count).toBe(1);
  const other = await post(link, { act: 'none' });
  expect([other.status, await other.text()]).toEqual([409, expect.stringContaining('Ce lien a déjà servi')]);
  expect(await (await fetch(link)).text()).toContain('Réponse envoyée');
  expect((await messages())[0]?.counts).toBe(true);
});

test('An answer that cannot be sent is refused, and the link still says that none is needed', async () => {
  const link = linkTo(await asked({ buyer: 'buyer-17' }));
  const shown = await (await fetch(link)).text();
  expect(shown).toContain('Aucune adresse e-mail n’est connue');
  expect(shown).not.toContain('<textarea');
  const refused = await post(link, { act: 'reply', body: 'Non.' });
  const page = await refused.text();
  expect([refused.status, page]).toEqual([422, expect.stringContaining('<p class="typed" dir="auto">Non.')]);
  expect(page).toContain('dans la messagerie du canal shop');
  const marked = await post(link, { act: 'none' });
  expect([marked.status, await marked.text()]).toEqual([200, expect.stringContaining('C’est noté')]);
  expect(await messages()).toMatchObject([{ source: 'upstream', counts: false, answered: false }]);
  expect(await (await fetch(link)).text()).toContain('C’est noté');
});

test('An answer can leave its message out of the figures', async () => {
  const link = linkTo(await askedAboutOrder());
  const sent = await post(link, { act: 'reply', body: 'Non.', noResponseNeeded: 'yes' });
  expect(await sent.text()).toMatch(/Réponse envoyée[\s\S]*n’est pas compté/);
  expect((await messages()).map(({ counts }) => counts)).toEqual([false, false]);
});

test('Buyer and seller write to each other from link to link, each in the own language', async () => {
  await post(linkTo(await askedAboutOrder()), { act: 'reply', body: 'Non.' });
  const buyers = await linkInMailTo('zoe.lukasik@example.test');
  const shown = await (await fetch(buyers)).text();
  expect(shown).toMatch(/<html lang="it">[\s\S]*Le Fil[\s\S]*Europe\/Rome/);
  const words = { body: 'Grazie!', choice: 'yes' };
  const written = await Promise.all(Array.from({ length: 20 }, () => post(buyers, words)));
  expect(new Set(written.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await (await fetch(buyers)).text()).toMatch(/Messaggio inviato[\s\S]*Grazie!/);
  const sellers = await linkInMailTo('seller@example.test');
  expect(await (await fetch(sellers)).text()).toMatch(/<html lang="fr">[\s\S]*Grazie!/);
  expect((await post(sellers, { act: 'reply', body: 'Avec plaisir.' })).status).toBe(200);
  expect(await messages()).toMatchObject([
    { source: 'upstream', answered: true },
    { source: 'reply', body: 'Non.' },
    { source: 'buyer_page', body: 'Grazie!', counts: true, answered: true },
    { source: 'reply', body: 'Avec plaisir.' },
  ]);
});
