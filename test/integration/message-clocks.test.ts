import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findMessage } from '../../db/repositories/messages-read/find-message.ts';
import { addHours } from '../../src/domain/calendar/instant.ts';
import { newId } from '../../src/platform/ids.ts';
import { addJobs, type Ledger, openLedger, rowsOf } from '../support/ledger-fixture.ts';
import {
  aRecord,
  mailsTo,
  messageJob,
  runDeadlines,
  runMessageJobs,
  setChannel,
} from '../support/messages-fixture.ts';

let ledger: Ledger;
let sellerId: string;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
beforeEach(async () => {
  sellerId = await ledger.newSeller();
  await setChannel(ledger, sellerId, { language: 'en', sellerEmail: 'seller@shop.test' });
});

const hoursAgo = (hours: number): string => addHours(new Date().toISOString(), -hours);
const record = (...records: ReturnType<typeof aRecord>[]) =>
  runMessageJobs(
    ledger.database,
    records.map((one) => messageJob(sellerId, 'record', one)),
  );
const ask = async (hours: number, changes: Parameters<typeof aRecord>[0] = {}) => {
  const asked = aRecord({ sentAt: hoursAgo(hours), ...changes });
  await record(asked);
  return asked.messageId;
};
const answerNow = (hours = 0) =>
  record(aRecord({ direction: 'outbound', sentAt: hoursAgo(hours), body: 'It left.' }));
const subjects = async () => (await mailsTo(ledger, sellerId)).map(({ subject }) => subject);
const watches = async () => {
  const rows = await ledger.admin<{ state: string; runAt: string }[]>`
    SELECT state, run_at::text AS "runAt" FROM job WHERE seller_id = ${sellerId} AND name = 'watch-message'`;
  return rows.map(({ state }) => state);
};
const threadOf = async (messageId: string) =>
  (await findMessage(ledger.database, sellerId, messageId))?.threadId ?? newId();

const warning = 'Order A-1: a message is waiting for your answer';
const breach = 'Order A-1: message not answered, time has run out';

describe('An open message', () => {
  test('has one row that waits for its next notice, whatever the number of clocks', async () => {
    await ask(1);
    expect(await watches()).toEqual(['waiting']);
    const [ended] = await runDeadlines(ledger, sellerId);
    expect(ended).toMatchObject({ state: 'waiting' });
    expect(await subjects()).toEqual([]);
  });

  test('is warned of once, and once its time is over told of once', async () => {
    const messageId = await ask(21);
    const [warned] = await runDeadlines(ledger, sellerId);
    const { message } = (await findMessage(ledger.database, sellerId, messageId)) ?? {};
    expect(warned).toMatchObject({
      state: 'waiting',
      runAt: new Date(Date.parse(message?.clock?.dueAt ?? '') + 1).toISOString(),
    });
    await runDeadlines(ledger, sellerId);
    expect(await subjects()).toEqual([warning]);
    await ledger.admin`UPDATE message SET due_at = now() - interval '1 ms' WHERE id = ${messageId}`;
    const [told] = await runDeadlines(ledger, sellerId);
    expect(told).toMatchObject({ state: 'done', result: { outcome: 'response_breach' } });
    expect(await subjects()).toEqual([warning, breach]);
    expect(await runDeadlines(ledger, sellerId)).toEqual([]);
  });

  test('that comes when its time is over already is told of at once, without a warning', async () => {
    await ask(30);
    await runDeadlines(ledger, sellerId);
    expect(await subjects()).toEqual([breach]);
  });

  test('is told of by nobody once it is answered, also where the row had been taken up', async () => {
    await ask(21);
    const [{ id } = { id: '' }] = await ledger.admin<{ id: string }[]>`
      SELECT id FROM job WHERE seller_id = ${sellerId} AND name = 'watch-message'`;
    await answerNow();
    expect(await watches()).toEqual(['cancelled']);
    // As if the dispatcher had been quicker than the cancellation.
    await ledger.admin`UPDATE job SET state = 'waiting' WHERE id = ${id}`;
    expect(await runDeadlines(ledger, sellerId)).toMatchObject([
      { state: 'done', result: { outcome: 'no_longer_applies' } },
    ]);
    expect(await subjects()).toEqual([]);
  });

  test('is told of by nobody while an answer is accepted and not recorded yet, whatever runs first', async () => {
    await ask(30);
    const accepted = messageJob(sellerId, 'record', aRecord({ direction: 'outbound', sentAt: hoursAgo(9) }));
    await addJobs(ledger, [accepted]);
    const [put] = await runDeadlines(ledger, sellerId);
    expect(put).toMatchObject({ state: 'waiting' });
    // Another question of the buyer's answers nothing.
    await ledger.admin`DELETE FROM job WHERE id = ${accepted.id}`;
    await addJobs(ledger, [messageJob(sellerId, 'record', aRecord())]);
    expect(await subjects()).toEqual([]);
    await runDeadlines(ledger, sellerId);
    expect(await subjects()).toEqual([breach]);
    await ledger.admin`DELETE FROM job WHERE seller_id = ${sellerId} AND state = 'waiting'`;
  });

  test('of old data is counted and never told of', async () => {
    const messageId = await ask(300, { historical: true });
    expect(await watches()).toEqual([]);
    expect((await findMessage(ledger.database, sellerId, messageId))?.message.clock?.stoppedAt).toBeNull();
  });

  test('keeps the target of its day when the setting changes', async () => {
    const messageId = await ask(1);
    await setChannel(ledger, sellerId, { language: 'en', responseTargetHours: 2, responseWarningHours: 1 });
    const later = await ask(1);
    const dueIn = async (id: string) => {
      const { clock } = (await findMessage(ledger.database, sellerId, id))?.message ?? {};
      return (Date.parse(clock?.dueAt ?? '') - Date.parse(clock?.startedAt ?? '')) / 3_600_000;
    };
    expect([await dueIn(messageId), await dueIn(later)]).toEqual([24, 2]);
  });
});

