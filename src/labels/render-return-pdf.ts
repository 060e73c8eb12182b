import { drawPdf } from './draw-pdf.ts';
import type { ReturnDocument } from './return-document.ts';
import { returnPages } from './slip-layout.ts';

/**
 * What the buyer prints: A4, the authorisation slip above a cutting line and the label below it; a slip of
 * many lines goes on over further pages. The same document gives the same bytes.
 * Rejects with RangeError on an RMA that is none, or on an address too long for a 2D code.
 */
export const renderReturnPdf = async (document: ReturnDocument): Promise<Uint8Array> =>
  drawPdf(document, returnPages(document));
