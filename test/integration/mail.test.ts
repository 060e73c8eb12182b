import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import { mailQueue } from '../../queues/mail.queue.ts';
import { createSmtpTransport } from '../../src/mail/smtp-transport.ts';
import { createMailTransport, type MailTransport } from '../../src/mail/transport.ts';
import { newId } from '../../src/platform/ids.ts';
import { createMailHandler } from '../../workers/handlers/mail.handler.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { until } from '../support/until.ts';
import {
  aMail,
  changeMail,
  findJob,
  findMail,
  type MailTest,
  runMailJob,
  saveMail,
  startMailTest,
} from './mail-harness.ts';

let test: MailTest;
let sink: SmtpSink;
let transport: MailTransport;
let handler: ReturnType<typeof createMailHandler>;

beforeAll(async () => {
  [test, sink] = await Promise.all([startMailTest(), startSmtpSink()]);
  transport = createMailTransport({
    smtpUrl: sink.url,
    mailFrom: 'Navette <navette@mail.example>',
    mailbox: test.database.system,
  });
  handler = createMailHandler({ transport });
}, 60_000);

afterEach(() => sink.reset());

afterAll(async () => {
  transport.close();
  await sink.close();
  await test.stop();
});

const run = (jobId: string) => runMailJob(test, handler, jobId);