test('The target is that of when a message was accepted, however late it is recorded', async () => {
  const early = messageJob(sellerId, 'record', aRecord({ sentAt: hoursAgo(1) }));
  await addJobs(ledger, [{ ...early, carrier: early.id }]);
  await ledger.admin`UPDATE job SET created_at = now() - interval '1 minute' WHERE id = ${early.id}`;
  await ledger.admin`
    UPDATE setting SET created_at = now() - interval '1 hour' WHERE seller_id = ${sellerId}`;
  await setChannel(ledger, sellerId, { language: 'en', responseTargetHours: 2, responseWarningHours: 1 });
  const late = messageJob(sellerId, 'record', aRecord({ sentAt: hoursAgo(1) }, { channelOrderId: 'A-9' }));
  const ended = await runMessageJobs(ledger.database, [early, late]);
  const targets = ended.map((one) => {
    const { clock } = (one as { result: { clock: { dueAt: string; startedAt: string } } }).result;
    return (Date.parse(clock.dueAt) - Date.parse(clock.startedAt)) / 3_600_000;
  });
  expect(targets.sort()).toEqual([2, 24]);
});

describe('The mail to the seller', () => {
  test('has the conversation above the link, and what strangers wrote as text', async () => {
    await record(
      aRecord({ sentAt: hoursAgo(40), body: 'Is it <b>blue</b>?' }),
      aRecord({ direction: 'outbound', sentAt: hoursAgo(39), body: 'It is.' }),
    );
    await ask(30, { body: 'Where is it?\n<script>alert(1)</script>' });
    await runDeadlines(ledger, sellerId);
    const [mail] = await mailsTo(ledger, sellerId);
    const order = ['Is it <b>blue</b>?', 'It is.', 'Where is it?', '/r/'].map((words) =>
      mail?.text.indexOf(words),
    );
    expect(order).toEqual([...order].sort((a, b) => Number(a) - Number(b)));
    expect(order).not.toContain(-1);
    expect(mail?.html).not.toContain('<script>alert');
    expect(mail?.headers).toHaveProperty('List-Unsubscribe');
  });

  test('has no link where the channel wants none, and is none where it wants no alerts', async () => {
    await setChannel(ledger, sellerId, { language: 'en', sellerEmail: 's@shop.test', actionLinks: false });
    await ask(30);
    await runDeadlines(ledger, sellerId);
    expect((await mailsTo(ledger, sellerId))[0]?.text).not.toContain('/r/');
    await setChannel(ledger, sellerId, { language: 'en', sellerEmail: 's@shop.test', alerts: 'off' });
    const silent = await ask(30);
    await runDeadlines(ledger, sellerId);
    expect(await subjects()).toHaveLength(1);
    expect((await findMessage(ledger.database, sellerId, silent))?.message.clock?.breachedAt).not.toBeNull();
  });

  test('tells of the own target in business hours beside the other one', async () => {
    const businessHours = {
      timeZone: 'UTC',
      country: null,
      subdivision: null,
      closures: [],
      windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', until: '24:00' }],
      targetHours: 2,
    };
    await setChannel(ledger, sellerId, { language: 'en', sellerEmail: 's@shop.test', businessHours });
    await ask(3);
    const [ended] = await runDeadlines(ledger, sellerId);
    expect(ended).toMatchObject({ state: 'waiting' });
    expect(await subjects()).toEqual(['Order A-1: your own time to answer has run out']);
  });
});

