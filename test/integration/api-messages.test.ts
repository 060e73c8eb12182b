import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHours } from '../../src/domain/calendar/instant.ts';
import { jsonOf, startTestApi, type TestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  createMessagesFixture,
  hoursAgo,
  type MessageJob,
  newNumber,
  type ShownMessage,
} from '../support/message-requests.ts';

let pg: TestDatabase;
let api: TestApi;
let fixture: ReturnType<typeof createMessagesFixture>;

beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database);
  fixture = createMessagesFixture(pg.database, api);
});

afterAll(async () => {
  await api.stop();
  await pg.stop();
});

interface Refused {
  readonly code: string;
  readonly jobId?: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
}

const unknownId = '0198a000-0000-7000-8000-000000000001';

const post = (changes: object) => api.post('/v1/messages', fixture.newMessage(changes));

const refusalOf = async (changes: object): Promise<readonly [number, Refused]> => {
  const response = await post(changes);
  return [response.status, await jsonOf<Refused>(response)];
};

const errorsOf = async (changes: object) => {
  const [status, { errors = [] }] = await refusalOf(changes);
  expect(status).toBe(422);
  return errors.map(({ path, code }) => [path, code]);
};

const threadOf = async (threadId: string) =>
  jsonOf<{
    readonly orderId: string | null;
    readonly buyer: string | null;
    readonly reachable: boolean;
    readonly earlier: number;
    readonly messages: readonly ShownMessage[];
  }>(await api.call(`/v1/threads/${threadId}`));

describe("A buyer's message", () => {
  it('starts a clock of 24 hours, and can be read with it', async () => {
    const sentAt = '2026-05-07T14:00:00.000Z';
    const { messageId, threadId, clock } = await fixture.record({ sentAt, subject: '', externalId: 'a-1' });
    expect(clock).toEqual({
      state: 'open',
      overdue: true,
      startedAt: sentAt,
      warnAt: '2026-05-08T10:00:00.000Z',
      dueAt: '2026-05-08T14:00:00.000Z',
      answeredAt: null,
      responseSeconds: null,
      internalDueAt: null,
      warnedAt: null,
      breachedAt: null,
    });
    expect(await fixture.read(messageId)).toMatchObject({
      threadId,
      direction: 'inbound',
      source: 'upstream',
      sentAt,
      subject: null,
      body: 'Where is my mug?',
      externalId: 'a-1',
      intent: null,
      delivery: null,
      clock: { state: 'open' },
    });
  });

  it('is answered by a message of the seller at the same instant or later, even one that came before it', async () => {
    const channelOrderId = newNumber();
    const at = hoursAgo(30);
    const earlier = addHours(at, -24.5);
    const answer = await fixture.record({ channelOrderId, direction: 'outbound', sentAt: at, body: 'Soon.' });
    expect(answer.clock).toBeNull();
    const question = await fixture.record({ channelOrderId, sentAt: at });
    expect(question.clock).toMatchObject({ state: 'answered_in_time', answeredAt: at, responseSeconds: 0 });
    const before = await fixture.record({ channelOrderId, sentAt: earlier, body: 'Hello?' });
    expect(before.clock).toMatchObject({ state: 'answered_late', responseSeconds: 88_200 });
  });

  it('is not answered by what was sent before it', async () => {
    const channelOrderId = newNumber();
    const { clock } = await fixture.record({ channelOrderId, sentAt: hoursAgo(2) });
    expect(clock).toMatchObject({ state: 'open', overdue: false });
    const { threadId } = await fixture.record({ channelOrderId, direction: 'outbound', sentAt: hoursAgo(3) });
    const { messages } = await threadOf(threadId);
    expect(messages.map(({ direction, clock: of }) => [direction, of?.state])).toEqual([
      ['outbound', undefined],
      ['inbound', 'open'],
    ]);
  });

  it.each([
    [{ autoSubmitted: 'auto-replied' }, true],
    [{ autoSubmitted: true }, true],
    [{ returnPath: '<>' }, true],
    [{ returnPath: '' }, true],
    [{ autoSubmitted: 'no', returnPath: 'zoe@example.test' }, false],
  ])('that came with %j: automatic %s', async (signs, automatic) => {
    const { messageId, clock } = await fixture.record(signs);
    expect(clock === null).toBe(automatic);
    expect(await fixture.read(messageId)).toMatchObject({ automatic });
  });

  it('may need no response from the start', async () => {
    const { clock } = await fixture.record({ noResponseNeeded: true, sentAt: hoursAgo(100) });
    expect(clock).toMatchObject({ state: 'excluded', overdue: false });
  });

  it('of old data waits behind what a person waits for', async () => {
    await fixture.record({ historical: true, externalId: 'old' });
    const [job] = await pg.database.system<{ priority: number; bulk: boolean }[]>`
      SELECT priority, priority > (SELECT min(priority) FROM job WHERE seller_id = ${api.sellerId}) AS bulk
      FROM job WHERE seller_id = ${api.sellerId} AND queue = 'messages' ORDER BY id DESC LIMIT 1`;
    expect(job?.bulk).toBe(true);
  });
});

