import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../../src/domain/languages.ts';
import type { MoneyNotices } from '../../../../src/mail/templates/messages/digest/money-notices.ts';
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
const number = '407-5';
const notices = {
  refunds: [
    { orderNumber: number, notice: 'refund_due', url: 'https://navette.example/r/f1' },
    { orderNumber: number, notice: 'refund_declined', url: null },
    { orderNumber: number, notice: 'refund_failed', url: null },
    { orderNumber: number, notice: 'refund_needs_person', url: null },
  ],
  claims: [
    { orderNumber: '407-6', notice: 'claim_eligible', url: 'https://navette.example/r/c1' },
    { orderNumber: '407-7', notice: 'claim_closing', url: 'https://navette.example/r/c2' },
    { orderNumber: '407-7', notice: 'claim_closing', url: 'https://navette.example/r/c3' },
    { orderNumber: '407-6', notice: 'claim_expired', url: null },
    { orderNumber: '407-6', notice: 'claim_delivered', url: null },
    { orderNumber: '407-6', notice: 'claim_submitted', url: null },
  ],
} satisfies MoneyNotices;
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

    it('tells of refunds and claims between returns and orders, each kind in words of its own', () => {
      const full = renderDigest({ ...digest, ...notices }, language);
      for (const part of [full.text, full.html]) {
        const places = ['407-2', number, '407-6', '407-3: not'].map((words) => part.indexOf(words));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places).not.toContain(-1);
      }
      const said = full.text.match(/^- .*407-[567]\n {2}.+$/gm) ?? [];
      expect(said).toHaveLength(10);
      expect(new Set(said.map((one) => one.split('\n')[1])).size).toBe(9);
      expect(linksIn(full.html).map((url) => url.slice(-2))).toEqual([
        'm1',
        'm2',
        'r1',
        'f1',
        'c1',
        'c2',
        'c3',
      ]);
      expect(full.text).toMatch(/\(407-7, 1\)\u00a0?: .*c2\n\n.*\(407-7, 2\)\u00a0?: .*c3/);
      expect(full.subject + full.text).not.toMatch(/undefined|\bnull\b|[{}!]|\w'\w/);
      if (language === 'fr')
        expect(full.text.replace(/https:\S+|407-3:/g, '')).not.toMatch(/[^\u00a0\d] ?[:;]/);
    });

    it('links to no page on which nothing is left to do', () => {
      const over = notices.claims.slice(3).map((one) => ({ ...one, url: 'https://navette.example/r/c' }));
      expect(renderDigest({ ...empty, claims: over }, language).text).not.toContain('https:');
    });

    it('says where to act only where there is something to act on', () => {
      const of = (money: MoneyNotices): string => renderDigest({ ...empty, ...money }, language).text;
      const due = { orderNumber: number, notice: 'refund_due', url: 'https://navette.example/r/f1' } as const;
      const others = notices.refunds.filter(({ notice }) => notice !== 'refund_due');
      expect(of({ refunds: others, claims: notices.claims.slice(3) })).not.toContain('API');
      expect(of({ refunds: [due] })).not.toContain('API');
      expect(of({ refunds: [{ ...due, url: null }] })).toMatch(/API.*\(amazon\.fr\)/);
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
      const money = many(40).map(({ url }, index) => ({ orderNumber: `403-9930700-${index}`, url }));
      const long = {
        ...digest,
        messages: many(80, { overdue: true }),
        returns: many(50),
        orders,
        refunds: money.map((one) => ({ ...one, notice: 'refund_due' as const })),
        claims: money.map((one) => ({ ...one, notice: 'claim_closing' as const })),
      };
      const { text, html } = renderDigest(long, language);
      expect(Buffer.byteLength(html)).toBeLessThan(102_000);
      expect(linksIn(html)).toHaveLength(140);
      expect(text.match(/^- .*\b30\b.*$/gm)).toHaveLength(1);
      expect(text.match(/^- \D*\b10\b\D*$/gm)).toHaveLength(1);
      expect(text.match(/^- \D*\b20\b\D*$/gm)).toHaveLength(2);
      expect(text.match(/^- /gm)).toHaveLength(194);
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
        refunds: [{ orderNumber: hostile, notice: 'refund_due', url: 'https://x/"><b>' }],
        claims: [{ orderNumber: hostile, notice: 'claim_closing', url: 'https://x/"><b>' }],
      },
      'it',
    );
    expect(html).not.toMatch(/<img|"><b>/);
    expect(html.split('&quot;&gt;&lt;img src=x&gt;').length).toBeGreaterThan(12);
    expect(text).not.toMatch(/^\s*Bcc/m);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject + text + html).not.toContain('\u202e');
  });

  it('bears a channel of any length in its subject', () => {
    expect(renderDigest({ ...empty, channel: 'c'.repeat(300) }, 'de').subject).toHaveLength(150);
  });
});