describe('A reply from here', () => {
  const reply = async (messageId: string, body = 'It left today.') => {
    const replyId = newId();
    const payload = {
      threadId: await threadOf(messageId),
      messageId,
      replyId,
      at: new Date().toISOString(),
      reply: { body },
    };
    const [ended] = await runMessageJobs(ledger.database, [messageJob(sellerId, 'reply', payload)]);
    return { replyId, threadId: payload.threadId, ended };
  };
  const askByMail = async (hours: number) => {
    const asked = aRecord(
      { sentAt: hoursAgo(hours), buyerEmail: 'buyer@mail.test' },
      { channelOrderId: null, buyer: 'b1' },
    );
    await record(asked);
    return asked.messageId;
  };

  test('sends one mail to the buyer, from whom no address is shown, and stops the clock', async () => {
    const messageId = await askByMail(2);
    const { ended } = await reply(messageId);
    expect(ended).toMatchObject({ state: 'done', result: { clock: { state: 'answered_in_time' } } });
    const [mail, ...others] = await mailsTo(ledger, sellerId);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ recipient: 'buyer@mail.test', headers: { 'Auto-Submitted': 'no' } });
    expect(mail?.text).toContain('It left today.');
    expect(`${mail?.text} ${mail?.html}`).not.toContain('seller@shop.test');
    expect(await watches()).toEqual(['cancelled']);
  });

  test('is refused where no address of the buyer is known, and of a message of our own', async () => {
    const { ended } = await reply(await ask(1));
    expect(ended).toMatchObject({ state: 'rejected', error: { code: 'buyer_unreachable' } });
    const ours = aRecord({ direction: 'outbound' });
    await record(ours);
    expect((await reply(ours.messageId)).ended).toMatchObject({ error: { code: 'message_not_inbound' } });
    expect((await reply(newId())).ended).toMatchObject({ error: { code: 'unknown_message' } });
  });

  test('goes to whoever asked, else to whoever wrote last, in whatever order that became known', async () => {
    const about = { channelOrderId: null, buyer: 'b2' };
    const first = aRecord({ sentAt: hoursAgo(5), buyerEmail: 'first@mail.test' }, about);
    const unsigned = aRecord({ sentAt: hoursAgo(4) }, about);
    await record(
      first,
      unsigned,
      aRecord({ sentAt: hoursAgo(3), buyerEmail: 'newest@mail.test' }, about),
      aRecord({ sentAt: hoursAgo(90), buyerEmail: 'old@mail.test' }, about),
      aRecord({ sentAt: hoursAgo(1), buyerEmail: 'mailer-daemon@mail.test', automatic: true }, about),
      aRecord({ direction: 'outbound', sentAt: hoursAgo(2), buyerEmail: 'seller@shop.test' }, about),
    );
    await reply(first.messageId);
    await reply(unsigned.messageId);
    const recipients = (await mailsTo(ledger, sellerId)).map(({ recipient }) => recipient);
    expect(recipients).toEqual(['first@mail.test', 'newest@mail.test']);
  });

  test('that the mail server refuses answers nothing: the clock runs on, and the seller is told', async () => {
    const messageId = await askByMail(21);
    const { replyId, threadId } = await reply(messageId);
    const delivery = (delivered: boolean) =>
      runMessageJobs(ledger.database, [
        messageJob(sellerId, 'record-delivery', { threadId, messageId: replyId, delivered }),
      ]);
    await delivery(false);
    await delivery(false);
    const clock = async () => (await findMessage(ledger.database, sellerId, messageId))?.message.clock;
    expect(await clock()).toMatchObject({ stoppedAt: null });
    expect((await watches()).sort()).toEqual(['cancelled', 'waiting']);
    expect((await subjects())[1]).toBe('Before an order (shop): your answer could not be delivered');
    expect(await subjects()).toHaveLength(2);
    await delivery(true);
    expect((await clock())?.stoppedAt).not.toBeNull();
  });
});

describe('The daily digest', () => {
  const daily = { language: 'en', sellerEmail: 's@shop.test', alerts: 'daily', digestAt: '08:00' };
  const digestsDue = () =>
    ledger.admin`UPDATE job SET run_at = now() WHERE seller_id = ${sellerId} AND name = 'send-digest'`;

  test('takes the place of single mails, leaves out what was answered, and comes once', async () => {
    await setChannel(ledger, sellerId, daily);
    const other = { channelOrderId: 'A-2' };
    await record(
      aRecord({ sentAt: hoursAgo(30) }),
      aRecord({ sentAt: hoursAgo(21) }, other),
      aRecord({ sentAt: hoursAgo(22) }, { channelOrderId: 'A-3' }),
    );
    await runDeadlines(ledger, sellerId);
    expect(await subjects()).toEqual([]);
    await record(aRecord({ direction: 'outbound' }, other));
    await digestsDue();
    await runDeadlines(ledger, sellerId);
    const mails = await mailsTo(ledger, sellerId);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('A-1');
    expect(mails[0]?.text).toContain('A-3');
    expect(mails[0]?.text).not.toContain('A-2');
    expect(mails[0]?.headers).toHaveProperty('List-Unsubscribe');
    const digests = await ledger.admin`
      SELECT count(*)::int AS count FROM job WHERE seller_id = ${sellerId} AND name = 'send-digest' AND state = 'done'`;
    expect(digests).toMatchObject([{ count: 3 }]);
  });

  test('is not written when everything was answered meanwhile', async () => {
    await setChannel(ledger, sellerId, daily);
    await ask(30);
    await runDeadlines(ledger, sellerId);
    await answerNow();
    await digestsDue();
    await runDeadlines(ledger, sellerId);
    expect(await subjects()).toEqual([]);
  });
});

test('Work on messages leaves nothing open in the ledger that nobody will do', async () => {
  const rows = await rowsOf(ledger, { queue: 'messages' });
  expect(rows.filter(({ state }) => state !== 'done' && state !== 'rejected')).toEqual([]);
});