describe('A conversation', () => {
  it('of an order that is not known yet is joined by it later', async () => {
    const channelOrderId = newNumber();
    const { messageId, threadId } = await fixture.record({ channelOrderId });
    expect(await fixture.read(messageId)).toMatchObject({ channelOrderId, orderId: null });
    expect(await threadOf(threadId)).toMatchObject({ orderId: null, reachable: false });
    const orderId = await fixture.placeOrder(channelOrderId);
    expect(await fixture.read(messageId)).toMatchObject({ orderId });
    const { orderId: _, channel: __, ...byId } = fixture.newMessage({ body: 'And when?' });
    const next = await fixture.record({ ...byId, channel: undefined, channelOrderId: undefined, orderId });
    expect(next.threadId).toBe(threadId);
    expect(await threadOf(threadId)).toMatchObject({ orderId, reachable: true, earlier: 0 });
    const list = await jsonOf<{ items: ShownMessage[] }>(await api.call(`/v1/messages?orderId=${orderId}`));
    expect(list.items.map(({ body }) => body)).toEqual(['And when?', 'Where is my mug?']);
  });

  it('without an order is named by the channel’s own name of the buyer, else by the address in any case', async () => {
    let body = 'Hello?';
    const ofBuyer = (buyer: object, channel = 'shop') => {
      body += '!';
      return fixture.record({ channel, channelOrderId: undefined, buyer, body });
    };
    const byAddress = await ofBuyer({ email: 'Max@Example.test' });
    expect((await ofBuyer({ email: 'max@example.test' })).threadId).toBe(byAddress.threadId);
    expect((await ofBuyer({ email: 'max@example.test' }, 'amazon.de')).threadId).not.toBe(byAddress.threadId);
    const byName = await ofBuyer({ id: 'B-7', email: 'max@example.test' });
    expect(byName.threadId).not.toBe(byAddress.threadId);
    expect((await ofBuyer({ id: 'B-7' })).threadId).toBe(byName.threadId);
    expect(await threadOf(byName.threadId)).toMatchObject({ buyer: 'B-7', reachable: true, orderId: null });
  });

  it('of an order may be told the address of its buyer', async () => {
    const { threadId } = await fixture.record({ buyer: { email: 'gift@example.test' } });
    expect(await threadOf(threadId)).toMatchObject({ buyer: null, reachable: true });
  });

  it('is kept where only the seller wrote, and stops no clock', async () => {
    const { threadId, clock } = await fixture.record({ direction: 'outbound', body: 'It has left.' });
    expect(clock).toBeNull();
    expect((await threadOf(threadId)).messages).toHaveLength(1);
  });
});

describe('A message sent twice', () => {
  it('under the same id is one, and a conflict with other content', async () => {
    const message = fixture.newMessage({ externalId: 'twice-1' });
    const first = await jsonOf<MessageJob>(await api.post('/v1/messages', message));
    const again = await api.post('/v1/messages', { ...message, buyer: { email: 'new@example.test' } });
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([202, 'true']);
    expect((await jsonOf<MessageJob>(again)).jobId).toBe(first.jobId);
    const changes = [
      { body: 'Another.' },
      { sentAt: hoursAgo(3) },
      { channelOrderId: newNumber() },
      { direction: 'outbound' },
      { noResponseNeeded: true },
      { autoSubmitted: true },
    ];
    for (const change of changes) {
      const [status, { code, jobId }] = await refusalOf({ ...message, ...change });
      expect([status, code, jobId]).toEqual([409, 'message_conflict', first.jobId]);
    }
    const elsewhere = await post({ ...message, channel: 'amazon.fr' });
    expect(elsewhere.headers.get('idempotent-replayed')).toBeNull();
  });

  it('without an id is one where everything is the same, however its HTML is written', async () => {
    const message = fixture.newMessage({ body: 'Hello\nthere' });
    const first = await jsonOf<MessageJob>(await api.post('/v1/messages', message));
    const again = await api.post('/v1/messages', { ...message, body: '<p>Hello<br>there</p>' });
    expect((await jsonOf<MessageJob>(again)).jobId).toBe(first.jobId);
    const other = await jsonOf<MessageJob>(await api.post('/v1/messages', { ...message, body: 'Hello!' }));
    expect(other.jobId).not.toBe(first.jobId);
  });

  it('by two names of its order is one', async () => {
    const channelOrderId = newNumber();
    const orderId = await fixture.placeOrder(channelOrderId);
    const message = fixture.newMessage({ channelOrderId, externalId: 'twice-2' });
    const first = await jsonOf<MessageJob>(await api.post('/v1/messages', message));
    const again = await api.post('/v1/messages', { ...message, orderId });
    expect((await jsonOf<MessageJob>(again)).jobId).toBe(first.jobId);
  });

  it('leaves no trace of who wrote it in its keys', async () => {
    const response = await post({ channelOrderId: undefined, buyer: { email: 'secret@example.test' } });
    expect(response.status).toBe(202);
    const rows = await pg.database.asSellers(
      [api.sellerId],
      ({ sql }) => sql<{ key: string; content_hash: string }[]>`
        SELECT key, content_hash FROM natural_key WHERE kind = 'message'`,
    );
    for (const { key, content_hash: hash } of rows) expect(key + hash).toMatch(/^[\w-]{86}$/);
    const [job] = await pg.database.system<{ refs: unknown }[]>`
      SELECT refs FROM job WHERE seller_id = ${api.sellerId} ORDER BY id DESC LIMIT 1`;
    expect(job?.refs).toEqual({ channel: 'shop' });
  });
});

