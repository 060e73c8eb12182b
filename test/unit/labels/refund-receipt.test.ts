import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/languages.ts';
import { refundStates } from '../../../src/domain/refunds/refund.ts';
import { drawRefundReceipt } from '../../../src/labels/refund-receipt.ts';
import type { RefundReceipt } from '../../../src/labels/refund-receipt-data.ts';
import { receiptSheets } from '../../../src/labels/refund-receipt-sheets.ts';
import { receiptTexts } from '../../../src/labels/texts/receipt/index.ts';
import { hasPrograms, patient, run, temporaryFolder } from './programs.ts';
import { receipt } from './sample-money-documents.ts';
import { allWords, datesIn, expectTidy, wordsOf } from './sheet-checks.ts';

const folder = temporaryFolder();
const wordsIn = (one: RefundReceipt, language: (typeof languages)[number] = 'en') =>
  allWords(receiptSheets(one, language));

describe('A refund receipt', () => {
  it.each([
    ['fr', ['1 309,89 €', '-261,98 €', '6,90 €', '1 054,81 €', '175,80 €', 'mercredi 13 mai 2026']],
    ['en', ['€1,309.89', '-€261.98', '€6.90', '€1,054.81', '€175.80', 'Wednesday 13 May 2026']],
    ['de', ['1.309,89 €', '-261,98 €', '6,90 €', '1.054,81 €', '175,80 €', 'Mittwoch, 13. Mai 2026']],
    ['it', ['1309,89 €', '-261,98 €', '6,90 €', '1054,81 €', '175,80 €', 'mercoledì 13 maggio 2026']],
    ['es', ['1309,89 €', '-261,98 €', '6,90 €', '1054,81 €', '175,80 €', 'miércoles 13 de mayo de 2026']],
  ] as const)('says what was refunded, by whom, when and why not all of it: %s', (language, amounts) => {
    const texts = receiptTexts[language];
    // A wrapped text is one again.
    const said = wordsIn(receipt, language).replaceAll('\n', ' ');
    const facts = ['Atelier Ærø & Fils', receipt.orderNumber, 'boutique', receipt.refundId, 'Stripe'];
    const titles = ['Théière en fonte émaillée', 'Tasses à thé (lot de 4)'];
    const words = [texts.fee, texts.feeReasons.return_to_sender, texts.states.succeeded, texts.noTaxDocument];
    for (const one of [...facts, ...titles, ...amounts, ...words, 're_3PxQ8kLkdIwHu7ix0aBcDeFg']) {
      expect(said).toContain(one.replaceAll('\u00a0', ' '));
    }
    expect(said).not.toContain(texts.notPaid);
  });

  it('cuts nothing that is its own, in whatever state and language', () => {
    for (const language of languages) {
      for (const state of refundStates) {
        for (const provider of ['stripe', 'sandbox', 'external'] as const) {
          const sheets = receiptSheets({ ...receipt, state, provider, feeReason: 'buyer_fault' }, language);
          expect(sheets).toHaveLength(1);
          expect(allWords(sheets), `${language} ${state}`).not.toContain('…');
          for (const sheet of sheets) expectTidy(sheet);
        }
      }
    }
  });

  it.each([
    ['JPY', ['JP¥105,481', 'JP¥690']],
    ['KWD', ['KWD 105.481', 'KWD 0.690']],
    ['USD', ['US$1,054.81', 'US$6.90']],
  ])('has the decimals of its currency: %s', (currency, amounts) => {
    for (const amount of amounts) expect(wordsIn({ ...receipt, currency })).toContain(amount);
  });

  it('says by its code a currency whose sign the font lacks', () => {
    expect(wordsIn({ ...receipt, currency: 'THB' }, 'de')).toContain('1.054,81 THB');
  });

  it('is silent about a fee and shipping that there are not', () => {
    const simple = { ...receipt, feeMinor: 0, feeReason: null, shippingMinor: 0, providerRefundId: null };
    const said = wordsIn(simple);
    for (const word of ['fee', 'Shipping', 'Provider’s reference']) expect(said).not.toContain(word);
    const shippingAlone = wordsIn({
      ...simple,
      lines: [],
      itemsMinor: 0,
      shippingMinor: 690,
      amountMinor: 690,
    });
    expect(shippingAlone).toContain('Total refunded\n€6.90');
    expect(shippingAlone).not.toContain('QTY');
  });

  it('of a refund that did not succeed proves no payment', () => {
    for (const state of refundStates) {
      expect(wordsIn({ ...receipt, state }).includes('proves no payment'), state).toBe(state !== 'succeeded');
    }
    expect(wordsIn({ ...receipt, state: 'processing', settledAt: null })).not.toContain('REFUNDED ON');
  });

  it('goes on over further pages, with its head on each and every line once', () => {
    const many = Array.from({ length: 150 }, (_, index) => ({
      title: index % 20 === 19 ? 'W'.repeat(500) : `Article <${index}>`,
      quantity: 1,
      amountMinor: index,
    }));
    const sheets = receiptSheets({ ...receipt, lines: many }, 'en');
    expect(sheets.length).toBeGreaterThan(3);
    for (const [index, sheet] of sheets.entries()) {
      expectTidy(sheet);
      expect(wordsOf(sheet)).toContain(`Page ${index + 1} of ${sheets.length}`);
      if (index < sheets.length - 1) expect(wordsOf(sheet)).toContain('REFUNDED, LESS FEE');
    }
    const said = allWords(sheets);
    for (const { title } of many) {
      if (title.startsWith('Article')) expect(said.split(`${title}\n`)).toHaveLength(2);
    }
  });

  it('bears whatever strangers wrote', () => {
    const sheets = receiptSheets(
      {
        ...receipt,
        orderNumber: '9'.repeat(120),
        channel: 'c'.repeat(60),
        sellerName: 'Tienda '.repeat(30),
        providerRefundId: 'x'.repeat(255),
        lines: [
          { title: '\u202egnp.exe\u0000 😀 漢字', quantity: 100_000, amountMinor: 9_007_199_254_740_991 },
        ],
      },
      'es',
    );
    for (const sheet of sheets) expectTidy(sheet);
    expect(allWords(sheets)).toContain('90.071.992.547.409,91 €');
  });

  it('is the same bytes again, with one date in them', async () => {
    const first = await drawRefundReceipt(receipt, 'fr');
    expect(await drawRefundReceipt(receipt, 'fr')).toEqual(first);
    expect(datesIn(first)).toEqual(['D:20260512220500Z']);
    expect(await drawRefundReceipt({ ...receipt, taxMinor: 1 }, 'fr')).not.toEqual(first);
  });
});

it.skipIf(!hasPrograms('qpdf', 'pdftotext'))('programs read a receipt', patient, async () => {
  const file = join(folder, 'receipt.pdf');
  writeFileSync(file, await drawRefundReceipt(receipt, 'de'));
  expect(await run('qpdf', '--check', file)).toContain('No syntax or stream');
  const text = await run('pdftotext', '-layout', file, '-');
  for (const word of ['Erstattungsbestätigung', receipt.refundId, '1.054,81', 'Atelier Ærø & Fils']) {
    expect(text).toContain(word);
  }
});
