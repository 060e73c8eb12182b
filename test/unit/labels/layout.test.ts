import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/languages.ts';
import { placeBars, placeQr } from '../../../src/labels/codes.ts';
import type { Drawing, PageItem, TextItem } from '../../../src/labels/drawing.ts';
import { textWidthMm } from '../../../src/labels/font.ts';
import { labelDrawing, labelSizesMm } from '../../../src/labels/label-layout.ts';
import { returnPages } from '../../../src/labels/slip-layout.ts';
import { dotsPerMm } from '../../../src/labels/units.ts';
import { eastern, endless, plain } from './sample-documents.ts';

interface Space {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const spaceOf = ({ text, weight, sizePt, xMm, baselineMm }: TextItem): Space => ({
  left: xMm,
  right: xMm + textWidthMm(text, weight, sizePt),
  top: baselineMm - sizePt * 0.26,
  bottom: baselineMm + sizePt * 0.08,
});

const codeSpaces = (items: readonly PageItem[]): readonly Space[] =>
  items.flatMap((item) => {
    if (item.kind !== 'bars' && item.kind !== 'qr') return [];
    const code = item.kind === 'bars' ? placeBars(item, 8) : placeQr(item, 8);
    const quiet = code.moduleDots * (item.kind === 'bars' ? 10 : 4);
    const rights = code.black.map(({ x, width }) => x + width);
    return [
      {
        left: (code.x - quiet) / 8,
        right: (Math.max(...rights) + quiet) / 8,
        top: code.y / 8,
        bottom: (code.y + code.heightDots) / 8,
      },
    ];
  });

const expectTidy = ({ widthMm, heightMm, items }: Drawing) => {
  const codes = codeSpaces(items);
  for (const code of codes) {
    expect(code.left).toBeGreaterThanOrEqual(0);
    expect(code.right).toBeLessThanOrEqual(widthMm);
  }
  for (const item of items) {
    if (item.kind !== 'text') continue;
    const text = spaceOf(item);
    expect(text.left, item.text).toBeGreaterThanOrEqual(4.9);
    expect(text.right, item.text).toBeLessThanOrEqual(widthMm - 4.9);
    expect(text.bottom, item.text).toBeLessThanOrEqual(heightMm - 4);
    for (const code of codes) {
      const apart =
        text.right <= code.left ||
        text.left >= code.right ||
        text.bottom <= code.top ||
        text.top >= code.bottom;
      expect(apart, `${item.text} in a code`).toBe(true);
    }
  }
};

const anything = fc.string({ unit: 'grapheme', maxLength: 150 });
const anyAddress = fc.record({
  name: anything,
  line1: anything,
  line2: fc.option(anything),
  postalCode: anything,
  city: anything,
  region: fc.option(anything),
  country: fc.constantFrom('FR', 'GB', 'US', 'HU', 'ZZ', 'CN'),
});
const anyDocument = fc.record({
  language: fc.constantFrom(...languages),
  rma: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/),
  sender: fc.option(anyAddress),
  returnAddress: anyAddress,
  sellerName: fc.option(anything),
  orderNumber: anything,
  channel: anything,
});

describe('no text leaves its page or comes near a code', () => {
  it('on the label', () => {
    for (const document of [plain, eastern, endless]) {
      expectTidy(labelDrawing(document, 'a6'));
      expectTidy(labelDrawing(document, '4x6'));
    }
    fc.assert(
      fc.property(anyDocument, fc.constantFrom('a6', '4x6'), (changes, size) => {
        expectTidy(labelDrawing({ ...plain, ...changes }, size));
      }),
      { numRuns: 60 },
    );
  });

  it('on the pages of a return', () => {
    for (const document of [plain, eastern, endless]) returnPages(document).forEach(expectTidy);
    fc.assert(
      fc.property(anyDocument, (changes) => returnPages({ ...plain, ...changes }).forEach(expectTidy)),
      { numRuns: 60 },
    );
  });
});

