import { describe, expect, it, test } from 'vitest';
import { newMessage } from '../../../src/api/messages/new-message.ts';
import { readableText } from '../../../src/api/messages/readable-text.ts';

describe('Text that is no HTML', () => {
  it.each([
    'Is a < b, or b > a? I <3 both & more.',
    'Press <enter>, then <b>.',
    'From: Zoé <zoe@example.test>\r\n<https://example.test/track>',
    'List<String> and <!-- no comment',
    'Size <s> or <p>?',
    '&eacute; is written so',
  ])('stays as it is: %j', (text) => {
    expect(readableText(text)).toBe(text);
  });
});

describe('HTML', () => {
  it('becomes lines, with characters in place of entities', () => {
    expect(readableText('<p>Bonjour&nbsp;!</p><p>Une tasse est <b>cass&eacute;e</b>.<br>Merci</p>')).toBe(
      'Bonjour\u00a0!\n\nUne tasse est cassée.\nMerci',
    );
    expect(readableText('<div>Bonjour,</div><div><br></div><div>Merci</div>')).toBe('Bonjour,\n\nMerci');
    expect(readableText('Zeile 1<br/>Zeile 2')).toBe('Zeile 1\nZeile 2');
  });

  it('keeps the addresses of links that people can follow', () => {
    const link = (href: string, text = 'the parcel') => readableText(`<p><a href="${href}">${text}</a></p>`);
    expect(link('https://example.test/t?a=1&amp;b=2')).toBe('the parcel (https://example.test/t?a=1&b=2)');
    expect(link('mailto:zoe@example.test', 'mail')).toBe('mail (zoe@example.test)');
    expect(link('https://example.test', 'https://example.test')).toBe('https://example.test');
    expect(link('javascript:alert(1)')).toBe('the parcel');
    expect(link('/account')).toBe('the parcel');
  });

  it('keeps lists, tables and quotations apart', () => {
    expect(readableText('<ul><li>one<li>two</ul><ol><li>a</li></ol>')).toBe(' * one\n * two\n\n 1. a'.trim());
    expect(
      readableText('<table><tr><th>SKU</th><th>Units</th></tr><tr><td>MUG</td><td>2</td></tr></table>'),
    ).toBe('SKU Units\nMUG 2');
    expect(readableText('<p>Yes</p><blockquote>Is it?<br>Really?</blockquote>')).toBe(
      'Yes\n\nIs it?\nReally?',
    );
  });

  it('loses what people do not see: images, scripts, styles, the head, hidden parts', () => {
    const html = `<!doctype html><html><head><title>Mail</title><style>p { color: red }</style></head>
      <body><div style="display:none">preview</div><p hidden>x</p><script>alert('x')</script><!-- note -->
      <img src="https://example.test/pixel.gif" alt="pixel"><h1>Question</h1><p>When?</p></body></html>`;
    expect(readableText(html)).toBe('Question\n\nWhen?');
  });

  it('keeps what looks like a tag and is none', () => {
    expect(readableText('<p>Zoé <zoe@example.test> says 1 < 2, press <enter></p><o:p>.</o:p>')).toBe(
      'Zoé <zoe@example.test> says 1 < 2, press <enter>\n\n.',
    );
  });

  it.each(['<img src="https://example.test/a.png">', '<p>&nbsp;</p>', '<br>'])(
    'without a word in it stays as it is: %s',
    (html) => {
      expect(readableText(html)).toBe(html);
    },
  );

  it.each([
    ['<div>', 20_000],
    ['<ul><li>', 12_000],
    ['<blockquote>', 8_000],
    ['<', 100_000],
    ['<a b="', 16_000],
    ['<!--', 25_000],
    ['</a ', 25_000],
  ])('takes %s many times over', (part, times) => {
    const html = `<p>Hello</p>${part.repeat(times)}`;
    expect(readableText(html)).toMatch(/^Hello/);
  });
});

describe('The body of a new message', () => {
  const parse = (body: string) =>
    newMessage.safeParse({ direction: 'inbound', sentAt: '2026-05-07T14:00:00Z', body });

  it('is of 4,000 characters at most, an emoji being one', () => {
    expect(parse('é'.repeat(4_000)).success).toBe(true);
    expect(parse('🎁'.repeat(4_000)).success).toBe(true);
    expect(parse('é'.repeat(4_001)).success).toBe(false);
    expect(parse('🎁'.repeat(4_001)).success).toBe(false);
  });

  it('is measured as people read it', () => {
    const styled = `<p style="${'color:red;'.repeat(500)}">Hello</p>`;
    expect(parse(styled).data?.body).toBe('Hello');
    expect(parse(`<p>${'a'.repeat(4_001)}</p>`).success).toBe(false);
    expect(parse(`<!--${'a'.repeat(100_000)}--><p>a</p>`).success).toBe(false);
  });

  it.each(['', '  \n', 'a\0b', 'half \ud83c'])('is not %j', (body) => {
    expect(parse(body).success).toBe(false);
  });
});

test.each([
  ['quotations', `${'<blockquote>'.repeat(60)}${'<hr>'.repeat(24_500)}`],
  ['lists', `${'<ul><li>'.repeat(60)}${'<li>a'.repeat(18_000)}`],
  ['tables', `${'<table><tr><td>'.repeat(60)}${'<td>a'.repeat(18_000)}`],
  ['paragraphs', `${'<div>'.repeat(60)}${'<p>a'.repeat(24_000)}`],
  ['links', '<a href="https://example.test/">x</a>'.repeat(2_700)],
])(
  'Contrived HTML of %s takes no time that anybody would notice, and makes no more text than it had',
  (_of, html) => {
    const from = performance.now();
    const { length } = readableText(html);
    expect(length).toBeLessThan(5 * html.length);
    expect(performance.now() - from).toBeLessThan(1_500);
  },
);
