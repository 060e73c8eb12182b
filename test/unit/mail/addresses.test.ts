import { describe, expect, it } from 'vitest';
import { isBareAddress, messageIdFor, oneLine, parseMailFrom } from '../../../src/mail/addresses.ts';

describe('mail addresses', () => {
  it.each([
    ['navette@Mail.example', { address: 'navette@Mail.example', name: null, domain: 'mail.example' }],
    ['Lumen <a@b.example>', { address: 'a@b.example', name: 'Lumen', domain: 'b.example' }],
    ['"Lumen, Lille" <a@b.example>', { address: 'a@b.example', name: 'Lumen, Lille', domain: 'b.example' }],
    ['<a@b.example>', { address: 'a@b.example', name: null, domain: 'b.example' }],
    ['navette', null],
    ['a@b, c@d', null],
    ['Lumen <a@b, c@d>', null],
    ['', null],
  ])('reads MAIL_FROM %s', (text, expected) => {
    expect(parseMailFrom(text)).toEqual(expected);
  });

  it.each(['a@b', 'claire.o+x@exämple.org', "o'neil@example.org"])('takes %s as one address', (text) => {
    expect(isBareAddress(text)).toBe(true);
  });

  it.each([
    '',
    'a',
    '@b',
    'a@',
    'a@b c',
    'a@b,c@d',
    'A <a@b>',
    'a@b\r\nBcc: c@d',
    'a@b@c',
    `${'a'.repeat(330)}@b`,
  ])('does not take %j as one address', (text) => {
    expect(isBareAddress(text)).toBe(false);
  });

  it('makes one line of many', () => {
    expect(oneLine(' a\r\nBcc: b\u2028c\0d ')).toBe('a Bcc: b c d');
  });

  it('names the same mail the same, and refuses what would not fit a header', () => {
    expect(messageIdFor('alert-auto_cancelled', '0197-a', 'mail.example')).toBe(
      '<alert-auto_cancelled.0197-a@mail.example>',
    );
    expect(() => messageIdFor('x>\r\n', '1', 'd')).toThrow();
    expect(() => messageIdFor('x', '1 2', 'd')).toThrow();
  });
});