describe('the mail queue', () => {
  it('sends a mail with its Message-ID, both parts, and says that a machine wrote it', async () => {
    const mail = aMail(test.sellerId, {
      subject: 'Votre commande est prête',
      text: 'Été',
      html: '<p>Été</p>',
    });
    const jobId = await saveMail(test, mail);
    expect(await run(jobId)).toMatchObject({ kind: 'completed', finishes: [{ state: 'done' }] });
    expect(sink.messages).toHaveLength(1);
    const [message] = sink.messages;
    expect(message).toMatchObject({ sender: 'navette@mail.example', recipients: ['claire@example.org'] });
    expect(message?.headers.get('message-id')).toBe(mail.messageId);
    expect(message?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(message?.headers.get('from')).toBe('Lumen <navette@mail.example>');
    expect(message?.headers.get('content-type')).toMatch(/^multipart\/alternative/);
    expect(Date.parse(message?.headers.get('date') ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(message?.raw).toMatch(/text\/plain; charset=utf-8/);
    expect(message?.raw).toMatch(/text\/html; charset=utf-8/);
    expect(await findMail(test, mail.id)).toMatchObject({ state: 'sent', leaseUntil: null });
    expect((await findMail(test, mail.id)).sentAt).not.toBeNull();
    expect(await findJob(test, jobId)).toMatchObject({ state: 'done', attempts: 0 });
  });

  it('delivers once when its carrier runs twice, one after the other or at the same time', async () => {
    const mail = aMail(test.sellerId);
    const jobId = await saveMail(test, mail);
    const release = sink.hold();
    const first = run(jobId);
    await expect.poll(() => sink.messages.length).toBe(1);
    // The first one is on the line: the second sees its lease and steps back.
    expect(await run(jobId)).toMatchObject({ kind: 'completed', finishes: [{ state: 'waiting' }] });
    const { leaseUntil } = await findMail(test, mail.id);
    expect((await findJob(test, jobId)).runAt).toBe(leaseUntil);
    release();
    await first;
    expect(await findMail(test, mail.id)).toMatchObject({ state: 'sent' });
    expect(await run(jobId)).toMatchObject({ kind: 'completed', finishes: [{ state: 'done' }] });
    expect(await run(jobId)).toEqual({ kind: 'completed', finishes: [] });
    expect(sink.messages).toHaveLength(1);
    expect(await findJob(test, jobId)).toMatchObject({ state: 'done' });
  });

  it('fails a job whose mail does not exist', async () => {
    const mail = aMail(test.sellerId);
    const jobId = await saveMail(test, mail);
    await test.database.asSellers([test.sellerId], async ({ sql }) => {
      await sql`UPDATE job SET payload = ${JSON.stringify({ mailId: newId() })}::jsonb WHERE id = ${jobId}`;
    });
    expect(await run(jobId)).toMatchObject({ kind: 'failed' });
    expect(await findJob(test, jobId)).toMatchObject({ state: 'failed', error: { code: 'mail_not_found' } });
  });

  it('fails a poison payload without calling anybody', async () => {
    const jobId = await saveMail(test, aMail(test.sellerId));
    await test.database.asSellers([test.sellerId], async ({ sql }) => {
      await sql`UPDATE job SET payload = '{"mailId": 7}' WHERE id = ${jobId}`;
    });
    expect(await run(jobId)).toMatchObject({ kind: 'failed' });
    expect(await findJob(test, jobId)).toMatchObject({ state: 'failed', error: { code: 'poison_payload' } });
    expect(sink.messages).toHaveLength(0);
  });

  it.each([
    ['MAIL', '552 5.3.4 Message too big'],
    ['RCPT', '550 5.1.1 <claire@example.org>: no such user'],
    ['DATA', '554 5.5.1 No valid recipients'],
    ['accepted', '550 5.7.1 Looks like spam'],
  ] as const)(
    'rejects for good what the server refuses at %s, and keeps its words',
    async (moment, words) => {
      const mail = aMail(test.sellerId);
      const jobId = await saveMail(test, mail);
      sink.answerNext(moment, words);
      expect(await run(jobId)).toMatchObject({ kind: 'completed', finishes: [{ state: 'rejected' }] });
      expect(await findMail(test, mail.id)).toMatchObject({
        state: 'refused',
        response: words,
        sentAt: null,
      });
      const job = await findJob(test, jobId);
      expect(job).toMatchObject({ state: 'rejected', error: { code: 'mail_refused' } });
      expect(job.error?.detail).not.toContain('claire@');
      expect(await run(jobId)).toEqual({ kind: 'completed', finishes: [] });
    },
  );

  it('refuses a recipient that is more than one address, without asking the server', async () => {
    for (const recipient of [
      'a@example.org, b@example.org',
      'a@example.org\r\nBcc: b@example.org',
      'nobody',
    ]) {
      const mail = aMail(test.sellerId, { recipient });
      const jobId = await saveMail(test, mail);
      await run(jobId);
      expect(await findJob(test, jobId)).toMatchObject({
        state: 'rejected',
        error: { code: 'mail_refused' },
      });
    }
    expect(sink.messages).toHaveLength(0);
  });

  it.each([
    ['connect', '421 4.3.2 Too busy'],
    ['connect', '554 5.3.2 Not today'],
    ['connect', 'drop'],
    ['MAIL', '451 4.7.1 Greylisted'],
    ['MAIL', '530 5.7.0 Authentication required'],
    ['RCPT', '452 4.2.2 <claire@example.org> is full'],
    ['DATA', '451 4.3.0 Try again'],
    ['accepted', '451 4.3.0 Try again'],
    ['accepted', 'drop'],
  ] as const)('tries again, under the same Message-ID, after %s: %s', async (moment, words) => {
    // A server that slams the door does so at a connection: begin without one.
    transport.close();
    transport = createMailTransport({
      smtpUrl: sink.url,
      mailFrom: 'navette@mail.example',
      mailbox: test.database.system,
    });
    handler = createMailHandler({ transport });
    const mail = aMail(test.sellerId);
    const jobId = await saveMail(test, mail);
    sink.answerNext(moment, words);
    expect(await run(jobId)).toMatchObject({ kind: 'retry', failures: 1 });
    expect(await findMail(test, mail.id)).toMatchObject({ state: 'pending', leaseUntil: null, sentAt: null });
    const job = await findJob(test, jobId);
    expect(job).toMatchObject({ state: 'queued', attempts: 1 });
    expect(job.error?.detail).not.toContain('claire@');
    expect(await run(jobId)).toMatchObject({ kind: 'completed', finishes: [{ state: 'done' }] });
    expect(new Set(sink.messages.map((one) => one.headers.get('message-id')))).toEqual(
      new Set([mail.messageId]),
    );
    // Taken and then not answered: the one case in which it goes out twice.
    expect(sink.messages).toHaveLength(moment === 'accepted' ? 2 : 1);
    expect(await findMail(test, mail.id)).toMatchObject({ state: 'sent' });
  });

  it.each(['connect', 'MAIL', 'accepted'] as const)(
    'does not wait longer than its limit for a server that falls silent at %s',
    async (moment) => {
      const from = { address: 'navette@mail.example', name: null, domain: 'mail.example' };
      const impatient = createSmtpTransport({ smtpUrl: sink.url, from, maxConnections: 1, sendLimitMs: 200 });
      sink.answerNext(moment, 'silence');
      const mail = {
        ...aMail(test.sellerId),
        writtenAt: '2026-05-07T12:00:00.000Z',
        attachments: [],
      };
      try {
        expect(await impatient.send(mail)).toMatchObject({ kind: 'deferred' });
        // And its one connection is not stuck with it.
        const sent = async () => (await impatient.send(mail)).kind === 'accepted';
        expect(await until('a mail is sent within the limit', sent)).toBe(true);
      } finally {
        impatient.close();
      }
    },
  );

  it('fails after its last attempt, and an operator can try again', async () => {
    const mail = aMail(test.sellerId);
    const jobId = await saveMail(test, mail);
    await test.database.asSellers([test.sellerId], async ({ sql }) => {
      await sql`UPDATE job SET attempts = ${mailQueue.attempts - 1} WHERE id = ${jobId}`;
    });
    sink.answerNext('RCPT', '450 4.2.1 Not now');
    expect(await run(jobId)).toMatchObject({ kind: 'failed' });
    expect(await findMail(test, mail.id)).toMatchObject({ state: 'failed', response: '450 4.2.1 Not now' });
    expect(await findJob(test, jobId)).toMatchObject({ state: 'failed' });
    expect(await run(jobId)).toMatchObject({ kind: 'completed', finishes: [{ state: 'done' }] });
    expect(await findMail(test, mail.id)).toMatchObject({ state: 'sent' });
  });

  it('waits for a live lease, takes over one that has run out, by the database’s clock', async () => {
    const mail = aMail(test.sellerId);
    const jobId = await saveMail(test, mail);
    await changeMail(test, mail.id, `state = 'sending', lease_until = now() + interval '20 seconds'`);
    expect(await run(jobId)).toMatchObject({ finishes: [{ state: 'waiting' }] });
    expect((await findJob(test, jobId)).attempts).toBe(0);
    expect(sink.messages).toHaveLength(0);
    await changeMail(test, mail.id, `lease_until = now() - interval '1 millisecond'`);
    expect(await run(jobId)).toMatchObject({ finishes: [{ state: 'done' }] });
    expect(sink.messages).toHaveLength(1);
  });

  it('leaves a mail alone that another sender took over while the server made up its mind', async () => {
    const mail = aMail(test.sellerId);
    const jobId = await saveMail(test, mail);
    sink.answerNext('accepted', '550 5.7.1 Looks like spam');
    const release = sink.hold();
    const slow = run(jobId);
    await expect.poll(() => sink.messages.length).toBe(1);
    await changeMail(test, mail.id, `lease_until = now() + interval '29 seconds'`);
    release();
    await slow;
    expect(await findMail(test, mail.id)).toMatchObject({ state: 'sending' });
    expect(await findJob(test, jobId)).toMatchObject({ state: 'queued' });
  });

  it('notes that a mail went out although its job was cancelled meanwhile', async () => {
    const mail = aMail(test.sellerId);
    const jobId = await saveMail(test, mail);
    const release = sink.hold();
    const running = run(jobId);
    await expect.poll(() => sink.messages.length).toBe(1);
    await test.database.system`UPDATE job SET state = 'cancelled' WHERE id = ${jobId}`;
    release();
    expect(await running).toEqual({ kind: 'completed', finishes: [] });
    expect(await findMail(test, mail.id)).toMatchObject({ state: 'sent' });
    expect(await findJob(test, jobId)).toMatchObject({ state: 'cancelled' });
  });

  it('lets no name, subject or file begin a header of its own', async () => {
    const evil = 'Lumen"\r\nBcc: victim@example.org\r\nX-Evil: 1\u2028 <x@y>';
    const mail = aMail(test.sellerId, { senderName: evil, subject: `${evil}\nReply-To: evil@example.org` });
    const jobId = await saveMail(test, mail);
    await run(jobId);
    await transport.send({
      ...mail,
      writtenAt: '2026-05-07T12:00:00.000Z',
      attachments: [{ filename: evil, contentType: 'application/pdf', content: Buffer.from('%PDF') }],
    });
    expect(sink.messages).toHaveLength(2);
    for (const message of sink.messages) {
      expect(message.recipients).toEqual(['claire@example.org']);
      expect([...message.headers.keys()].filter((name) => /bcc|evil|reply-to/.test(name))).toEqual([]);
      expect(message.raw).not.toMatch(/^(bcc|x-evil|reply-to):/im);
      expect(message.headers.get('from')).toMatch(/<navette@mail\.example>$/);
    }
  });
});

describe('saving mails', () => {
  it('makes one mail and one job per Message-ID, whoever decides twice', async () => {
    const mail = aMail(test.sellerId);
    const again = { ...mail, id: newId() };
    const save = (mails: (typeof mail)[]) =>
      test.database.asSellers([test.sellerId], (tx) => saveMails(tx, mails));
    expect(await save([mail])).toEqual(new Set([mail.id]));
    expect(await save([again, again])).toEqual(new Set());
    expect(await save([])).toEqual(new Set());
    const [jobs] = await test.database.asSellers(
      [test.sellerId],
      ({ sql }) => sql<{ count: number; version: number; payload: unknown }[]>`
        SELECT count(*) OVER () AS count, payload_version AS version, payload FROM job
        WHERE payload ->> 'mailId' IN (${mail.id}, ${again.id})`,
    );
    expect(jobs?.count).toBe(1);
    expect(jobs?.version).toBe(mailQueue.payloadVersion);
    expect(mailQueue.jobs.send.parse(jobs?.payload)).toEqual({ mailId: mail.id });
  });

  it('lets two deciders with the same mails in different orders both finish', async () => {
    const mails = Array.from({ length: 50 }, () => aMail(test.sellerId));
    const save = (list: typeof mails) =>
      test.database.asSellers([test.sellerId], (tx) => saveMails(tx, list));
    const saved = await Promise.all([
      save(mails),
      save([...mails].reverse().map((mail) => ({ ...mail, id: newId() }))),
    ]);
    expect(saved.reduce((sum, ids) => sum + ids.size, 0)).toBe(50);
  });
});
