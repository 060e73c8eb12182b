import PDFDocument from 'pdfkit';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Language } from '../domain/languages.ts';
import type { BoxItem, TextItem } from './drawing.ts';
import { type FontWeight, fontOf } from './font.ts';
import { pointsPerMm } from './units.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

export interface PdfHeading {
  readonly title: string;
  readonly language: Language;
  /** The only date in the file. */
  readonly at: Instant;
}

export interface PdfPage<Item> {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly items: readonly Item[];
}

export const drawText = (pdf: Pdf, { text, xMm, baselineMm, sizePt, weight, ink }: TextItem): void => {
  if (text === '') return;
  pdf
    .font(weight, sizePt)
    .fillColor(ink)
    .text(text, xMm * pointsPerMm, baselineMm * pointsPerMm, { lineBreak: false, baseline: 'alphabetic' });
};

export const drawBox = (pdf: Pdf, { xMm, yMm, widthMm, heightMm }: BoxItem): void => {
  const mm = pointsPerMm;
  pdf.rect(xMm * mm, yMm * mm, widthMm * mm, heightMm * mm).fill('black');
};

const weights: readonly FontWeight[] = ['regular', 'bold'];

/** Pages as a PDF: the same pages give the same bytes. Rejects with what `drawItem` throws. */
export const writePdf = <Item>(
  { title, language, at }: PdfHeading,
  pages: readonly PdfPage<Item>[],
  drawItem: (pdf: Pdf, item: Item, page: PdfPage<Item>) => void,
): Promise<Uint8Array> => {
  const date = new Date(at);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    // None of its own: Helvetica would be in the file, unused.
    font: null as unknown as string,
    lang: language,
    displayTitle: true,
    info: { Title: title, Producer: 'Navette', Creator: 'Navette', CreationDate: date, ModDate: date },
  });
  // pdfkit takes a parsed font as well as a file, which its types do not say.
  for (const weight of weights) pdf.registerFont(weight, fontOf(weight) as unknown as Buffer);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    for (const page of pages) {
      const { widthMm, heightMm, items } = page;
      pdf.addPage({ size: [widthMm * pointsPerMm, heightMm * pointsPerMm], margin: 0 });
      for (const item of items) drawItem(pdf, item, page);
    }
    pdf.end();
  });
};