describe('Bad input', () => {
  it('is refused where neither order nor buyer is named', async () => {
    expect(await errorsOf({ channel: undefined })).toEqual([['channel', 'required']]);
    expect(await errorsOf({ channelOrderId: undefined })).toEqual([['buyer', 'required']]);
    expect(await errorsOf({ channelOrderId: undefined, buyer: {} })).toEqual([['buyer.id', 'required']]);
    expect(await errorsOf({ buyer: { email: 'nobody' } })).toEqual([['buyer.email', 'invalid_format']]);
  });

  it('is refused where it names an order that is not there, or by two names that differ', async () => {
    const [status, { code }] = await refusalOf({ orderId: unknownId });
    expect([status, code]).toEqual([404, 'not_found']);
    const orderId = await fixture.placeOrder(newNumber());
    expect(await errorsOf({ orderId })).toEqual([['channelOrderId', 'not_of_this_order']]);
    const elsewhere = { orderId, channel: 'amazon.fr', channelOrderId: undefined };
    expect(await errorsOf(elsewhere)).toEqual([['channel', 'not_of_this_order']]);
  });

  it('is refused where it was sent more than five minutes from now', async () => {
    const inSeconds = (seconds: number) => ({ sentAt: new Date(Date.now() + seconds * 1_000).toISOString() });
    expect((await post(inSeconds(299))).status).toBe(202);
    expect(await errorsOf(inSeconds(302))).toEqual([['sentAt', 'in_future']]);
  });

  it('is refused where it is longer than 4,000 characters as people count them', async () => {
    expect(await errorsOf({ body: 'a'.repeat(4_001) })).toEqual([['body', 'invalid_value']]);
    expect(await errorsOf({ body: ' \n' })).toEqual([['body', 'invalid_format']]);
    const { messageId } = await fixture.record({ body: '🎁'.repeat(4_000) });
    expect((await fixture.read(messageId)).body).toBe('🎁'.repeat(4_000));
  });

  it('that is HTML is kept as people read it', async () => {
    const html =
      '<html><body><p>Bonjour,<br>ma tasse est <b>cassée</b>.</p><script>alert(1)</script></body></html>';
    const { messageId } = await fixture.record({ body: html });
    expect((await fixture.read(messageId)).body).toBe('Bonjour,\nma tasse est cassée.');
  });
});

