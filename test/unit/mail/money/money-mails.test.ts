import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import { moneyText } from '../../../../src/domain/money-text.ts';
import type { MoneyMail } from '../../../../src/mail/templates/money/money-mail-kinds.ts';
import { renderMoneyMail } from '../../../../src/mail/templates/money/render-money-mail.ts';
import { about, amount, buyerMails, lines, mails, namesOrder, sellerMails } from './money-mail-samples.ts';

const kinds: Readonly<Record<MoneyMail['kind'], true>> = {
  cancellation_confirmed: true,
  cancellation_request_received: true,
  cancellation_request_refused: true,
  how_to_cancel: true,
  refund_made: true,
  cancellation_requested: true,
  refund_declined: true,
  refund_failed: true,
  refund_needs_person: true,
  refund_due: true,
  books_differ: true,
  claim_eligible: true,
  claim_submitted: true,
  claim_closing: true,
  claim_expired: true,
  claim_delivered: true,
};

const unescaped = (html: string): string =>
  html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const urlsIn = (text: string): Set<string> => new Set(text.match(/https?:\/\/[^\s"<>]+/g) ?? []);

/** The addresses that a mail should lead to: nobody withdraws before an order has left, or after it was cancelled. */
const wantedUrls = (mail: MoneyMail): string[] => {
  const { withdrawUrl, ...rest } = mail as MoneyMail & { withdrawUrl?: string };
  const isUnused =
    mail.kind === 'how_to_cancel' && (mail.situation === 'before_shipping' || mail.situation === 'closed');
  return JSON.stringify(isUnused ? rest : { ...rest, withdrawUrl }).match(/https:[^"]+/g) ?? [];
};

describe('mails about money', () => {
  it('have samples of every kind', () => {
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  });

  describe.each(languages)('in %s', (language) => {
    const rendered = mails.map((mail) => ({ mail, ...renderMoneyMail(mail, language, about) }));

    it('name order and channel, and the order in the subject', () => {
      for (const { mail, subject, text, html } of rendered) {
        if (!namesOrder(mail)) continue;
        expect(subject).toContain(about.orderNumber);
        for (const part of [text, html]) expect(part).toContain(`${about.orderNumber} (${about.channel})`);
      }
    });

    it('name no order where none is known', () => {
      for (const mail of mails.filter((one) => !namesOrder(one))) {
        const none = renderMoneyMail(mail, language, { ...about, orderNumber: '' });
        expect(none).toEqual(renderMoneyMail(mail, language, about));
        expect(none.text).not.toContain(about.orderNumber);
      }
    });

    it('say something beside the fact: what to do next', () => {
      for (const { mail, text } of rendered) {
        const prose = text
          .split('\n\n')
          .filter((part) => part.includes(' ') && !/^(>|--)|\n-|: https/.test(part));
        expect(prose.length, `${mail.kind}\n${text}`).toBeGreaterThanOrEqual(2);
      }
    });

    it('write each amount in full, in both parts', () => {
      const written = moneyText(amount.amountMinor, amount.currency, language);
      for (const { mail, text, html } of rendered) {
        if (!JSON.stringify(mail).includes('123450')) continue;
        for (const part of [text, html]) expect(part, mail.kind).toContain(written);
      }
    });

    it('list the units they are about', () => {
      for (const { mail, text, html } of rendered) {
        if (!('lines' in mail) || mail.lines === null || mail.lines.length === 0) continue;
        for (const part of [text, html]) {
          expect(part, mail.kind).toContain(`2\u00a0×\u00a0${lines[0].title}`);
          expect(part, mail.kind).toContain(lines[1].title);
        }
      }
    });

    it('are clean: no holes, no doubled blanks, no straight apostrophes, no shouting', () => {
      for (const { mail, subject, text, html } of rendered) {
        for (const part of [subject, text, unescaped(html)]) {
          expect(part, mail.kind).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{/);
        }
        expect(subject + text, mail.kind).not.toMatch(/[{}]|\S[ \u00a0\u202f]{2,}|\w'\w|\s[,.)]|\.\./);
        expect(subject).not.toMatch(/!|\p{Lu}{4,}/u);
        expect(subject.length, subject).toBeLessThan(90);
        expect(text).not.toContain('!');
        expect(html).not.toMatch(/display:\s*none|visibility|font-size:\s*[0-9]px|<script|<img/);
      }
    });

    it('end each sentence', () => {
      for (const { mail, text } of rendered) {
        const [body = ''] = text.split('\n\n-- \n');
        const sentences = body.split('\n\n').filter((part) => !/^>|\n|https?:/.test(part));
        for (const part of sentences.slice(1)) {
          expect(part, mail.kind).toMatch(/[.:]$|^[^.]+: .+$/);
        }
      }
    });

    it('have the same addresses in both parts, and none that was not given', () => {
      for (const { mail, text, html } of rendered) {
        expect(urlsIn(unescaped(html)), mail.kind).toEqual(urlsIn(text));
        expect([...urlsIn(text)].toSorted()).toEqual([...new Set(wantedUrls(mail))].toSorted());
      }
    });

    it('say where to act where the seller wants no links', () => {
      for (const { mail, text } of rendered) {
        const isWithout = Object.entries(mail).some(
          ([name, value]) => /^(decide|refund|file)Url$/.test(name) && value === null,
        );
        expect(/^.*API.*\(amazon\.fr\)\.$/m.test(text), `${mail.kind}\n${text}`).toBe(isWithout);
      }
    });

    it('set the typography of the language', () => {
      for (const { mail, subject, text } of rendered) {
        const words = `${subject}\n${text}`.replace(/https?:\S+|^>.*$/gm, '');
        if (language === 'fr') {
          expect(words, mail.kind).not.toMatch(/[^\u00a0\d] ?[:;»?](?!\/)|«(?!\u00a0)| [:;»?]/);
        } else expect(words, mail.kind).not.toMatch(/[\s\u00a0][:;?]/);
      }
    });

    it('say each thing in its own words', () => {
      expect(new Set(rendered.map(({ text }) => text)).size).toBe(mails.length);
    });
  });

  it('address Italian buyers with "tu", and all others formally', () => {
    const said = (all: readonly MoneyMail[]): string =>
      all.map((mail) => renderMoneyMail(mail, 'it', about).text).join('\n');
    expect(said(buyerMails)).not.toMatch(/\b(?:Suo|Sua|Suoi|Sue|Lei|Le|La preghiamo)\b/);
    expect(said(sellerMails)).not.toMatch(/\b(?:tuo|tua|tuoi|tue|hai|puoi|tu)\b/i);
  });

  it('differ between the languages', () => {
    for (const mail of mails) {
      const all = languages.map((language) => renderMoneyMail(mail, language, about));
      expect(new Set(all.map(({ subject }) => subject)).size, mail.kind).toBe(5);
      const parts = all.flatMap(({ text }) => [
        ...new Set(text.split('\n\n').filter((part) => / \p{L}/u.test(part) && !/^>/.test(part))),
      ]);
      expect(new Set(parts).size, mail.kind).toBe(parts.length);
    }
  });
});
