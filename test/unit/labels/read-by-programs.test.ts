import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderLabelPdf } from '../../../src/labels/render-label-pdf.ts';
import { renderLabelPng } from '../../../src/labels/render-label-png.ts';
import { renderReturnPdf } from '../../../src/labels/render-return-pdf.ts';
import type { ReturnDocument } from '../../../src/labels/return-document.ts';
import { hasPrograms, patient, run, scan, temporaryFolder } from './programs.ts';
import { eastern, endless, plain } from './sample-documents.ts';

const shortest: ReturnDocument = { ...plain, language: 'en', rma: 'A', rmaUrl: 'https://a.example/rma/A' };
const all = { plain, eastern, endless, shortest };

const folder = temporaryFolder();

const save = (name: string, bytes: Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

const pdfs = {
  return: renderReturnPdf,
  a6: (document: ReturnDocument) => renderLabelPdf(document, 'a6'),
  '4x6': (document: ReturnDocument) => renderLabelPdf(document, '4x6'),
};
type Pdf = keyof typeof pdfs;
type Name = keyof typeof all;

/** Each document in each form. */
const cases = (Object.keys(all) as Name[]).flatMap((name) =>
  (Object.keys(pdfs) as Pdf[]).map((kind): readonly [Name, Pdf] => [name, kind]),
);

const files = new Map<string, Promise<string>>();

/** The document in this form as a file, drawn once for all programs. */
const fileOf = (name: Name, kind: Pdf): Promise<string> => {
  const fileName = `${name}-${kind}.pdf`;
  const file = files.get(fileName) ?? pdfs[kind](all[name]).then((bytes) => save(fileName, bytes));
  files.set(fileName, file);
  return file;
};

const codesOf = ({ rma, rmaUrl }: ReturnDocument) => [`CODE-128:${rma}`, `QR-Code:${rmaUrl}`];

describe.skipIf(!hasPrograms('zbarimg', 'pdftoppm'))('a scanner (zbarimg)', () => {
  it.each(cases)('reads both codes on paper at 203 and at 150 dpi: %s, %s', patient, async (name, kind) => {
    const document = all[name];
    const file = await fileOf(name, kind);
    const read = async (dpi: number) => {
      const page = join(folder, `${name}-${kind}-${dpi}`);
      await run('pdftoppm', '-r', `${dpi}`, '-l', '1', '-singlefile', '-gray', file, page);
      // The slip has the RMA as bars once more, which the scanner may say once more.
      expect([...new Set(await scan(`${page}.pgm`))], `at ${dpi} dpi`).toEqual(codesOf(document));
    };
    await Promise.all([read(203), read(150)]);
  });

  it.each(Object.entries(all))('reads both codes in the PNG: %s', patient, async (name, document) => {
    expect(await scan(save(`${name}.png`, await renderLabelPng(document)))).toEqual(codesOf(document));
  });

  it('reads the RMA on every page of a slip', patient, async () => {
    const file = await fileOf('endless', 'return');
    await run('pdftoppm', '-r', '150', '-gray', file, join(folder, 'page'));
    const pages = readdirSync(folder).filter((name) => /^page-\d+\.pgm$/.test(name));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(await scan(join(folder, page))).toContain(`CODE-128:${endless.rma}`);
  });
});

describe.skipIf(!hasPrograms('qpdf'))('a checker of PDFs (qpdf)', () => {
  it.each(cases)('has nothing to say: %s, %s', patient, async (name, kind) => {
    expect(await run('qpdf', '--check', await fileOf(name, kind))).toContain('No syntax or stream');
  });
});

describe.skipIf(!hasPrograms('pdftotext'))('a reader of PDFs (pdftotext)', () => {
  const textOf = async (name: string, drawn: Promise<Uint8Array>) =>
    run('pdftotext', '-layout', save(name, await drawn), '-');

  it('finds names with their accents', async () => {
    const names: ReturnDocument = {
      ...plain,
      lines: ['Łódź', 'Ærø', 'Ελλάδα', 'Đorđe', 'София', 'efficace', 'Żółć'.normalize('NFD')].map(
        (title) => ({
          title,
          sku: 'X',
          quantity: 1,
          reason: null,
        }),
      ),
    };
    const text = await textOf('names.pdf', renderReturnPdf(names));
    for (const name of ['Łódź', 'Ærø', 'Ελλάδα', 'Đorđe', 'София', 'efficace', 'Żółć', 'Łucja Đorđević']) {
      expect(text).toContain(name);
    }
  });

  it('finds what the slip must say, in each language', async () => {
    const words = {
      fr: ['Bon de retour', 'samedi 4 avril 2026', 'Article différent de la commande', 'dans le colis'],
      en: ['Return slip', 'Saturday 4 April 2026', 'Not the item that was ordered', 'inside the parcel'],
      de: ['Rücksendeschein', 'Samstag, 4. April 2026', 'Anderer Artikel als bestellt', 'in das Paket'],
      it: ['Modulo di reso', 'sabato 4 aprile 2026', 'Articolo diverso da quello ordinato', 'nel pacco'],
      es: [
        'Hoja de devolución',
        'sábado 4 de abril de 2026',
        'Artículo distinto del pedido',
        'en el paquete',
      ],
    } as const;
    for (const language of ['fr', 'en', 'de', 'it', 'es'] as const) {
      const text = await textOf(`${language}.pdf`, renderReturnPdf({ ...plain, language }));
      for (const said of [...words[language], plain.rma, plain.orderNumber, 'TEA-CUP-4']) {
        expect(text).toContain(said);
      }
    }
  });
});