const textsOf = ({ items }: Drawing): readonly string[] =>
  items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));

describe('a slip of many lines', () => {
  const pages = returnPages(endless);

  it('has each item once, on as many pages as it takes', () => {
    expect(pages.length).toBeGreaterThan(3);
    const texts = pages.flatMap(textsOf);
    for (const { title } of endless.lines.slice(1))
      expect(texts.filter((text) => text === title)).toEqual([title]);
    expect(texts.filter((text) => /^W+$/.test(text) && text !== endless.rma).join('')).toBe('W'.repeat(500));
  });

  it('has the label whole on the first page, and only there', () => {
    const holding = pages.map(
      ({ items }) => items.filter(({ kind }) => kind === 'qr' || kind === 'cut').length,
    );
    expect(holding).toEqual([2, ...pages.slice(1).map(() => 0)]);
  });

  it('repeats its head, and numbers its pages', () => {
    for (const [index, page] of pages.entries()) {
      const texts = textsOf(page);
      expect(texts).toEqual(expect.arrayContaining(['Hoja de devolución', endless.rma, 'ARTÍCULO']));
      expect(texts).toContain(`Página\u00a0${index + 1} de\u00a0${pages.length}`);
    }
    expect(textsOf(pages[0] as Drawing)).toContain('Continúa en la página\u00a02');
  });
});

it('parts a row that no page has room for, and loses nothing of it', () => {
  const line = { title: 'M'.repeat(4000), sku: 'X', quantity: 1, reason: null };
  const pages = returnPages({ ...plain, lines: [line] });
  expect(pages.length).toBeGreaterThan(1);
  expect(
    pages
      .flatMap(textsOf)
      .filter((text) => /^M+$/.test(text))
      .join(''),
  ).toBe(line.title);
  pages.forEach(expectTidy);
});

it('is the slip alone, over the whole page, when the seller has a label of its own', () => {
  const pages = returnPages({ ...endless, ownLabel: true });
  const [page] = pages;
  expect(page?.items.some(({ kind }) => kind === 'qr' || kind === 'cut')).toBe(false);
  expect(textsOf(page as Drawing)).toContain(
    'Pegue la etiqueta que le ha enviado la tienda bien lisa por fuera del paquete.',
  );
  expect(pages.length).toBeLessThan(returnPages(endless).length);
  pages.forEach(expectTidy);
});

it('says the right of withdrawal in place of reasons', () => {
  const [page] = returnPages(eastern);
  expect(textsOf(page as Drawing).filter((text) => text === 'Widerrufsrecht')).toHaveLength(2);
});

it('writes the date of the zone that the document names', () => {
  const [page] = returnPages({ ...plain, issuedAt: '2026-04-03T22:30:00.000Z' });
  expect(textsOf(page as Drawing)).toContain('samedi 4 avril 2026');
});

it('prints twenty characters with two dots or more to a module at 203 dpi', () => {
  for (const size of Object.keys(labelSizesMm) as (keyof typeof labelSizesMm)[]) {
    for (const item of labelDrawing(endless, size).items) {
      if (item.kind !== 'bars') continue;
      const { moduleDots, heightDots } = placeBars(item, dotsPerMm(203));
      expect(moduleDots).toBeGreaterThanOrEqual(2);
      expect(heightDots / dotsPerMm(203)).toBeGreaterThan(15);
    }
  }
});

it('refuses an RMA or an address of a code that it could not print', () => {
  for (const rma of ['', 'A'.repeat(21), 'É', 'A B', '^XA']) {
    expect(() => labelDrawing({ ...plain, rma }, 'a6')).toThrow(RangeError);
  }
  for (const rmaUrl of ['', 'https://é.example', 'https://a b', `https://a/${'x'.repeat(3000)}`]) {
    expect(() =>
      labelDrawing({ ...plain, rmaUrl }, 'a6').items.map((item) => item.kind === 'qr' && placeQr(item, 8)),
    ).toThrow();
  }
});
