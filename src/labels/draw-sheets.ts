import { type Sheet, type SheetItem, sheetMm } from './sheet.ts';
import { pointsPerMm } from './units.ts';
import { drawBox, drawText, type Pdf, type PdfHeading, writePdf } from './write-pdf.ts';

const drawItem = (pdf: Pdf, item: SheetItem): unknown => {
  switch (item.kind) {
    case 'text':
      return drawText(pdf, item);
    case 'box':
      return drawBox(pdf, item);
    case 'image':
      return pdf.image(Buffer.from(item.content), item.xMm * pointsPerMm, item.yMm * pointsPerMm, {
        width: item.widthMm * pointsPerMm,
        height: item.heightMm * pointsPerMm,
      });
    default:
      return item satisfies never;
  }
};

/** A4 pages as a PDF. */
export const drawSheets = (heading: PdfHeading, sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writePdf(
    heading,
    sheets.map((items) => ({ widthMm: sheetMm.width, heightMm: sheetMm.height, items })),
    drawItem,
  );
