import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimBases, claimKinds, claimStates } from '../../../src/domain/claims/claim.ts';
import { languages } from '../../../src/domain/languages.ts';
import { trackingCodes } from '../../../src/domain/orders/order.ts';
import { refundStates } from '../../../src/domain/refunds/refund.ts';
import { drawEvidencePack } from '../../../src/labels/evidence-pack.ts';
import type { EvidencePhoto } from '../../../src/labels/evidence-pack-data.ts';
import { evidenceSheets } from '../../../src/labels/evidence-sheets.ts';
import type { ImageItem, Sheet } from '../../../src/labels/sheet.ts';
import { hasPrograms, patient, run, temporaryFolder } from './programs.ts';
import { pack } from './sample-money-documents.ts';
import { allWords, datesIn, expectTidy, wordsOf } from './sheet-checks.ts';

const folder = temporaryFolder();

let jpeg: Buffer;
beforeAll(async () => {
  jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
});

const photo = (width: number, height: number): EvidencePhoto => ({
  content: jpeg,
  width,
  height,
  addedAt: '2026-05-20T12:00:00.000Z',
});
const lying = () => photo(1800, 1350);
const standing = () => photo(1350, 1800);

const imagesOn = (sheet: Sheet): readonly ImageItem[] =>
  sheet.flatMap((item) => (item.kind === 'image' ? [item] : []));

