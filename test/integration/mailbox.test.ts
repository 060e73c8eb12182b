import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveMailboxMessage } from '../../db/repositories/mailbox/save-mailbox-message.ts';
import { createMailTransport, type MailTransport } from '../../src/mail/transport.ts';
import { createMailboxRouter } from '../../src/pages/mailbox/router.ts';
import { newId } from '../../src/platform/ids.ts';
import { createMailHandler } from '../../workers/handlers/mail.handler.ts';
import { aMail, findMail, type MailTest, runMailJob, saveMail, startMailTest } from './mail-harness.ts';
import { serve, type TestServer } from './mail-http-harness.ts';

let test: MailTest;
let server: TestServer;
let transport: MailTransport;

beforeAll(async () => {
  test = await startMailTest();
  transport = createMailTransport({
    smtpUrl: null,
    mailFrom: 'navette@localhost',
    mailbox: test.database.system,
  });
  server = await serve({ '/mailbox': createMailboxRouter({ database: test.database }) });
}, 60_000);

afterAll(async () => {
  transport.close();
  await server.close();
  await test.stop();
});

interface Item {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly receivedAt: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { filename: string; contentType: string; size: number; href: string }[];
}

const items = async (): Promise<Item[]> => {
  const response = await fetch(`${server.url}/mailbox/api/messages`);
  return ((await response.json()) as { items: Item[] }).items;
};

const send = (
  changes: Parameters<typeof aMail>[1] = {},
  attachments: Parameters<MailTransport['send']>[0]['attachments'] = [],
) => transport.send({ ...aMail(test.sellerId, changes), writtenAt: '2026-05-07T12:00:00.000Z', attachments });

describe('the development mailbox', () => {
  it('catches what the mail queue sends, once', async () => {
    const handler = createMailHandler({ transport });
    const mail = aMail(test.sellerId, { subject: 'Caught' });
    const jobId = await saveMail(test, mail);
    expect(await runMailJob(test, handler, jobId)).toMatchObject({ finishes: [{ state: 'done' }] });
    expect(await findMail(test, mail.id)).toMatchObject({ state: 'sent' });
    // As if it had crashed between sending and noting it.
    await transport.send({ ...mail, writtenAt: '2026-05-07T12:00:00.000Z', attachments: [] });
    const caught = (await items()).filter((item) => item.messageId === mail.messageId);
    expect(caught).toMatchObject([
      {
        to: 'claire@example.org',
        from: '"Lumen" <navette@localhost>',
        subject: 'Caught',
        text: 'Hello Claire',
        html: '<p>Hello Claire</p>',
        attachments: [],
      },
    ]);
  });

  it('lists newest first, and shows a message with its parts', async () => {
    await send({ subject: 'Older' });
    await send({ subject: 'Newer', text: 'See https://shop.example/t/abc?x=1 now', senderName: null });
    const [newer, older] = await items();
    expect([newer?.subject, older?.subject]).toEqual(['Newer', 'Older']);
    expect(newer?.from).toBe('navette@localhost');
    const list = await (await fetch(`${server.url}/mailbox`)).text();
    expect(list.indexOf('Newer')).toBeLessThan(list.indexOf('Older'));
    const page = await (await fetch(`${server.url}/mailbox/messages/${newer?.id}`)).text();
    expect(page).toContain('<a href="https://shop.example/t/abc?x=1"');
    expect(page).toContain('Auto-Submitted');
    const one = await fetch(`${server.url}/mailbox/api/messages/${newer?.id}`);
    expect(await one.json()).toMatchObject({ subject: 'Newer' });
  });

  it('shows hostile mail harmlessly', async () => {
    const hostile = '"><script>alert(1)</script>';
    await send({
      subject: hostile,
      text: `${hostile} https://x/"onmouseover=alert(1)`,
      senderName: hostile,
      html: `<!doctype html><html><head></head><body>${hostile}</body></html>`,
    });
    const [item] = await items();
    for (const path of ['/mailbox', `/mailbox/messages/${item?.id}`]) {
      const response = await fetch(server.url + path);
      expect(await response.text()).not.toContain('<script');
      expect(response.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    }
    const part = await fetch(`${server.url}/mailbox/messages/${item?.id}/html`);
    const policy = part.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/sandbox/);
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
    expect(await part.text()).toMatch(/^<!doctype html><html><head><base target="_blank">/);
  });

  it('gives attachments out as they came, for saving only', async () => {
    await send({ subject: 'With a label' }, [
      {
        filename: 'étiquette "A6".pdf',
        contentType: 'application/pdf',
        content: Buffer.from('%PDF-1.7 label'),
      },
      { filename: 'page.html', contentType: 'text/html\r\nX-Evil: 1', content: Buffer.from('<script>') },
    ]);
    const [item] = await items();
    expect(item?.attachments).toMatchObject([
      { filename: 'étiquette "A6".pdf', contentType: 'application/pdf', size: 14 },
      { filename: 'page.html', size: 8 },
    ]);
    expect(JSON.stringify(item)).not.toContain('base64');
    const label = await fetch(server.url + (item?.attachments[0]?.href ?? ''));
    expect(label.headers.get('content-type')).toBe('application/pdf');
    expect(label.headers.get('content-disposition')).toMatch(/^attachment; filename=.*filename\*=UTF-8''/);
    expect(await label.text()).toBe('%PDF-1.7 label');
    const page = await fetch(server.url + (item?.attachments[1]?.href ?? ''));
    expect(page.headers.get('content-type')).toBe('application/octet-stream');
    expect(page.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(page.headers.get('x-evil')).toBeNull();
  });

  it('keeps the newest and forgets the rest', async () => {
    for (let n = 0; n < 5; n++) {
      const id = newId();
      await saveMailboxMessage(
        test.database.system,
        {
          id,
          messageId: `<${id}@x>`,
          from: 'a@b',
          to: 'c@d',
          subject: `kept ${n}`,
          text: '',
          html: '',
          headers: {},
          attachments: [],
        },
        { keep: 3 },
      );
    }
    expect((await items()).map((item) => item.subject)).toEqual(['kept 4', 'kept 3', 'kept 2']);
  });

  it('knows nothing of what it does not hold', async () => {
    for (const path of [
      `/messages/${newId()}`,
      '/messages/x',
      `/messages/${newId()}/html`,
      `/messages/${newId()}/attachments/0`,
      '/messages/x/attachments/-1',
      `/api/messages/${newId()}`,
    ]) {
      expect((await fetch(`${server.url}/mailbox${path}`)).status, path).toBe(404);
    }
  });

  it('refuses what no mail server could deliver', async () => {
    expect(await send({ recipient: 'a@b, c@d' })).toMatchObject({ kind: 'refused' });
  });
});
