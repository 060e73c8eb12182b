import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../../src/domain/languages.ts';
import type { DigestItem } from '../../../../src/mail/templates/messages/message-mail-kinds.ts';
import { renderDigest } from '../../../../src/mail/templates/messages/render-digest.ts';
import { digest } from './message-mail-samples.ts';

const days: Record<Language, string> = {
  fr: 'jeudi 9 juillet 2026',
  en: 'Thursday 9 July 2026',
  de: 'Donnerstag, 9. Juli 2026',
  it: 'giovedì 9 luglio 2026',
  es: 'jueves 9 de julio de 2026',
};

const empty = { ...digest, messages: [], returns: [], orders: [] };
const linksIn = (html: string): string[] =>
  [...html.matchAll(/class="link" href="([^"]+)"/g)].map(([, url = '']) => url);
const many = (count: number, more: Partial<DigestItem> = {}): readonly DigestItem[] =>
  Array.from({ length: count }, (_, index) => ({
    orderNumber: `403-9930700-${1_000 + index}`,
    answerBy: '2026-07-09T12:05:00.000Z',
    overdue: false,
    url: `https://navette.example/r/${'t'.repeat(200)}${index}`,
    ...more,
  }));

describe('the daily mail', () => {
  describe.each(languages)('in %s', (language) => {
    const { subject, text, html } = renderDigest(digest, language);

    it('is named after the day on which it is written there, and the channel', () => {
      expect(subject).toContain(`${days[language]} (amazon.fr)`);
    });

    it('lists messages, returns and orders in this order, with numbers and deadlines in both parts', () => {
      const wanted = ['407-1', '407-2', '407-3: not shipped'];
      for (const part of [text, html]) {
        const places = wanted.map((words) => part.indexOf(words));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places).not.toContain(-1);
        expect(part.match(/14(:|\u00a0h\u00a0)05/g)).toHaveLength(2);
      }
      expect(text.match(/^- /gm)).toHaveLength(4);
    });

    it('marks what is overdue, and nothing else', () => {
      expect(text.match(/^- .*407-1, \p{L}+/gmu)).toHaveLength(1);
      const inTime = { ...digest, messages: digest.messages.map((one) => ({ ...one, overdue: false })) };
      expect(renderDigest(inTime, language).text).not.toMatch(/407-1,/);
    });

    it('has a link to each thing that can be answered, labelled with its order’s number', () => {
      const wanted = ['m1', 'm2', 'r1'].map((name) => `https://navette.example/r/${name}`);
      expect(linksIn(html)).toEqual(wanted);
      expect(text.match(/https:\S+/g)).toEqual(wanted);
      expect(text).toMatch(/\(407-1\)\u00a0?: https:\/\/navette\.example\/r\/m1/);
      expect(text).toMatch(/\(407-2\)\u00a0?: https:\/\/navette\.example\/r\/r1/);
    });

    it('says where to act instead where the seller wants no links', () => {
      const messages = digest.messages.map((one) => ({ ...one, url: null }));
      const without = renderDigest({ ...digest, messages, returns: [] }, language);
      expect(without.text + without.html).not.toContain('https:');
      expect(without.text).toMatch(/API.*\(amazon\.fr\)/);
      expect(text).not.toContain('API');
    });

    it('leaves out what is empty', () => {
      const nothing = renderDigest(empty, language);
      expect(nothing.text).not.toMatch(/^- |^.*:$(?<!Buenos días:)/m);
      for (const group of ['messages', 'returns', 'orders'] as const) {
        const one = renderDigest({ ...empty, [group]: digest[group] }, language);
        expect(one.html.match(/font-weight:600">/g)).toHaveLength(1);
        expect(text).toContain(one.text.split('\n\n').find((part) => part.includes('\n- ')) ?? 'a group');
      }
    });

    it('is clean, and ends each sentence', () => {
      for (const part of [subject, text, html]) {
        expect(part).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{/);
      }
      expect(subject + text).not.toMatch(/[{}!]|\S[ \u00a0\u202f]{2,}|\w'\w|\s[,.)]|\n{3}/);
      expect(subject.length).toBeLessThan(90);
      const [body = ''] = text.split('\n\n-- \n');
      const prose = body.split('\n\n').filter((part) => !/\n|https:/.test(part));
      expect(prose).toHaveLength(3);
      for (const part of prose.slice(1)) expect(part).toMatch(/\.$/);
      if (language === 'fr') expect(text.replace(/https:\S+|407-3:/g, '')).not.toMatch(/[^\u00a0\d] ?[:;]/);
    });
  });

  it('differs between the languages', () => {
    const parts = languages.flatMap((language) =>
      renderDigest(digest, language)
        .text.split('\n\n')
        .filter((part) => / \p{L}/u.test(part)),
    );
    expect(new Set(parts).size).toBe(parts.length);
  });

  it('says that it comes once a day because the channel is set so', () => {
    expect(renderDigest(empty, 'en').text).toContain('once a day, because the channel is set that way.');
  });

  it('tells links of one order apart by their deadlines', () => {
    const [first] = many(1, { orderNumber: '407-1', url: 'https://navette.example/r/a' });
    const messages = [first, { ...first, answerBy: '2026-07-10T08:30:00.000Z' }] as DigestItem[];
    const { text } = renderDigest({ ...empty, messages, returns: digest.returns }, 'fr');
    const labels = text.match(/^.*(?=\u00a0: https)/gm) ?? [];
    expect(labels.map((label) => /\((.*)\)/.exec(label)?.[1])).toEqual([
      expect.stringMatching(/^407-1, .*9 juillet.*14:05$/),
      expect.stringMatching(/^407-1, .*10 juillet.*10:30$/),
      '407-2',
    ]);
  });

  it('names the order of an alert once', () => {
    const orders = [
      { orderNumber: '407-3', title: 'Order 407-3: not shipped' },
      { orderNumber: '407-4', title: 'Not shipped' },
    ];
    expect(renderDigest({ ...empty, orders }, 'en').text).toContain(
      '\n- Order 407-3: not shipped\n- Not shipped\n  Order 407-4\n',
    );
  });

  it.each(languages)(
    'of a bad day stays shorter than what Gmail cuts, and says how much it left out (%s)',
    (language) => {
      const orders = many(60).map(({ orderNumber }) => ({
        orderNumber: orderNumber ?? '',
        title: `Commande ${orderNumber}\u00a0: date de livraison dépassée sans expédition`,
      }));
      const long = { ...digest, messages: many(80, { overdue: true }), returns: many(50), orders };
      const { text, html } = renderDigest(long, language);
      expect(Buffer.byteLength(html)).toBeLessThan(102_000);
      expect(linksIn(html)).toHaveLength(100);
      expect(text.match(/^- .*\b30\b.*$/gm)).toHaveLength(1);
      expect(text.match(/^- .*\b10\b.*$/gm)).toHaveLength(1);
      expect(text.match(/^- /gm)).toHaveLength(152);
    },
  );

  it('escapes what strangers wrote, and keeps it on its line', () => {
    const hostile = '"><img src=x>\r\nBcc: everybody@example.com\u202e';
    const [item] = many(1, { orderNumber: hostile, url: 'https://x/"><b>' }) as [DigestItem];
    const { subject, text, html } = renderDigest(
      {
        ...digest,
        channel: hostile,
        messages: [item, { ...item, url: null }],
        returns: [item],
        orders: [{ orderNumber: hostile, title: hostile }],
      },
      'it',
    );
    expect(html).not.toMatch(/<img|"><b>/);
    expect(html.split('&quot;&gt;&lt;img src=x&gt;').length).toBeGreaterThan(8);
    expect(text).not.toMatch(/^\s*Bcc/m);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject + text + html).not.toContain('\u202e');
  });

  it('bears a channel of any length in its subject', () => {
    expect(renderDigest({ ...empty, channel: 'c'.repeat(300) }, 'de').subject).toHaveLength(150);
  });
});
