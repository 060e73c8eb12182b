import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonOf, startTestApi, type TestApi, workOff } from '../support/api-fixture.ts';
import { type Ledger, openLedger } from '../support/ledger-fixture.ts';
import { messageJob, runMessageJobs } from '../support/messages-fixture.ts';
import { aReturnLine, createReturnsFixture } from '../support/returns-fixture.ts';

let ledger: Ledger;
let api: TestApi;
let returns: ReturnType<typeof createReturnsFixture>;
beforeAll(async () => {
  ledger = await openLedger();
  api = await startTestApi(ledger.database);
  returns = createReturnsFixture(ledger.database, api);
});
afterAll(async () => {
  await api.stop();
  await ledger.close();
});

interface View {
  readonly response: { readonly status: string; readonly stoppedAt: string | null };
  readonly history: readonly { readonly type: string }[];
}
interface Thread {
  readonly threadId: string;
  readonly clock: { readonly state: string } | null;
}

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const readReturn = async (returnId: string) => jsonOf<View>(await api.call(`/v1/returns/${returnId}`));
const responseOf = async (returnId: string) => (await readReturn(returnId)).response;
const send = (orderId: string, changes: object) =>
  returns.done('/v1/messages', {
    orderId,
    direction: 'outbound',
    sentAt: minutesAgo(1),
    body: 'Bonjour',
    ...changes,
  });
const readMessage = async (messageId: string) => jsonOf<Thread>(await api.call(`/v1/messages/${messageId}`));
const idOf = (result: unknown): string => (result as { readonly messageId: string }).messageId;

/** The mail server has refused a message of ours for good, as the mail's handler tells it. */
const refuse = async (messageId: string) => {
  const { threadId } = await readMessage(messageId);
  const payload = { threadId, messageId, delivered: false };
  await runMessageJobs(ledger.database, [messageJob(api.sellerId, 'record-delivery', payload)]);
};
const deadlinesOf = (returnId: string) => ledger.admin<{ state: string }[]>`
  SELECT state FROM job WHERE name = 'meet-return-deadline' AND payload ->> 'returnId' = ${returnId}
    AND state IN ('waiting', 'queued')`;

describe('A message to the buyer of an order', () => {
  test('answers the return requests that wait there, and not one of somebody who got a gift', async () => {
    const orderId = await returns.ship();
    const own = await returns.request(orderId);
    const gift = await returns.request(orderId, { requestedBy: 'gift_recipient' });
    await send(orderId, { sentAt: new Date(Date.now() + 1_000).toISOString() });
    expect(await responseOf(own)).toMatchObject({ status: 'answered' });
    expect(await responseOf(gift)).toMatchObject({ status: 'open', stoppedAt: null });
    expect(await deadlinesOf(own)).toEqual([]);
    expect(await deadlinesOf(gift)).toHaveLength(2);
  });

  test('stops that clock when it was sent, whatever becomes known first', async () => {
    const orderId = await returns.ship();
    const returnId = await returns.request(orderId, { requestedAt: minutesAgo(60) });
    const [later, earlier, before] = [minutesAgo(10), minutesAgo(30), minutesAgo(90)];
    await send(orderId, { sentAt: later });
    await send(orderId, { sentAt: earlier });
    await send(orderId, { sentAt: before });
    expect((await responseOf(returnId)).stoppedAt).toBe(earlier);
    const toldLate = await returns.request(orderId, { requestedAt: minutesAgo(20) });
    expect((await responseOf(toldLate)).stoppedAt).toBe(later);
  });

  test('that could not be delivered has answered nothing, unless another one did', async () => {
    const orderId = await returns.ship();
    const returnId = await returns.request(orderId, { requestedAt: minutesAgo(60) });
    const first = idOf(await send(orderId, { sentAt: minutesAgo(40) }));
    const second = minutesAgo(20);
    const last = idOf(await send(orderId, { sentAt: second }));
    await refuse(first);
    expect((await responseOf(returnId)).stoppedAt).toBe(second);
    await refuse(last);
    expect(await responseOf(returnId)).toMatchObject({ status: 'open', stoppedAt: null });
    expect(await deadlinesOf(returnId)).toHaveLength(2);
  });
});

describe('A reply to a return request', () => {
  test('stands in the conversation of the order and answers what is open there', async () => {
    const orderId = await returns.ship();
    const question = idOf(await send(orderId, { direction: 'inbound' }));
    const returnId = await returns.request(orderId);
    await returns.done(`/v1/returns/${returnId}/reply`, { message: 'Pourriez-vous envoyer une photo ?' });
    const { threadId, clock } = await readMessage(question);
    expect(clock).toMatchObject({ state: 'answered_in_time' });
    const { messages } = await jsonOf<{ messages: { messageId: string; body: string; source: string }[] }>(
      await api.call(`/v1/threads/${threadId}`),
    );
    expect(messages.at(-1)).toMatchObject({
      body: 'Pourriez-vous envoyer une photo ?',
      source: 'return_reply',
    });

    // The buyer can write back from its mail.
    const [mail] = await ledger.admin<{ text: string }[]>`
      SELECT text FROM mail WHERE text LIKE ${'%envoyer une photo%'} AND text LIKE ${'%/r/%'}`;
    expect(mail?.text).toContain('Répondre à la boutique');

    // Its mail leads back to it, so a refusal opens both again.
    const [carried] = await ledger.admin<{ id: string }[]>`
      SELECT message.id FROM message JOIN mail ON mail.id = mail_id WHERE message.thread_id = ${threadId}`;
    expect(carried?.id).toBe(messages.at(-1)?.messageId);
    await refuse(carried?.id ?? '');
    expect((await readMessage(question)).clock).toMatchObject({ state: 'open' });
    expect(await responseOf(returnId)).toMatchObject({ status: 'open' });
    expect((await readReturn(returnId)).history.at(-1)).toMatchObject({ type: 'answer_undelivered' });
  });

  test('to somebody who got a gift is none of the buyer’s conversation', async () => {
    const orderId = await returns.ship();
    const question = idOf(await send(orderId, { direction: 'inbound' }));
    const contact = { email: 'friend@mail.test' };
    const lines = [aReturnLine];
    const gift = await returns.request(orderId, { requestedBy: 'gift_recipient', contact, lines });
    await returns.done(`/v1/returns/${gift}/reply`, { message: 'Bonjour' });
    await workOff(ledger.database, api.sellerId);
    expect((await readMessage(question)).clock).toMatchObject({ state: 'open' });
  });
});
