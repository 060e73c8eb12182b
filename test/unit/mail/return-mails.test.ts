import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/languages.ts';
import { closureReasons, returnReasons } from '../../../src/domain/returns/reasons.ts';
import { closureReasonWords, returnReasonWords } from '../../../src/domain/returns/words.ts';
import { type ReturnMail, renderReturnMail } from '../../../src/mail/templates/returns/return-mail.ts';
import { everyReason, mails, subject } from './return-mail-samples.ts';

const kinds = [
  'buyer_requested',
  'buyer_authorized',
  'buyer_closed',
  'buyer_reply',
  'buyer_cancelled',
  'buyer_received',
  'withdrawal_stated',
  'withdrawal_acknowledged',
  'seller_requested',
  'seller_cancelled',
  'seller_withdrawn',
  'seller_escalated',
  'seller_warning',
  'seller_breach',
  'seller_mismatch',
] satisfies ReturnMail['kind'][];

const unescaped = (html: string): string =>
  html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const urlsIn = (text: string): Set<string> => new Set(text.match(/https?:\/\/[^\s"<>]+/g) ?? []);

describe('mails about returns', () => {
  it('have samples of every kind', () => {
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  describe.each(languages)('in %s', (language) => {
    const rendered = mails.map((mail) => ({ mail, ...renderReturnMail(mail, language, subject) }));

    it('name order and channel, and the order in the subject', () => {
      for (const { subject: line, text, html } of rendered) {
        expect(line).toContain(subject.orderNumber);
        for (const part of [text, html]) {
          expect(part).toContain(`${subject.orderNumber} (${subject.channel})`);
        }
      }
    });

    it('say something beside the fact: what to do next', () => {
      for (const { mail, text } of rendered) {
        const prose = text
          .split('\n\n')
          .filter((part) => part.includes(' ') && !/^(>|--)|\n[-1]|: https/.test(part));
        expect(prose.length, `${mail.kind}\n${text}`).toBeGreaterThanOrEqual(2);
      }
    });

    it('list the items with quantity, reason and comment, in both parts', () => {
      for (const { mail, text, html } of rendered) {
        for (const part of [text, html]) {
          expect(part, mail.kind).toContain('2\u00a0×\u00a0Lampe de bureau, laiton');
          expect(part).toContain(returnReasonWords[language].defective);
          expect(part).toContain('Ne s’allume plus');
        }
      }
    });

    it('are clean: no holes, no doubled blanks, no straight apostrophes, no shouting', () => {
      for (const { subject: line, text, html } of rendered) {
        for (const part of [line, text, unescaped(html)]) {
          expect(part).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{/);
        }
        expect(line + text).not.toMatch(/[{}]|\S[ \u00a0\u202f]{2,}|\w'\w|\s[,.)]/);
        expect(line).not.toMatch(/!|\p{Lu}{4,}/u);
        expect(line.length).toBeLessThan(90);
        expect(text).not.toContain('!');
        expect(html).not.toMatch(/display:\s*none|visibility|font-size:\s*[0-9]px|<script|<img/);
      }
    });

    it('end each sentence', () => {
      for (const { mail, text } of rendered) {
        const [body = ''] = text.split('\n\n-- \n');
        const paragraphs = body.split('\n\n').filter((part) => !/^(>)|\n|https?:/.test(part));
        for (const part of paragraphs.slice(1)) {
          expect(part, mail.kind).toMatch(/[.:]$|^[^.]+: \S+$|^[^.]+\u00a0: \S+$/);
        }
      }
    });

    it('have the same addresses in both parts', () => {
      for (const { mail, text, html } of rendered) {
        expect(urlsIn(unescaped(html)), mail.kind).toEqual(urlsIn(text));
        const wanted = JSON.stringify(mail).match(/https:[^"]+/g) ?? [];
        // Without a choice that fits, a link is left out: nothing else may be.
        expect([...urlsIn(text)].toSorted()).toEqual([...new Set(wanted)].toSorted());
      }
    });

    it('set the typography of the language', () => {
      for (const { subject: line, text } of rendered) {
        const words = `${line}\n${text}`.replace(/https?:\S+|^>.*$/gm, '');
        if (language === 'fr') expect(words).not.toMatch(/[^\u00a0\d] ?[:;»?](?!\/)|«(?!\u00a0)| [:;»?]/);
        else expect(words).not.toMatch(/[\s\u00a0][:;?]/);
      }
    });

    it('have words for all reasons, each its own', () => {
      const { text } = renderReturnMail({ kind: 'buyer_cancelled' }, language, {
        ...subject,
        lines: everyReason,
      });
      for (const reason of returnReasons) expect(text).toContain(returnReasonWords[language][reason]);
      expect(new Set(Object.values(returnReasonWords[language])).size).toBe(returnReasons.length);
      expect(new Set(Object.values(closureReasonWords[language])).size).toBe(closureReasons.length);
    });
  });

  it('differ between the languages', () => {
    for (const mail of mails) {
      const all = languages.map((language) => renderReturnMail(mail, language, subject));
      expect(new Set(all.map((one) => one.subject)).size, mail.kind).toBe(5);
      const paragraphs = all.map(
        ({ text }) => new Set(text.split('\n\n').filter((part) => / \p{L}/u.test(part))),
      );
      paragraphs.forEach((one, index) => {
        for (const other of paragraphs.slice(index + 1)) {
          const shared = [...one].filter((part) => other.has(part) && !part.startsWith('>'));
          expect(shared, mail.kind).toEqual([]);
        }
      });
    }
  });
});
