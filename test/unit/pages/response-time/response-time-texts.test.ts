import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import { textsOf } from '../../../../src/pages/response-time/texts/index.ts';

/** Every text with where it stands; functions are given words that no language has. */
const textsIn = (value: unknown, path: string): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return [0, 1, 3].flatMap((count) => {
      const given = path.endsWith('.projection') ? [count] : ['@1', '@2', '@3'];
      return textsIn((value as (...all: unknown[]) => unknown)(...given), `${path}(${count})`);
    });
  }
  return Object.entries(value as object).flatMap(([name, part]) => textsIn(part, `${path}.${name}`));
};

/** What is written alike in two languages and is right in both. */
const shared = new Set([
  'moreThan',
  'atMost',
  'internalShare',
  'shown',
  'chosenOf',
  'days',
  'nothing',
  'seller',
  'channel',
]);

describe('the words of the page of response times', () => {
  it.each(languages)('are all there, and use all that they are given (%s)', (language) => {
    for (const [path, text] of textsIn(textsOf[language], language)) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|TODO/);
    }
    const { figures, list, days, time } = textsOf[language];
    expect(figures.internalShare('@1', '@2', '@3')).toMatch(/@1.*@2.*@3/);
    expect(days.summary('@1', '@2', '@3')).toMatch(/@1.*@2.*@3/);
    expect(list.shown('@1', '@2')).toMatch(/@1.*@2/);
    // A sentence about a time is cut in two around it.
    for (const sentence of [time.computed, time.asItStood])
      expect(sentence('@1').split('@1')).toHaveLength(2);
  });

  it.each(languages)('say every number of late answers in good grammar (%s)', (language) => {
    const { projection } = textsOf[language].figures;
    expect(new Set([0, 1, 2].map((count) => projection(count).replace(/\d/, ''))).size).toBe(3);
    expect(projection(17)).toContain('17');
  });

  it('are not left in another language', () => {
    for (const language of languages) {
      const own = new Map(textsIn(textsOf[language], ''));
      for (const other of languages.filter((one) => one !== language)) {
        for (const [path, text] of textsIn(textsOf[other], '')) {
          if (![...shared].some((name) => path.includes(`.${name}`))) {
            expect(own.get(path), `${language} and ${other}: ${path}`).not.toBe(text);
          }
        }
      }
    }
  });
});
