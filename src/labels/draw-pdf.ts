import { type PlacedCode, placeBars, placeQr } from './codes.ts';
import type { CutItem, Drawing, PageItem } from './drawing.ts';
import type { ReturnDocument } from './return-document.ts';
import { labelTexts } from './texts/index.ts';
import { pointsPerMm } from './units.ts';
import { drawBox, drawText, type Pdf, writePdf } from './write-pdf.ts';

/**
 * Codes stand on a grid of 8 dots to the millimetre, that of the 203 dpi printers that labels end up on:
 * finer printers hit it closely enough.
 */
const gridDotsPerMm = 8;
const pointsPerDot = pointsPerMm / gridDotsPerMm;

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
      return drawText(pdf, item);
    case 'box':
      return drawBox(pdf, item);
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

/** Pages as a PDF, with the return's date as the only one in it. */
export const drawPdf = (document: ReturnDocument, pages: readonly Drawing[]): Promise<Uint8Array> => {
  const { language, rma, issuedAt } = document;
  const title = `${labelTexts[language].slip} ${rma}`;
  return writePdf({ title, language, at: issuedAt }, pages, (pdf, item, { widthMm }) =>
    drawItem(pdf, item, widthMm),
  );
};
