import { drawPdf } from './draw-pdf.ts';
import { type LabelSize, labelDrawing } from './label-layout.ts';
import type { ReturnDocument } from './return-document.ts';

/**
 * The label alone, on A6 or 4 x 6 inch. The same document gives the same bytes.
 * Rejects with RangeError on an RMA that is none, or on an address too long for a 2D code.
 */
export const renderLabelPdf = async (document: ReturnDocument, size: LabelSize): Promise<Uint8Array> =>
  drawPdf(document, [labelDrawing(document, size)]);