describe('An evidence pack', () => {
  it.each([
    ['fr', ['Colis endommagé', '1 041,50 €', 'mardi 18 août 2026', '11 mai 2026, 11:31', 'Dommage signalé']],
    [
      'en',
      ['Parcel damaged', '€1,041.50', 'Tuesday 18 August 2026', '11 May 2026, 11:31', 'Damage reported'],
    ],
    ['de', ['Paket beschädigt', '1.041,50 €', '18. August 2026', '11. Mai 2026, 11:31', 'Schaden gemeldet']],
    ['it', ['Pacco danneggiato', '1041,50 €', '18 agosto 2026', '11 mag 2026, 11:31', 'Danno segnalato']],
    [
      'es',
      ['Paquete dañado', '1041,50 €', '18 de agosto de 2026', '11 may 2026, 11:31', 'Daños comunicados'],
    ],
  ] as const)('says what was sent, promised, scanned, claimed and refunded: %s', (language, words) => {
    const said = allWords(evidenceSheets(pack, language));
    const names = ['Łucja Đorđević', '12 bis, rue de l’Église', 'Bâtiment C, 3e étage', '69003 Lyon'];
    const numbers = [pack.claim.id, pack.order.number, '6A1234567890', 'TEA-FON-120', 'TEA-CUP-4'];
    const others = ['Colissimo', 'Plateforme de Mions', 'Europe/Paris', ...pack.refunds.map(({ id }) => id)];
    for (const one of [...words, ...names, ...numbers, ...others]) expect(said).toContain(one);
  });

  it('counts as refunded what has succeeded', () => {
    const said = (refunds: typeof pack.refunds) => allWords(evidenceSheets({ ...pack, refunds }, 'en'));
    expect(said(pack.refunds)).toContain('Refunded to the buyer so far\n€1,054.81');
    const all = refundStates.map((state) => ({ id: state, at: pack.asOf, amountMinor: 100, state }));
    expect(said(all)).toContain('Refunded to the buyer so far\n€1.00');
    expect(said([])).toContain('Nothing has been refunded to the buyer so far.');
  });

  it('has the sum of the refunds under one of them, wherever the page ends', () => {
    for (let count = 1; count < 15; count++) {
      const scans = pack.scans.slice(0, 1).flatMap((scan) => Array(count).fill(scan));
      const sheets = evidenceSheets({ ...pack, scans }, 'es').map(wordsOf);
      const sum = sheets.find((words) => words.includes('Reembolsado hasta ahora'));
      expect(sum, `${count} scans`).toContain('Rechazado');
    }
  });

  it('says what is not known', () => {
    const shipment = { ...pack.shipment, status: null, deliveredAt: null };
    const order = { ...pack.order, shipTo: null };
    const said = allWords(evidenceSheets({ ...pack, shipment, order, promise: null, scans: [] }, 'en'));
    for (const word of ['Not delivered', 'Deleted', 'Not promised', 'The carrier has reported nothing.']) {
      expect(said).toContain(word);
    }
  });

  it('cuts nothing that is its own, in whatever state and language', () => {
    for (const language of languages) {
      for (const [index, state] of claimStates.entries()) {
        const claim = {
          ...pack.claim,
          state,
          kind: claimKinds[index % 2] ?? 'lost',
          basis: claimBases[index % 2] ?? 'unit_cost',
          submittedAt: pack.asOf,
        };
        const scans = trackingCodes.map((code) => ({ code, occurredAt: pack.asOf, location: null }));
        const shipment = { ...pack.shipment, status: trackingCodes[index] ?? null };
        const sheets = evidenceSheets({ ...pack, claim, scans, shipment, photos: [lying()] }, language);
        expect(allWords(sheets), `${language} ${state}`).not.toContain('…');
        for (const sheet of sheets) expectTidy(sheet);
      }
    }
  });

  it('has its photographs numbered, one or two to a page, in their own proportions', () => {
    const sizes = [lying(), lying(), standing(), lying(), standing(), photo(1800, 300), photo(300, 1800)];
    const sheets = evidenceSheets({ ...pack, photos: sizes }, 'en');
    expect(sheets.map((sheet) => imagesOn(sheet).length).filter((count) => count > 0)).toEqual([
      2, 1, 1, 1, 1, 1,
    ]);
    const images = sheets.flatMap(imagesOn);
    for (const [index, { widthMm, heightMm }] of images.entries()) {
      const { width, height } = sizes[index] ?? lying();
      expect(widthMm / heightMm).toBeCloseTo(width / height, 6);
      expect(allWords(sheets)).toContain(`Photograph ${index + 1} of 7 · added 20 May 2026, 14:00`);
    }
    for (const sheet of sheets) expectTidy(sheet);
  });

  it('never makes a small picture larger than its dots bear', () => {
    const [image] = evidenceSheets({ ...pack, photos: [photo(72, 36)] }, 'en').flatMap(imagesOn);
    expect(image?.widthMm).toBeCloseTo(25.4, 6);
  });

  it('goes on over further pages, and says on each which one it is', () => {
    const scans = Array.from({ length: 200 }, (_, index) => ({
      code: 'in_transit' as const,
      occurredAt: pack.asOf,
      location: `Halle <${index}> ${'x'.repeat(index % 90)}`,
    }));
    const sheets = evidenceSheets({ ...pack, scans }, 'de');
    expect(sheets.length).toBeGreaterThan(4);
    for (const [index, sheet] of sheets.entries()) {
      expectTidy(sheet);
      expect(wordsOf(sheet)).toContain(`Seite ${index + 1} von ${sheets.length}`);
      expect(wordsOf(sheet)).toContain(pack.claim.id);
    }
    const said = allWords(sheets);
    for (let index = 0; index < 200; index++) expect(said.split(`<${index}>`)).toHaveLength(2);
  });

  it('is the same bytes again, with one date in them, and holds the photographs as they are', async () => {
    const full = { ...pack, photos: [lying(), standing()] };
    const first = Buffer.from(await drawEvidencePack(full, 'fr'));
    expect(Buffer.from(await drawEvidencePack(full, 'fr')).equals(first)).toBe(true);
    expect(datesIn(first)).toEqual(['D:20260602081500Z']);
    expect(first.includes(jpeg)).toBe(true);
  });

  it('refuses what is no JPEG', async () => {
    const photos = [{ ...lying(), content: Buffer.from('no photograph') }];
    await expect(drawEvidencePack({ ...pack, photos }, 'fr')).rejects.toThrow();
  });
});

it.skipIf(!hasPrograms('qpdf', 'pdftotext'))('programs read a pack', patient, async () => {
  const file = join(folder, 'pack.pdf');
  writeFileSync(file, await drawEvidencePack({ ...pack, photos: [lying(), standing(), lying()] }, 'es'));
  expect(await run('qpdf', '--check', file)).toContain('No syntax or stream');
  const text = await run('pdftotext', '-layout', file, '-');
  for (const word of ['Expediente de reclamación', pack.claim.id, 'Łucja Đorđević', 'Fotografía 3 de 3']) {
    expect(text).toContain(word);
  }
});
