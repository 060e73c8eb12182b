import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/languages.ts';
import { oneLine } from '../../../src/mail/addresses.ts';
import { renderReturnMail } from '../../../src/mail/templates/returns/return-mail.ts';
import { mails, subject } from './return-mail-samples.ts';

const hostile = '"><img src=x onerror=alert(1)>&\'';
const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&#39;';
const line = { title: 'Lampe', quantity: 1, reason: null, comment: null } as const;

describe('what strangers wrote in mails about returns', () => {
  it('is escaped wherever it stands', () => {
    const all = {
      ...subject,
      orderNumber: hostile,
      channel: hostile,
      lines: [{ ...line, title: hostile, comment: hostile }],
    };
    for (const mail of mails) {
      const { html } = renderReturnMail(mail, 'fr', all);
      expect(html).not.toContain('<img');
      expect(html.split(escaped).length).toBeGreaterThan(4);
    }
    const reply = renderReturnMail({ kind: 'buyer_reply', message: hostile, cancelUrl: null }, 'en', subject);
    expect(reply.html).toContain(escaped);
    expect(reply.text).toContain(`> ${hostile}`);
    const sku = renderReturnMail(
      { kind: 'seller_mismatch', items: [{ sku: hostile, quantity: 1 }] },
      'en',
      subject,
    );
    expect(sku.html).not.toContain('<img');
    const link = {
      kind: 'withdrawal_stated',
      statedAt: '2026-07-09T07:00:00.000Z',
      confirmUrl: 'https://x/"><b>',
    };
    expect(renderReturnMail(link as (typeof mails)[number], 'en', subject).html).not.toContain('"><b>');
  });

  it('begins no header and no line of its own', () => {
    const orderNumber = '407-1\r\nBcc: everybody@example.com\u2028\u0000';
    const lines = [{ ...line, title: 'A\r\n\r\nB', comment: 'C\n-- \nD' }];
    for (const mail of mails) {
      const rendered = renderReturnMail(mail, 'en', { ...subject, orderNumber, lines });
      expect(rendered.subject).toBe(oneLine(rendered.subject));
      expect(rendered.subject).toContain('407-1 Bcc: everybody@example.com');
      expect(rendered.text).not.toMatch(/^Bcc/m);
      expect(rendered.text).toContain('A B');
      expect(rendered.text.match(/^-- $/gm)).toHaveLength(1);
    }
  });

  it('does not turn the direction of our own text', () => {
    const rendered = renderReturnMail({ kind: 'buyer_cancelled' }, 'en', {
      ...subject,
      orderNumber: '1\u202e23',
      lines: [{ ...line, title: 'Lamp\u202e\u2066' }],
    });
    expect(rendered.subject + rendered.text + rendered.html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('keeps its line breaks in a message, and nothing else that controls', () => {
    const message = 'Hello,\r\n\r\n\r\n\r\nplease send it\u0007.\n-- \nThe shop\n\n';
    const { text, html } = renderReturnMail({ kind: 'buyer_reply', message, cancelUrl: null }, 'en', subject);
    expect(text).toContain('> Hello,\n>\n> please send it.\n> --\n> The shop\n\n');
    expect(html).toContain('Hello,<br>\n<br>\nplease send it.<br>\n--<br>\nThe shop</blockquote>');
  });

  it('leaves no line longer than mail allows, and loses nothing', () => {
    const url = `https://shop.example/${'a'.repeat(700)}`;
    const messages = ['&'.repeat(4_000), 'word '.repeat(800).trim(), url, '🪔'.repeat(2_000)];
    for (const message of messages) {
      for (const mail of [
        { kind: 'buyer_reply', message, cancelUrl: null } as const,
        { kind: 'buyer_closed', reason: 'problem_solved', message } as const,
      ]) {
        const { text, html } = renderReturnMail(mail, 'de', subject);
        for (const part of [text, html]) {
          expect(Math.max(...part.split('\n').map((one) => one.length))).toBeLessThanOrEqual(998);
        }
        const quote = text.split('\n\n').find((part) => part.startsWith('>')) ?? '';
        for (const one of quote.split('\n')) expect(one).toMatch(/^> ./);
        const bare = (part: string): string => part.replace(/<wbr\n>|\s|^> /gm, '').replaceAll('&amp;', '&');
        expect(bare(html)).toContain(bare(message));
        expect(text.replace(/^> |\s/gm, '')).toContain(bare(message));
      }
    }
    expect(
      renderReturnMail({ kind: 'buyer_reply', message: url, cancelUrl: null }, 'en', subject).text,
    ).toContain(url);
  });

  it('is cut where a title runs on, after a word and never inside a character', () => {
    const titleOf = (title: string): string =>
      /1\u00a0×\u00a0(.*)/.exec(
        renderReturnMail({ kind: 'buyer_cancelled' }, 'fr', { ...subject, lines: [{ ...line, title }] }).text,
      )?.[1] ?? '';
    expect(titleOf('x'.repeat(90))).toBe('x'.repeat(90));
    expect(titleOf('x'.repeat(91))).toBe(`${'x'.repeat(89)}…`);
    expect(titleOf(`${'Lampe '.repeat(12)}, ${'y'.repeat(80)}`)).toBe(`${'Lampe '.repeat(12).trim()}…`);
    expect(titleOf('🪔'.repeat(100))).toBe(`${'🪔'.repeat(89)}…`);
  });

  it.each(languages)('may be empty: no list, no quote, and still whole (%s)', (language) => {
    for (const mail of mails) {
      const { text } = renderReturnMail(mail, language, { ...subject, lines: [] });
      expect(text).toContain(subject.orderNumber);
      expect(text).not.toMatch(/\n{3}/);
    }
    const empty = renderReturnMail({ kind: 'buyer_closed', reason: 'grocery', message: ' \n ' }, language, {
      ...subject,
      lines: [{ ...line, comment: ' \n' }],
    });
    expect(empty.text).not.toMatch(/^>|«\s*»|“”|„“/m);
  });
});
