import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../../src/domain/languages.ts';
import {
  type MessageMail,
  renderMessageMail,
} from '../../../../src/mail/templates/messages/render-message-mail.ts';
import { answer, beforeOrder, sellerMails, subject } from './message-mail-samples.ts';

const kinds = [
  'seller_warning',
  'seller_breach',
  'seller_internal_overdue',
  'seller_message',
  'seller_undelivered',
  'buyer_answer',
] satisfies MessageMail['kind'][];

/** Every kind, with and without its link, within and before an order. */
const mails: readonly MessageMail[] = [
  ...sellerMails,
  ...sellerMails.map((mail) => ({ ...mail, replyUrl: null, earlier: 0 })),
  answer,
  { ...answer, answerUrl: null, question: null },
];
const samples = mails.flatMap((mail) => [subject, beforeOrder].map((about) => ({ mail, about })));

const moments: Record<Language, Record<'answerBy' | 'ownEnd' | 'firstSent', string>> = {
  fr: {
    answerBy: 'jeudi 9 juillet 2026 à 14\u00a0h\u00a005 (UTC+2)',
    ownEnd: 'jeudi 9 juillet 2026 à 9\u00a0h\u00a030 (UTC+2)',
    firstSent: 'lundi 6 juillet 2026 à 23\u00a0h\u00a059 (UTC+2)',
  },
  en: {
    answerBy: 'Thursday 9 July 2026 at 14:05 (UTC+2)',
    ownEnd: 'Thursday 9 July 2026 at 09:30 (UTC+2)',
    firstSent: 'Monday 6 July 2026 at 23:59 (UTC+2)',
  },
  de: {
    answerBy: 'Donnerstag, 9. Juli 2026, um 14:05\u00a0Uhr (UTC+2)',
    ownEnd: 'Donnerstag, 9. Juli 2026, um 09:30\u00a0Uhr (UTC+2)',
    firstSent: 'Montag, 6. Juli 2026, um 23:59\u00a0Uhr (UTC+2)',
  },
  it: {
    answerBy: 'giovedì 9 luglio 2026 alle ore 14:05 (UTC+2)',
    ownEnd: 'giovedì 9 luglio 2026 alle ore 09:30 (UTC+2)',
    firstSent: 'lunedì 6 luglio 2026 alle ore 23:59 (UTC+2)',
  },
  es: {
    answerBy: 'jueves 9 de julio de 2026 a las 14:05 (UTC+2)',
    ownEnd: 'jueves 9 de julio de 2026 a las 09:30 (UTC+2)',
    firstSent: 'lunes 6 de julio de 2026 a las 23:59 (UTC+2)',
  },
};

