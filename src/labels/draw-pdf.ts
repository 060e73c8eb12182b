import PDFDocument from 'pdfkit';
import { type PlacedCode, placeBars, placeQr } from './codes.ts';
import type { CutItem, Drawing, PageItem, TextItem } from './drawing.ts';
import { type FontWeight, fontOf } from './font.ts';
import type { ReturnDocument } from './return-document.ts';
import { labelTexts } from './texts/index.ts';
import { pointsPerMm } from './units.ts';

type Pdf = InstanceType<typeof PDFDocument>;

/**
 * Codes stand on a grid of 8 dots to the millimetre, that of the 203 dpi printers that labels end up on:
 * finer printers hit it closely enough.
 */
const gridDotsPerMm = 8;
const pointsPerDot = pointsPerMm / gridDotsPerMm;

const drawText = (pdf: Pdf, { text, xMm, baselineMm, sizePt, weight, ink }: TextItem) => {
  pdf
    .font(weight, sizePt)
    .fillColor(ink)
    .text(text, xMm * pointsPerMm, baselineMm * pointsPerMm, { lineBreak: false, baseline: 'alphabetic' });
};

/** As one path: a path for each bar would double the file. */
const drawCode = (pdf: Pdf, { black }: PlacedCode) => {
  for (const { x, y, width, height } of black) {
    pdf.rect(x * pointsPerDot, y * pointsPerDot, width * pointsPerDot, height * pointsPerDot);
  }
  pdf.fill('black');
};

/** A dashed line from edge to edge, with a pair of scissors on it, opened to the right. */
const drawCut = (pdf: Pdf, { yMm }: CutItem, widthMm: number) => {
  const mm = pointsPerMm;
  const x = 14 * mm;
  const y = yMm * mm;
  pdf.lineWidth(0.2 * mm).strokeColor('black');
  pdf.dash(1.2 * mm, { space: 1 * mm });
  pdf
    .moveTo(0, y)
    .lineTo(x - mm, y)
    .stroke();
  pdf
    .moveTo(x + 8 * mm, y)
    .lineTo(widthMm * mm, y)
    .stroke();
  pdf
    .undash()
    .lineWidth(0.4 * mm)
    .lineCap('round');
  for (const side of [-1, 1]) {
    pdf.ellipse(x + 1.2 * mm, y + side * 1.35 * mm, 1.15 * mm, 0.85 * mm);
    pdf.moveTo(x + 2.1 * mm, y + side * 0.85 * mm).lineTo(x + 7 * mm, y - side * 1.1 * mm);
  }
  pdf.stroke().lineCap('butt');
};

const drawItem = (pdf: Pdf, item: PageItem, widthMm: number): unknown => {
  switch (item.kind) {
    case 'text':
      return item.text === '' ? undefined : drawText(pdf, item);
    case 'box':
      return pdf
        .rect(
          item.xMm * pointsPerMm,
          item.yMm * pointsPerMm,
          item.widthMm * pointsPerMm,
          item.heightMm * pointsPerMm,
        )
        .fill('black');
    case 'bars':
      return drawCode(pdf, placeBars(item, gridDotsPerMm));
    case 'qr':
      return drawCode(pdf, placeQr(item, gridDotsPerMm));
    case 'cut':
      return drawCut(pdf, item, widthMm);
    default:
      return item satisfies never;
  }
};

const weights: readonly FontWeight[] = ['regular', 'bold'];

/** Pages as a PDF, with the return's date as the only one in it. */
export const drawPdf = (document: ReturnDocument, pages: readonly Drawing[]): Promise<Uint8Array> => {
  const issuedAt = new Date(document.issuedAt);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    // None of its own: Helvetica would be in the file, unused.
    font: null as unknown as string,
    lang: document.language,
    displayTitle: true,
    info: {
      Title: `${labelTexts[document.language].slip} ${document.rma}`,
      Producer: 'Navette',
      Creator: 'Navette',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  // pdfkit takes a parsed font as well as a file, which its types do not say.
  for (const weight of weights) pdf.registerFont(weight, fontOf(weight) as unknown as Buffer);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    for (const { widthMm, heightMm, items } of pages) {
      pdf.addPage({ size: [widthMm * pointsPerMm, heightMm * pointsPerMm], margin: 0 });
      for (const item of items) drawItem(pdf, item, widthMm);
    }
    pdf.end();
  });
};
