import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { create } from 'fontkit';
import PDFDocument from 'pdfkit';
import { renderDocument } from '../../../src/labels/document-formats.ts';
import type { ReturnDocument } from '../../../src/labels/return-document.ts';
import type { BenchResult, BenchRow, Round } from '../row.ts';

const fontFile = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
);

const documentOf = (n: number): ReturnDocument => ({
  language: 'fr',
  issuedAt: '2026-05-08T10:00:00.000Z',
  timeZone: 'Europe/Paris',
  rma: `RMA-${n}`,
  rmaUrl: `https://shop.example/rma/RMA-${n}`,
  orderNumber: `B-${n}`,
  channel: 'shop',
  sellerName: 'La Maison de la Soie',
  sender: null,
  returnAddress: {
    name: 'La Maison de la Soie',
    line1: '8 rue de la Soie',
    line2: null,
    postalCode: '69003',
    city: 'Lyon',
    region: null,
    country: 'FR',
    phone: null,
  },
  lines: [{ title: 'Tasse bleue', sku: `TASSE-${n}`, quantity: 1, reason: 'defective' }],
  withdrawal: false,
  ownLabel: false,
});

/** One line of text in the same font, embedded as a subset. */
const oneLine = async (n: number, font: Parameters<PDFKit.PDFDocument['font']>[0]): Promise<void> => {
  const document = new PDFDocument({ size: 'A4' });
  const written = buffer(document);
  document.font(font).text(`Order B-${n}`);
  document.end();
  await written;
};

/** PDFs a second of this process, one after the other. */
const measure = async (count: number, make: (n: number) => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  for (let n = 0; n < count; n += 1) await make(n);
  return count / ((performance.now() - began) / 1_000);
};

export const label: BenchRow = {
  name: 'label',
  needsRedis: false,
  run: async ({ quick, rounds, progress }) => {
    const count = quick ? 5 : 300;
    // pdfkit takes a font of fontkit too, though its types do not say so.
    const font = create(readFileSync(fontFile)) as unknown as string;
    const sides = {
      ours: () => measure(count, (n) => renderDocument(documentOf(n), 'return.pdf')),
      // Each of them opens and parses the font: fewer are enough.
      opening: () => measure(Math.ceil(count / 10), (n) => oneLine(n, fontFile)),
      parsed: () => measure(count, (n) => oneLine(n, font)),
    };
    const measured: Record<keyof typeof sides, number>[] = [];
    for (const side of Object.values(sides)) await side();
    for (let round = 0; round < rounds; round += 1) {
      const rates = {
        opening: await sides.opening(),
        ours: await sides.ours(),
        parsed: await sides.parsed(),
      };
      measured.push(rates);
      progress(`label ${round + 1}: ${rates.ours.toFixed(0)} PDFs/s, ${rates.opening.toFixed(0)} opening`);
    }
    const result = (side: 'opening' | 'parsed'): Pick<BenchResult, 'what' | 'unit' | 'rounds'> => ({
      what: 'A4 return sheet with both codes and embedded subset fonts, one core',
      unit: 'PDFs/s',
      rounds: measured.map((rates): Round => ({ ours: rates.ours, reference: rates[side] })),
    });
    return [
      {
        ...result('opening'),
        reference: 'pdfkit, the same font and one line of text; it opens the font file for each document',
        goal: { kind: 'ratio', atLeast: 0.5 },
        notes: [
          'That is pdfkit as its manual shows it; ours keeps its two fonts parsed, as the second line does',
        ],
      },
      {
        ...result('parsed'),
        reference: 'pdfkit, the same font and one line of text; the font parsed once for all documents',
        goal: { kind: 'none' },
      },
    ];
  },
};