const unescaped = (html: string): string =>
  html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const urlsIn = (text: string): string[] => [...new Set(text.match(/https?:\/\/[^\s"<>]+/g) ?? [])].toSorted();
/** HTML is broken at blanks, where it does not show. */
const unfolded = (html: string): string => html.replaceAll('\n', ' ');
const withoutQuotes = (text: string): string => text.replace(/^>.*$/gm, '');

describe('mails about messages', () => {
  it('have samples of every kind', () => {
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  describe.each(languages)('in %s', (language) => {
    const rendered = samples.map(({ mail, about }) => ({
      mail,
      about,
      ...renderMessageMail(mail, language, about),
    }));

    it('name the channel, and the order where there is one, in both parts and to the seller in the subject', () => {
      for (const { mail, about, subject: line, text, html } of rendered) {
        for (const part of [text, unfolded(html)]) {
          expect(part).toContain(about.orderNumber === null ? '(amazon.fr)' : '403-9930700-9360 (amazon.fr)');
        }
        if (about.orderNumber !== null) expect(line).toContain('403-9930700-9360');
        else if (mail.kind !== 'buyer_answer') expect(line).toContain('(amazon.fr)');
      }
    });

    it('say until when an answer is in time', () => {
      for (const { mail, text, html } of rendered) {
        if (mail.kind === 'buyer_answer') continue;
        for (const part of [text, unfolded(html)]) {
          expect(part, mail.kind).toContain(moments[language].answerBy);
        }
        if (mail.kind === 'seller_internal_overdue') expect(text).toContain(moments[language].ownEnd);
      }
    });

    it('show the conversation, each message below who wrote it and when', () => {
      const { text, html } = renderMessageMail(
        { ...sellerMails[0], thread: [] } as MessageMail,
        language,
        subject,
      );
      expect(text).not.toMatch(/^>/m);
      expect(html).not.toContain('<blockquote');
      for (const mail of sellerMails) {
        const whole = renderMessageMail(mail, language, subject);
        const parts = whole.text.split('\n\n');
        const quotes = parts.filter((part) => part.startsWith('>'));
        expect(quotes).toEqual([
          '> Bonjour,\n>\n> la lampe est-elle réparable ?',
          '> Quelle lampe, je vous prie ?',
          '> La lampe de bureau, en laiton.',
        ]);
        const lines = quotes.map((quote) => parts[parts.indexOf(quote) - 1] ?? '');
        expect(lines[0]).toContain(moments[language].firstSent);
        for (const line of lines) expect(line).toMatch(/2026.*\(UTC\+2\)\u00a0?:$/);
        const name = (line: string): string => line.split(',')[0] ?? '';
        expect(lines.map(name)).toEqual([name(lines[0] ?? ''), name(lines[1] ?? ''), name(lines[0] ?? '')]);
        expect(name(lines[0] ?? '')).not.toBe(name(lines[1] ?? ''));
        expect(whole.html.match(/<blockquote/g)).toHaveLength(3);
      }
    });

    it('say how many messages came before, one as one and none not at all', () => {
      const textWith = (earlier: number): string =>
        renderMessageMail({ ...sellerMails[0], earlier } as MessageMail, language, subject).text;
      const added = (earlier: number): string[] =>
        textWith(earlier)
          .split('\n\n')
          .filter((part) => !textWith(0).split('\n\n').includes(part));
      expect(textWith(0)).not.toMatch(/^0 /m);
      expect(added(12)).toEqual([expect.stringMatching(/^12 .*\.$/)]);
      expect(added(1)).toEqual([expect.stringMatching(/^\p{Lu}\p{Ll}+ .*\.$/u)]);
    });

    it('lead to one place to act, or say where it is', () => {
      for (const { mail, text, html } of rendered) {
        const url = mail.kind === 'buyer_answer' ? mail.answerUrl : mail.replyUrl;
        expect(urlsIn(unescaped(html)), mail.kind).toEqual(url === null ? [] : [url]);
        expect(urlsIn(text)).toEqual(url === null ? [] : [url]);
        expect(html.match(/class="(button|link)"/g) ?? []).toEqual(url === null ? [] : ['class="button"']);
        if (url !== null || mail.kind === 'buyer_answer') continue;
        if (mail.kind === 'seller_undelivered') expect(text).not.toContain('API');
        else expect(text).toMatch(/API.*\(amazon\.fr\)/);
      }
    });

    it('say something beside the fact: what to do next', () => {
      for (const { mail, text } of rendered) {
        const prose = text
          .split('\n\n')
          .filter((part) => part.includes(' ') && !/^(>|--)|\n|: https|:$/.test(part));
        expect(prose.length, `${mail.kind}\n${text}`).toBeGreaterThanOrEqual(
          mail.kind === 'buyer_answer' ? 1 : 2,
        );
      }
    });

    it('are clean: no holes, no doubled blanks, no straight apostrophes, no shouting', () => {
      for (const { subject: line, text, html } of rendered) {
        for (const part of [line, text, unescaped(html)]) {
          expect(part).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{/);
        }
        expect(line + text).not.toMatch(/[{}]|\S[ \u00a0\u202f]{2,}|\w'\w|\s[,.)]|\n{3}/);
        expect(line).not.toMatch(/!|\p{Lu}{4,}/u);
        expect(line.length).toBeLessThan(90);
        expect(text).not.toContain('!');
        expect(html).not.toMatch(/display:\s*none|visibility|font-size:\s*[0-9]px|<script|<img/);
      }
    });

    it('end each sentence', () => {
      for (const { mail, text } of rendered) {
        const [body = ''] = text.split('\n\n-- \n');
        const paragraphs = body.split('\n\n').filter((part) => !/^>|https?:/.test(part));
        for (const part of paragraphs.slice(1)) expect(part, mail.kind).toMatch(/[.:]$/);
      }
    });

    it('set the typography of the language', () => {
      for (const { subject: line, text } of rendered) {
        const words = withoutQuotes(`${line}\n${text}`).replace(/https?:\S+/g, '');
        if (language === 'fr') expect(words).not.toMatch(/[^\u00a0\d] ?[:;»?](?!\/)|«(?!\u00a0)| [:;»?]/);
        else expect(words).not.toMatch(/[\s\u00a0][:;?]/);
      }
    });

    it('are told apart by their subjects', () => {
      const lines = [...sellerMails, answer].map(
        (mail) => renderMessageMail(mail, language, subject).subject,
      );
      expect(new Set(lines).size).toBe(kinds.length);
    });
  });

  it('differ between the languages', () => {
    for (const { mail, about } of samples) {
      const all = languages.map((language) => renderMessageMail(mail, language, about));
      expect(new Set(all.map((one) => one.subject)).size, mail.kind).toBe(5);
      const paragraphs = all.flatMap(({ text }) => [
        ...new Set(
          withoutQuotes(text)
            .split('\n\n')
            .filter((part) => / \p{L}/u.test(part)),
        ),
      ]);
      expect(new Set(paragraphs).size, mail.kind).toBe(paragraphs.length);
    }
  });

  it('write the times of a place as they read there', () => {
    const [warning] = sellerMails as [MessageMail];
    const textIn = (timeZone: string): string =>
      renderMessageMail(warning, 'en', { ...subject, timeZone }).text;
    expect(textIn('Asia/Kolkata')).toContain('by Thursday 9 July 2026 at 17:35 (UTC+5:30)');
    expect(textIn('UTC')).toContain('by Thursday 9 July 2026 at 12:05 (UTC)');
  });
});
