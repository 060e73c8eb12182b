import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import { oneLine } from '../../../../src/mail/addresses.ts';
import {
  type MessageMail,
  renderMessageMail,
} from '../../../../src/mail/templates/messages/render-message-mail.ts';
import { answer, sellerMails, subject } from './message-mail-samples.ts';

const hostile = '"><img src=x onerror=alert(1)>&\'';
const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&#39;';

/** Every kind with these words wherever a person's own may stand. */
const saying = (words: string, url: string | null = null): readonly MessageMail[] => [
  ...sellerMails.map((mail) => ({
    ...mail,
    replyUrl: url,
    thread: mail.thread.map((one) => ({ ...one, body: words })),
  })),
  { ...answer, subject: words, body: words, question: words, answerUrl: url },
];

describe('what strangers wrote in mails about messages', () => {
  it('is escaped wherever it stands', () => {
    const about = { ...subject, orderNumber: hostile, channel: hostile };
    for (const mail of saying(hostile, 'https://x/"><b>')) {
      const { html, text } = renderMessageMail(mail, 'fr', about);
      expect(html).not.toContain('<img');
      expect(html).not.toContain('"><b>');
      expect(html.split(escaped).length, mail.kind).toBeGreaterThan(5);
      expect(text).toContain(`> ${hostile}`);
    }
  });

  it('begins no header and no line of its own', () => {
    const words = '407-1\r\nBcc: everybody@example.com\u2028\u0000';
    for (const mail of saying(words)) {
      const rendered = renderMessageMail(mail, 'en', { ...subject, orderNumber: words, channel: words });
      expect(rendered.subject).toBe(oneLine(rendered.subject));
      expect(rendered.subject).toContain('407-1 Bcc: everybody@example.com');
      expect(rendered.text).not.toMatch(/^Bcc/m);
    }
  });

  it('cannot end the mail, or look like its signature', () => {
    for (const mail of saying('Hello\n-- \nThe shop')) {
      expect(renderMessageMail(mail, 'en', subject).text.match(/^-- $/gm)).toHaveLength(1);
    }
  });

  it('makes no subject longer than a header bears, and is cut inside no character', () => {
    for (const words of ['🪔'.repeat(500), 'word '.repeat(100)]) {
      for (const mail of saying(words)) {
        const { subject: line } = renderMessageMail(mail, 'en', { ...subject, orderNumber: words });
        expect([...line].length).toBeLessThanOrEqual(150);
        expect(line).toMatch(/…$/);
        expect(line).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
      }
    }
  });

  it('does not turn the direction of our own text', () => {
    const about = { ...subject, orderNumber: '1\u202e23', channel: 'shop\u2066' };
    for (const mail of [...sellerMails, { ...answer, subject: 'Lamp\u202e' }]) {
      const rendered = renderMessageMail(mail, 'en', about);
      expect(rendered.subject + rendered.text + rendered.html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('leaves no line longer than mail allows, and loses nothing', () => {
    for (const words of ['&'.repeat(4_000), 'word '.repeat(800).trim(), '🪔'.repeat(4_000)]) {
      for (const mail of [...saying(words).slice(0, 1), { ...answer, body: words }]) {
        const { text, html } = renderMessageMail(mail, 'de', subject);
        for (const part of [text, html]) {
          expect(Math.max(...part.split('\n').map((one) => one.length))).toBeLessThanOrEqual(998);
        }
        const bare = (part: string): string => part.replace(/<wbr\n>|\s|^> /gm, '').replaceAll('&amp;', '&');
        expect(bare(html)).toContain(bare(words));
        expect(bare(text)).toContain(bare(words));
      }
    }
  });

  it.each(languages)('may be a number of blanks, which is none (%s)', (language) => {
    for (const mail of [...sellerMails, answer]) {
      const blank = renderMessageMail(mail, language, { ...subject, orderNumber: ' \r\n ' });
      expect(blank).toEqual(renderMessageMail(mail, language, { ...subject, orderNumber: null }));
    }
  });
});