describe('A reply', () => {
  it('is mailed, stops the clocks before it, and is a message of its own', async () => {
    const channelOrderId = newNumber();
    await fixture.placeOrder(channelOrderId);
    const earlier = await fixture.record({ channelOrderId, sentAt: hoursAgo(30) });
    const { messageId, threadId } = await fixture.record({ channelOrderId, body: 'Anybody?' });
    const path = `/v1/messages/${messageId}/reply`;
    const { status, result } = await fixture.work(path, { body: '<p>It comes <b>tomorrow</b>.</p>' });
    expect(status).toBe('done');
    expect(result).toMatchObject({
      messageId,
      threadId,
      direction: 'inbound',
      clock: { state: 'answered_in_time' },
      reply: { messageId: expect.any(String), sentAt: expect.any(String) },
    });
    expect((await fixture.read(earlier.messageId)).clock).toMatchObject({ state: 'answered_late' });
    const last = (await threadOf(threadId)).messages.at(-1);
    expect(last).toMatchObject({
      direction: 'outbound',
      source: 'reply',
      body: 'It comes tomorrow.',
      clock: null,
    });
    const mails = await pg.database.system`
      SELECT 1 FROM job WHERE seller_id = ${api.sellerId} AND queue = 'mail' AND refs ->> 'order' = ${channelOrderId}`;
    expect(mails).toHaveLength(1);
    const own = await fixture.work(`/v1/messages/${last?.messageId}/reply`, { body: 'Once more.' });
    expect([own.status, own.error?.code]).toEqual(['rejected', 'message_not_inbound']);
  });

  it('may take the message out of all figures as well', async () => {
    const { messageId } = await fixture.record({
      buyer: { email: 'ada@example.test' },
      sentAt: hoursAgo(40),
    });
    const answer = { body: 'You are welcome.', noResponseNeeded: true };
    const { result } = await fixture.work(`/v1/messages/${messageId}/reply`, answer);
    expect(result.clock).toMatchObject({ state: 'excluded' });
  });

  it('needs an address and a text', async () => {
    const { messageId } = await fixture.record();
    const { status, error } = await fixture.work(`/v1/messages/${messageId}/reply`, { body: 'Hello.' });
    expect([status, error?.code]).toEqual(['rejected', 'buyer_unreachable']);
    const empty = await api.post(`/v1/messages/${messageId}/reply`, { body: '' });
    expect(empty.status).toBe(422);
  });
});

describe('A message that needs no response', () => {
  it('leaves all figures, once and for all', async () => {
    const { messageId, threadId } = await fixture.record({ sentAt: hoursAgo(50) });
    const path = `/v1/messages/${messageId}/no-response-needed`;
    const response = await api.call(path, { method: 'POST' });
    expect(response.status).toBe(202);
    const { result } = await fixture.work(path, {});
    expect(result).toMatchObject({ messageId, threadId, direction: 'inbound', clock: { state: 'excluded' } });
    expect(await fixture.read(messageId)).toMatchObject({ noResponseNeeded: true });
  });

  it('is one of a buyer', async () => {
    const { messageId } = await fixture.record({ direction: 'outbound' });
    const { status, error } = await fixture.work(`/v1/messages/${messageId}/no-response-needed`, {});
    expect([status, error?.code]).toEqual(['rejected', 'message_not_inbound']);
  });
});

describe('Messages as a list', () => {
  it('that await an answer begin with the one that has the least time left, page by page', async () => {
    const channel = 'list.test';
    const at = (hours: number) => fixture.record({ channel, sentAt: hoursAgo(hours) });
    const [middle, oldest, newest] = [await at(10), await at(40), await at(1)];
    const answered = newNumber();
    await fixture.record({ channel, channelOrderId: answered, sentAt: hoursAgo(20) });
    await fixture.record({ channel, channelOrderId: answered, direction: 'outbound', sentAt: hoursAgo(19) });
    await fixture.record({ channel, noResponseNeeded: true });
    await fixture.record({ channel, autoSubmitted: true });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = `channel=${channel}&awaiting=true&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page: { items: ShownMessage[]; nextCursor: string | null } = await jsonOf(
        await api.call(`/v1/messages?${query}`),
      );
      seen.push(...page.items.map(({ messageId }) => messageId));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([oldest, middle, newest].map(({ messageId }) => messageId));
    const all = await jsonOf<{ items: ShownMessage[] }>(await api.call(`/v1/messages?channel=${channel}`));
    expect(all.items).toHaveLength(7);
    const one = await jsonOf<{ items: ShownMessage[] }>(
      await api.call(`/v1/messages?threadId=${middle.threadId}`),
    );
    expect(one.items.map(({ messageId }) => messageId)).toEqual([middle.messageId]);
    expect((await api.call('/v1/messages?awaiting=perhaps')).status).toBe(422);
  });

  it('are of one seller alone', async () => {
    const { messageId, threadId } = await fixture.record();
    const channelOrderId = newNumber();
    const orderId = await fixture.placeOrder(channelOrderId);
    const other = await startTestApi(pg.database);
    try {
      const statuses = await Promise.all([
        other.call(`/v1/messages/${messageId}`),
        other.call(`/v1/threads/${threadId}`),
        other.post(`/v1/messages/${messageId}/reply`, { body: 'x' }),
        other.post(`/v1/messages/${messageId}/no-response-needed`, {}),
        other.post(
          '/v1/messages',
          fixture.newMessage({ channelOrderId: undefined, channel: undefined, orderId }),
        ),
      ]);
      expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      expect(await jsonOf(await other.call('/v1/messages'))).toEqual({ items: [], nextCursor: null });
    } finally {
      await other.stop();
    }
    expect((await api.call(`/v1/messages/${unknownId}`)).status).toBe(404);
    expect((await api.call('/v1/threads/nonsense')).status).toBe(404);
  });
});
