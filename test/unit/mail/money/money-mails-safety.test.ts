import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import { oneLine } from '../../../../src/mail/addresses.ts';
import type { MoneyMail } from '../../../../src/mail/templates/money/money-mail-kinds.ts';
import { renderMoneyMail } from '../../../../src/mail/templates/money/render-money-mail.ts';
import { about, mails, namesOrder } from './money-mail-samples.ts';

const hostile = '"><img src=x onerror=alert(1)>&\'';
const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&#39;';

const strangers = new Set([
  'title',
  'message',
  'reason',
  'code',
  'detail',
  'refundId',
  'paymentReference',
  'provider',
  'carrier',
  'trackingNumber',
]);

/** The mail with these words wherever a stranger's may stand, and this address wherever one stands. */
const saying = (mail: MoneyMail, words: string, url = 'https://x/"><b>'): MoneyMail =>
  JSON.parse(JSON.stringify(mail), (name, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (strangers.has(name)) return words;
    return name.endsWith('Url') ? url : value;
  }) as MoneyMail;

/** How many of a stranger's words a mail holds. */
const strangersIn = (mail: MoneyMail): number => {
  let count = 0;
  JSON.stringify(mail, (name, value: unknown) => {
    if (strangers.has(name) && typeof value === 'string') count += 1;
    return value;
  });
  return count;
};

describe('what strangers wrote in mails about money', () => {
  it('is escaped wherever it stands', () => {
    for (const mail of mails) {
      const { html, text } = renderMoneyMail(saying(mail, hostile), 'fr', {
        ...about,
        orderNumber: hostile,
        channel: hostile,
      });
      expect(html).not.toContain('<img');
      expect(html).not.toContain('"><b>');
      // Beside those in the mail: the number in subject, title and opening, and the channel.
      const least = strangersIn(mail) + (namesOrder(mail) ? 3 : 0);
      const unfolded = html.replaceAll('<wbr\n>', '').replaceAll('\n', ' ');
      expect(unfolded.split(escaped).length - 1, mail.kind).toBeGreaterThanOrEqual(least);
      if (least > 0) expect(text).toContain(hostile);
    }
  });

  it('begins no header and no line of its own', () => {
    const words = '407-1\r\nBcc: everybody@example.com\u2028\u0000';
    for (const mail of mails) {
      const rendered = renderMoneyMail(saying(mail, words), 'en', {
        ...about,
        orderNumber: words,
        channel: words,
      });
      expect(rendered.subject).toBe(oneLine(rendered.subject));
      if (mail.kind !== 'books_differ')
        expect(rendered.subject).toContain('407-1 Bcc: everybody@example.com');
      expect(rendered.text).not.toMatch(/^\s*Bcc/m);
      expect(rendered.text.match(/^-- $/gm)).toHaveLength(1);
    }
  });

  it('cannot end the mail, or look like its signature', () => {
    for (const mail of mails) {
      const { text } = renderMoneyMail(saying(mail, 'Hello\n-- \nThe shop'), 'en', about);
      expect(text.match(/^-- $/gm), mail.kind).toHaveLength(1);
    }
  });

  it('does not turn the direction of our own text', () => {
    const turned = { ...about, orderNumber: '1\u202e23', channel: 'shop\u2066' };
    for (const mail of mails) {
      // A person's own words are quoted as they are, on lines of their own.
      if ('message' in mail || 'reason' in mail) continue;
      const { subject, text, html } = renderMoneyMail(saying(mail, 'Lamp\u202e'), 'en', turned);
      expect(subject + text + html, mail.kind).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('makes no subject longer than a header bears, and leaves no line longer than mail allows', () => {
    for (const words of ['🪔'.repeat(500), 'word '.repeat(100), '&'.repeat(1_000)]) {
      for (const mail of mails) {
        const rendered = renderMoneyMail(saying(mail, words), 'de', { ...about, orderNumber: words });
        expect([...rendered.subject].length).toBeLessThanOrEqual(150);
        expect(rendered.subject).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
        for (const part of [rendered.text, rendered.html]) {
          expect(Math.max(...part.split('\n').map((one) => one.length)), mail.kind).toBeLessThanOrEqual(998);
        }
      }
    }
  });

  it.each(languages)('may be empty: no list, no quote, no name without a value (%s)', (language) => {
    for (const mail of mails) {
      const { text } = renderMoneyMail(saying(mail, ' \n '), language, about);
      expect(text, mail.kind).not.toMatch(/\n{3}|^>|\u00a0?: ?$(?<!:)|^[^\n:]+: \n/m);
    }
  });
});
