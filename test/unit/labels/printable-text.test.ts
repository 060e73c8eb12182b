import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasGlyph } from '../../../src/labels/font.ts';
import { printable } from '../../../src/labels/printable-text.ts';

it('keeps Latin, Greek and Cyrillic names as they are', () => {
  for (const name of [
    'Łódź',
    'Ærø',
    'Ελλάδα',
    'Đorđe',
    'София',
    'Ștefan',
    'Þórður',
    'Ľubica',
    'Ђорђе',
    'Nguyễn',
  ]) {
    expect(printable(name)).toBe(name);
  }
});

it('composes what came in pieces', () => {
  expect(printable('Łódź'.normalize('NFD'))).toBe('Łódź');
  expect(printable('Ελλάδα'.normalize('NFD'))).toBe('Ελλάδα');
});

it('keeps a mark that no letter is composed with', () => {
  expect(printable('m\u0302')).toBe('m\u0302');
});

it('drops emoji and says a question mark for each letter of another script', () => {
  expect(printable('Théière 🫖👩🏽‍🍳🇫🇷 bleue')).toBe('Théière bleue');
  expect(printable('王小明')).toBe('???');
  expect(printable('ＡＢ１ ①')).toBe('AB1 1');
});

it('strips controls, also those that turn the direction of text', () => {
  expect(printable('a\u202eb\u0000c\u200fd\ufeff\u00ade')).toBe('abcde');
  expect(printable(' one\r\ntwo\t three\u2028four ')).toBe('one two three four');
  expect(printable('half \ud83d pair')).toBe('half pair');
});

it('keeps blanks that do not break', () => {
  expect(printable('N°\u00a07 12\u202f000')).toBe('N°\u00a07 12\u202f000');
});

it('leaves nothing that the font lacks, whatever comes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      for (const letter of printable(text)) expect(hasGlyph(letter.codePointAt(0) ?? 0)).toBe(true);
    }),
  );
});
