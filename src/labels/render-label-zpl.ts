import { type DrawnCode, drawRaster } from './draw-raster.ts';
import { labelDrawing } from './label-layout.ts';
import type { ReturnDocument } from './return-document.ts';
import { zplGraphics } from './zpl-graphic.ts';

/** What begins a command in ZPL, and the mark of ^FH, as ^FH has them; nothing else needs it. */
const fieldData = (content: string): string =>
  content.replace(/[\^~_\\]/g, (letter) => `_${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** Printers set a QR code lower than asked by the height of bars that ^BY said last: said, and taken off. */
const qrDropDots = 10;
/** The widest module that all printers know. */
const largestMagnification = 10;

const zplCode = ({ kind, content, x, y, moduleDots, heightDots }: DrawnCode): string => {
  const data = fieldData(content);
  switch (kind) {
    case 'bars':
      // ">:" is set B, for which the place was measured; no line of text, and no check digit of UCC's.
      return `^FO${x},${y}^BY${moduleDots},2,${heightDots}^BCN,${heightDots},N,N,N^FH^FD>:${data}^FS`;
    case 'qr':
      return `^BY2,2,${qrDropDots}^FO${x},${y - qrDropDots}^BQN,2,${Math.min(largestMagnification, moduleDots)}^FH^FDMA,${data}^FS`;
    default:
      return kind satisfies never;
  }
};

/**
 * The label on 4 x 6 inch for printers of 203 or 300 dpi: codes by the printer itself, whose bars are as
 * good as it can make them; all else as graphics. ASCII only. The same document gives the same text.
 * Rejects with RangeError on an RMA that is none, or on an address too long for a 2D code.
 */
export const renderLabelZpl = async (document: ReturnDocument, dpi: 203 | 300): Promise<string> => {
  const { raster, codes } = drawRaster(labelDrawing(document, '4x6'), dpi);
  const { width, height } = raster;
  return [
    `^XA^CI28^PW${width}^LL${height}^LH0,0^PON^LRN`,
    ...zplGraphics(raster),
    ...codes.map(zplCode),
    '^XZ\n',
  ].join('\n');
};
